import Ergonomics

/// A correction that is possible for nobody of whom a rule that names it is found, nor after another of the rule's
/// corrections, as far as the examples show.
enum CorrectionForNobody: AnswersCheck {
  static let code = Problem.Code.correctionForNobody

  static let examples = [
    BrokenPack(
      at: "advice.xml:11",
      .init(
        "advice.xml", #"<sets question="seat_height""#,
        #"<fits-when says="it is low">seat_height less than 40 cm</fits-when><sets question="seat_height""#)),
    BrokenPack(
      at: "advice.xml:6",
      .init(
        "advice.xml", #"<sets question="support""#,
        #"<avoid-when says="you sit long">sitting_time at least 1 h</avoid-when><sets question="support""#)),
  ]

  static func problems(in pack: WorkedOutPack) -> [Problem] {
    pack.draft.corrections.enumerated().compactMap { place, correction in
      let rules = pack.corrections.naming[place]
      let people = rules.flatMap { rule in
        let others = pack.corrections.others(than: place, of: rule)
        return pack.examples.found[rule].flatMap { pack.program.states(from: $0, by: others, upTo: 1) }
      }
      if people.isEmpty || pack.program.prospects(of: people).contains(where: { $0.offered.contains(place) }) {
        return nil
      }
      let condition = correction.element.element("fits-when") ?? correction.element.element("avoid-when")
      let spot = condition.map { correction.file.text(of: $0).spot } ?? correction.spot()
      return wording(correction.value.id, rules: rules.map { pack.draft.rules[$0].value.id }, at: spot)
    }
  }

  private static func wording(_ correction: String, rules: [String], at spot: SourceLocation) -> Problem {
    Problem(
      code, spot, "nobody of whom \(Problem.quoted(rules)) is found can get '\(correction)'",
      help: "look at its fits-when and avoid-when, or add an example of somebody whom it fits")
  }
}
