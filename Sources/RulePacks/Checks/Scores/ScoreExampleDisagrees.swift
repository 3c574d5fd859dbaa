import Ergonomics

/// A person of whom a score comes to something else than they say.
enum ScoreExampleDisagrees: AnswersCheck {
  static let code = Problem.Code.scoreExampleDisagrees
  static let depth = CheckDepth.examples

  static let examples = [
    BrokenPack(at: "people.xml:4", .leaning(#"<comes-to score="back">4</comes-to>"#)),
    BrokenPack(at: "people.xml:4", .leaning(#"<comes-to score="back" level="high">3</comes-to>"#)),
  ]

  static func problems(in pack: WorkedOutPack) -> [Problem] {
    // What rules would add that could not be read, or are told to be senseless, is not known.
    if pack.draft.isIncomplete || !pack.isWhole || !pack.senseless.isEmpty { return [] }
    let people = pack.draft.people.filter {
      !pack.draft.brokenExamples.contains(PackDraft.ExampleKey(in: $0.file, $0.element))
    }
    var verdicts = Verdicts(pack.program, .scoring)
    return stride(from: 0, to: people.count, by: AnswerBlock.capacity).flatMap { start -> [Problem] in
      let some = people[start..<min(people.count, start + AnswerBlock.capacity)]
      var block = AnswerBlock(pack.program)
      for (place, person) in some.enumerated() { block.set(person.value.answers, for: place, in: pack.program) }
      verdicts.evaluate(block, count: some.count)
      return some.enumerated().flatMap { place, person in disagreements(of: person, place, verdicts, pack) }
    }
  }

  private static func disagreements(
    of person: PackDraft.Placed<ExamplePerson>, _ place: Int, _ verdicts: Verdicts, _ pack: WorkedOutPack
  ) -> [Problem] {
    zip(person.value.comesTo, person.element.elements("comes-to")).compactMap { wanted, element in
      guard !pack.draft.scoresInDoubt.contains(wanted.score),
        let score = pack.draft.scores.firstIndex(where: { $0.value.id == wanted.score })
      else { return nil }
      let told = verdicts.score(score, for: place)
      let isRight = told?.low == wanted.points && (wanted.level == nil || wanted.level == told?.levelOrUnknown)
      return isRight ? nil : wording(person.value, wanted, told, at: person.file.spot(of: element))
    }
  }

  private static func wording(
    _ person: ExamplePerson, _ wanted: ExamplePerson.ComesTo, _ told: ScoreInterval?, at spot: SourceLocation
  ) -> Problem {
    let words = { (points: Int, level: String?) in "\(points)\(level.map { " (\($0))" } ?? "")" }
    let found =
      told.map { "comes to \(words($0.low, wanted.level == nil ? nil : $0.levelOrUnknown))" } ?? "has no value"
    return Problem(
      code, spot, "'\(person.says)': '\(wanted.score)' \(found), not to \(words(wanted.points, wanted.level))",
      help: "change the person, or what makes the score up")
  }
}

extension BrokenPack.Edit {
  /// Somebody who leans to one side, with what scores come to on the fourth line.
  fileprivate static func leaning(_ comesTo: String) -> BrokenPack.Edit {
    let text = """
      <people xmlns="urn:sitwell:pack:1">
        <person says="leans">
          <answer question="habits">lean</answer>
          \(comesTo)
        </person>
      </people>
      """
    return BrokenPack.Edit("people.xml", "", text)
  }
}
