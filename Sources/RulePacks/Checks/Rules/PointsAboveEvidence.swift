import Ergonomics

/// More points than the best evidence for a finding allows.
enum PointsAboveEvidence: DraftCheck {
  static let code = Problem.Code.pointsAboveEvidence

  static let examples = [
    BrokenPack(at: "chair/uneven-sitting.xml:5", .init("chair/uneven-sitting.xml", #"points="3""#, #"points="9""#)),
    BrokenPack(at: "chair/seat-too-high.xml:8", .init("chair/seat-too-high.xml", #"points="5""#, #"points="9""#)),
  ]

  static func problems(in pack: CheckedDraft) -> [Problem] {
    pack.draft.rules.flatMap { rule -> [Problem] in
      let strengths = rule.value.evidence.filter { !$0.isAgainst }.map(\.strength)
      let best = Evidence.Strength.allCases.first(where: strengths.contains) ?? Evidence.Strength.none
      guard let cap = pack.draft.evidenceCaps[best] else { return [] }
      return rule.element.elements("adds").compactMap { adds in
        let points = rule.file.required("points", of: adds)
        return (Int(points.text) ?? .max) > cap ? wording(points.text, best, cap: cap, at: points.spot) : nil
      }
    }
  }

  private static func wording(
    _ points: String, _ best: Evidence.Strength, cap: Int, at spot: SourceLocation
  ) -> Problem {
    Problem(
      code, spot, "\(points) points stand on evidence that is '\(best.rawValue)' at best",
      help: "add \(cap) at most, or name stronger evidence")
  }
}
