import Foundation
import Sealing

/// A file with a key of a team: the private half, which opens what people send, or the public one, which forms carry.
struct TeamKeyFile {
  let path: String

  func privateKey() throws -> TeamKey {
    let bytes = try InputFile(path: path).bytes()
    if let key = TeamKey(json: bytes) { return key }
    let help =
      PublicTeamKey(json: bytes) == nil
      ? "sitwell team-key FILE makes one" : "this is the public half: name the file without .pub"
    throw Failure.usage("'\(path)' is no private key of a team\n  help: \(help)")
  }

  func publicKey() throws -> PublicTeamKey {
    if let key = PublicTeamKey(json: try InputFile(path: path).bytes()) { return key }
    throw Failure.usage("'\(path)' is no key of a team\n  help: sitwell team-key FILE makes one")
  }
}
