import Ergonomics

/// A finding of a family that holds for everybody whom the one before it holds for, and for others.
enum FamilyOrder: AnswersCheck {
  static let code = Problem.Code.familyOrder

  static let examples = [
    BrokenPack(
      at: "pack.xml:18", BrokenPack.rule("zigzag", when: "habits has lean", answers: ("lean", "cross_legs")),
      .init(
        "pack.xml", "</pack>",
        #"<family><finding rule="zigzag"/><finding rule="uneven-sitting"/></family></pack>"#))
  ]

  static func problems(in pack: WorkedOutPack) -> [Problem] {
    guard let file = pack.draft.head else { return [] }
    let elements = file.root.elements("family")
    return pack.repetitions.misplaced.map { pair in
      let (outer, inner) = (pack.draft.rules[pair.first].value.id, pack.draft.rules[pair.second].value.id)
      let element = elements[pair.family]
      let finding = element.elements("finding").first { $0.required("rule") == inner }
      let spot = finding.map { file.required("rule", of: $0).spot } ?? file.spot(of: element)
      return wording(inner, after: outer, at: spot)
    }
  }

  private static func wording(_ rule: String, after outer: String, at spot: SourceLocation) -> Problem {
    Problem(
      code, spot, "'\(rule)' holds for everybody whom '\(outer)' holds for, but stands after it",
      help: "let it stand before '\(outer)': the widest comes first")
  }
}
