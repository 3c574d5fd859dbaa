import Ergonomics
import Foundation
import Sealing

/// The public keys of those whose signatures of packs are trusted.
enum KnownKeys {
  /// Files whose name ends in `.pub` in the folder for them.
  static var kept: [VerifyingKey] {
    guard let folder = OwnFolder.path("XDG_CONFIG_HOME", else: ".config").map({ $0 + "/keys" }) else { return [] }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".pub") }.sorted().compactMap { name in
      let key = FileManager.default.contents(atPath: "\(folder)/\(name)").flatMap { VerifyingKey(file: Array($0)) }
      if key == nil { Console.err("note: '\(folder)/\(name)' is no public key of a signature\n") }
      return key
    }
  }

  static func read(_ file: String) throws -> VerifyingKey {
    if let key = VerifyingKey(file: try InputFile(path: file).bytes()) { return key }
    throw Failure.usage(
      "'\(file)' is no public key of a signature\n  help: name what 'sitwell pack keygen' or minisign wrote as .pub")
  }
}
