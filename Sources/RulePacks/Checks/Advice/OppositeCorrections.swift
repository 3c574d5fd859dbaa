import Ergonomics

/// Two corrections that are called for one after the other, and pull the same answer to and fro.
enum OppositeCorrections: AnswersCheck {
  static let code = Problem.Code.oppositeCorrections

  static let examples = [
    BrokenPack(
      at: "advice.xml:13",
      .init(
        "advice.xml", #"<sets question="habits""#,
        #"<sets question="support" to="none"/><sets question="habits""#))
  ]

  static func problems(in pack: WorkedOutPack) -> [Problem] {
    var (told, problems) = (Set<Set<Int>>(), [Problem]())
    for (first, correction) in pack.draft.corrections.enumerated() {
      let rivals = pack.draft.corrections.indices.filter { mayOppose(first, $0, in: pack.draft) }
      if rivals.isEmpty { continue }
      let before = people(for: first, against: rivals, in: pack)
      let after = before.map { pack.program.answers($0, after: first) ?? $0 }
      for (people, prospect) in zip(zip(before, after), pack.program.prospects(of: after)) {
        for second in rivals where prospect.offered.contains(second) && !told.contains([first, second]) {
          guard pack.corrections.naming[second].contains(where: prospect.found.contains),
            let question = pack.program.questionMovedBack(from: people.0, people.1, by: second)
          else { continue }
          told.insert([first, second])
          let other = pack.draft.corrections[second]
          problems.append(wording(other.value.id, correction.value.id, question, at: other.spot("id")))
        }
      }
    }
    return problems
  }

  /// Whether two set one question, and no author has said that they do not go together.
  private static func mayOppose(_ first: Int, _ second: Int, in draft: PackDraft) -> Bool {
    let (one, other) = (draft.corrections[first].value, draft.corrections[second].value)
    if first == second || one.notWith.contains(other.id) || other.notWith.contains(one.id) { return false }
    return one.sets.contains { set in other.sets.contains { $0.question == set.question && $0.value != set.value } }
  }

  /// Those of whom a rule is found that names the correction, and to whom it is offered: alone, and put together with
  /// those who have a rule of its rivals.
  private static func people(for correction: Int, against rivals: [Int], in pack: WorkedOutPack) -> [Answers] {
    let (naming, found) = (pack.corrections.naming, pack.examples.found)
    let rules = Set(rivals.flatMap { naming[$0] })
    let people = naming[correction].flatMap { rule in
      found[rule].flatMap { one in
        [one] + rules.flatMap { other in found[other].flatMap { [one.merging($0), $0.merging(one)] } }
      }
    }
    return zip(people, pack.program.prospects(of: people)).filter { _, prospect in
      prospect.offered.contains(correction) && naming[correction].contains(where: prospect.found.contains)
    }.map(\.0)
  }

  private static func wording(_ second: String, _ first: String, _ question: String, at spot: SourceLocation) -> Problem
  {
    Problem(
      code, spot, "'\(second)' can be called for after '\(first)', and moves '\(question)' back",
      help: "say which may not go together with <not-with step=\"\(first)\"/>, or let one not fit")
  }
}

extension Answers {
  /// With the answers of another person where this one has none.
  fileprivate func merging(_ other: Answers) -> Answers {
    Answers(byQuestion.merging(other.byQuestion) { own, _ in own })
  }
}

extension RuleProgram {
  /// A question whose answer one correction has moved and another moves back.
  fileprivate func questionMovedBack(from start: Answers, _ before: Answers, by correction: Int) -> Question.ID? {
    guard let after = answers(before, after: correction) else { return nil }
    return pack.corrections[correction].sets.map(\.question).first { question in
      switch (start[question], before[question], after[question]) {
      case (.number(let a), .number(let b), .number(let c)): (b - a).signum() * (c - b).signum() < 0
      case (.options(let a), .options(let b), .options(let c)):
        a != b && !Set(a).symmetricDifference(b).isDisjoint(with: Set(b).symmetricDifference(c))
      case (let a, let b, let c): a != b && b != c
      }
    }
  }
}
