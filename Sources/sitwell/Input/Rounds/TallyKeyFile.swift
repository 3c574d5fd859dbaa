import Ergonomics
import Foundation
import Tallies

/// A file with the key under whose codes people stand in tallies.
struct TallyKeyFile {
  let path: String

  func key() throws -> TallyKey {
    let file = InputFile(path: path)
    if path == "-" { throw Failure.usage("a key is not read from standard input\n  help: name a file") }
    let bytes = try file.bytes(of: file.open(), upTo: TallyKey.mostSize + 1)
    if !file.isStream { try refuseOpenToOthers() }
    if let key = TallyKey(bytes) { return key }
    throw Failure.usage(
      "'\(path)' is no key: that is \(TallyKey.leastSize) to \(TallyKey.mostSize) random bytes\n"
        + "  help: (umask 077; head -c \(TallyKey.leastSize) /dev/urandom > tally.key) makes one; keep it for all rounds"
    )
  }

  /// Whoever reads the key and a tally can look up people whose ids they know.
  private func refuseOpenToOthers() throws {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & 0o077 != 0 else { return }
    throw Failure.usage("others can read the key '\(path)'\n  help: chmod 600 \(path.quotedForShell)")
  }
}
