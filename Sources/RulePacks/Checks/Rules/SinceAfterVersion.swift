import Ergonomics

/// A rule that came with a version which the pack does not have yet.
enum SinceAfterVersion: DraftCheck {
  static let code = Problem.Code.sinceAfterVersion

  static let examples = [
    BrokenPack(
      at: "chair/uneven-sitting.xml:2", .init("chair/uneven-sitting.xml", #"since="1.0""#, #"since="1.1""#))
  ]

  static func problems(in pack: CheckedDraft) -> [Problem] {
    guard let head = pack.draft.head else { return [] }
    let version = head.root.required("version")
    return pack.draft.rules.filter { numbers(version).lexicographicallyPrecedes(numbers($0.value.since)) }.map {
      wording($0.value.since, version, at: $0.spot("since"))
    }
  }

  private static func numbers(_ version: String) -> [Int] { version.split(separator: ".").compactMap { Int($0) } }

  private static func wording(_ since: String, _ version: String, at spot: SourceLocation) -> Problem {
    Problem(
      code, spot, "the rule is there since \(since), and the pack is version \(version)",
      help: "write the version that it came with, or raise the version in pack.xml")
  }
}
