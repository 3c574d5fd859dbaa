import Ergonomics

/// A measure that is computed from itself.
enum CircularMeasures: DraftCheck {
  static let code = Problem.Code.circularMeasures

  static let examples = [
    BrokenPack(
      at: "measures.xml:3",
      .init("measures.xml", "seat_height - knee_height", "seat_height - knee_height + 0 * double_gap"))
  ]

  static func problems(in pack: CheckedDraft) -> [Problem] {
    let circles = Circle.each(of: pack.draft.measures.map(\.value.id), in: reads(pack)).told
    return circles.compactMap { circle in
      pack.draft.measures.first { $0.value.id == circle[0] }.map { wording(circle, at: $0.spot("id")) }
    }
  }

  /// Without these measures, nor any that read something doubtful: they cannot be evaluated.
  static func rest(of pack: CheckedDraft) -> CheckedDraft {
    var (draft, doubtful) = (pack.draft, pack.doubtful)
    doubtful.formUnion(Circle.each(of: draft.measures.map(\.value.id), in: reads(pack)).members)
    func isDoubtful(_ measure: PackDraft.Placed<Measure>) -> Bool {
      doubtful.contains(measure.value.id) || !measure.value.formula.names.isDisjoint(with: doubtful)
    }
    while let place = draft.measures.firstIndex(where: isDoubtful) {
      draft.namesInDoubt.formUnion(draft.measures[place].value.formula.names)
      doubtful.insert(draft.measures.remove(at: place).value.id)
    }
    return CheckedDraft(draft, doubtful: doubtful)
  }

  private static func reads(_ pack: CheckedDraft) -> [Measure.ID: Set<String>] {
    Dictionary(
      pack.draft.measures.map { ($0.value.id, $0.value.formula.names) }, uniquingKeysWith: { first, _ in first })
  }

  private static func wording(_ circle: [String], at spot: SourceLocation) -> Problem {
    Problem(
      code, spot, "measure '\(circle[0])' is computed from itself: \(circle.joined(separator: " → "))",
      help: "compute one of them from answers alone")
  }
}
