import Ergonomics

/// Whether plans can do with the corrections of a pack. People to try them on are those of the examples that are found,
/// alone and two put together: what is reported was seen in one of them; of what none of them shows nothing is claimed.
extension PackChecks {
  /// - Parameter examples: By rule: the answers of its examples that come out as found.
  mutating func checkPlans(_ program: Program, examples: [[Answers]]) {
    let naming = draft.corrections.map { correction in
      draft.rules.indices.filter { draft.rules[$0].value.corrections.contains(correction.value.id) }
    }
    checkThatCorrectionsHelp(program, examples, naming)
    checkThatSomebodyGetsThem(program, examples, naming)
    checkForOpposites(program, examples, naming)
  }

  /// That each stands in a rule, as far as all rules could be read.
  mutating func checkThatCorrectionsAreNamed() {
    let named = Set(draft.rules.flatMap(\.value.corrections))
    let isAllRead = !draft.isIncomplete && draft.namesInDoubt.isEmpty && draft.scoresInDoubt.isEmpty
    guard isAllRead, named.isSubset(of: draft.corrections.map(\.value.id)) else { return }
    for correction in draft.corrections where !named.contains(correction.value.id) {
      problems.append(.namedByNoRule(correction.value.id, at: correction.spot("id")))
    }
  }

  /// That each changes a rule that names it, alone or with up to two of the rule's other corrections; and that what adds
  /// points is changed by some correction, so that a plan can take it away.
  private mutating func checkThatCorrectionsHelp(_ program: Program, _ examples: [[Answers]], _ naming: [[Int]]) {
    var (helped, isTold) = (Set<Int>(), Set<Int>())
    for (place, correction) in draft.corrections.enumerated() where !correction.value.sets.isEmpty {
      let named = naming[place].filter { !examples[$0].isEmpty }
      let changed = named.filter { rule in
        let others = draft.corrections.indices.filter { $0 != place && naming[$0].contains(rule) }
        let without = examples[rule].flatMap { Self.states(from: $0, by: others, upTo: 2, program) }
        let with = without.map { program.answers($0, after: place) ?? $0 }
        return zip(Self.found(rule, without, program), Self.found(rule, with, program)).contains { $0 && !$1 }
      }
      helped.formUnion(changed)
      if changed.isEmpty, !named.isEmpty {
        let sets = correction.element.element("sets").map { correction.file.spot(of: $0) } ?? correction.spot()
        isTold.formUnion(named)
        problems.append(.helpsNothing(correction.value.id, rules: named.map { draft.rules[$0].value.id }, at: sets))
      }
    }
    let known = Set(draft.corrections.map(\.value.id))
    for (place, rule) in draft.rules.enumerated() where !rule.value.adds.isEmpty && !rule.value.corrections.isEmpty {
      // One that sets nothing only gives advice: its author knows that it changes no answer.
      let its = draft.corrections.filter { rule.value.corrections.contains($0.value.id) }
      if its.contains(where: \.value.sets.isEmpty) || !known.isSuperset(of: rule.value.corrections) { continue }
      if helped.contains(place) || isTold.contains(place) || examples[place].isEmpty { continue }
      if program.rules[place].isAboutHealth { continue }
      let element = rule.element.element("correct").map { rule.file.spot(of: $0) } ?? rule.spot()
      problems.append(.nothingChanges(rule.value.id, at: element))
    }
  }

  /// That each is possible for somebody of whom a rule that names it is found, also after another of the rule's corrections.
  private mutating func checkThatSomebodyGetsThem(_ program: Program, _ examples: [[Answers]], _ naming: [[Int]]) {
    for (place, correction) in draft.corrections.enumerated() {
      let people = naming[place].flatMap { rule in
        examples[rule].flatMap { person in
          Self.states(
            from: person, by: draft.corrections.indices.filter { $0 != place && naming[$0].contains(rule) }, upTo: 1,
            program)
        }
      }
      if people.isEmpty || program.prospects(of: people).contains(where: { $0.offered.contains(place) }) { continue }
      let condition = correction.element.element("fits-when") ?? correction.element.element("avoid-when")
      let spot = condition.map { correction.file.text(of: $0).spot } ?? correction.spot()
      problems.append(
        .forNobody(correction.value.id, rules: naming[place].map { draft.rules[$0].value.id }, at: spot))
    }
  }

  /// That no two which are called for one after the other pull the same answer to and fro.
  private mutating func checkForOpposites(_ program: Program, _ examples: [[Answers]], _ naming: [[Int]]) {
    var told: Set<Set<Int>> = []
    for (first, correction) in draft.corrections.enumerated() {
      let rivals = draft.corrections.indices.filter { mayOppose(first, $0) }
      if rivals.isEmpty { continue }
      let rules = Set(rivals.flatMap { naming[$0] })
      let people = naming[first].flatMap { rule in
        examples[rule].flatMap { one in
          [one] + rules.flatMap { other in examples[other].flatMap { [one.merging($0), $0.merging(one)] } }
        }
      }
      let before = zip(people, program.prospects(of: people)).filter { _, prospect in
        prospect.offered.contains(first) && naming[first].contains(where: prospect.found.contains)
      }.map(\.0)
      let after = before.map { program.answers($0, after: first) ?? $0 }
      for (people, prospect) in zip(zip(before, after), program.prospects(of: after)) {
        for second in rivals where prospect.offered.contains(second) && !told.contains([first, second]) {
          guard naming[second].contains(where: prospect.found.contains),
            let question = program.questionMovedBack(from: people.0, people.1, by: second)
          else { continue }
          told.insert([first, second])
          let other = draft.corrections[second].value.id
          problems.append(.opposite(other, correction.value.id, question, at: draft.corrections[second].spot("id")))
        }
      }
    }
  }

  /// Whether two set one question, and no author has said that they do not go together.
  private func mayOppose(_ first: Int, _ second: Int) -> Bool {
    let (one, other) = (draft.corrections[first].value, draft.corrections[second].value)
    if first == second || one.notWith.contains(other.id) || other.notWith.contains(one.id) { return false }
    return one.sets.contains { set in other.sets.contains { $0.question == set.question && $0.value != set.value } }
  }
}

extension PackChecks {
  /// The answers as they are, and after each sequence of up to `most` of the corrections.
  private static func states(
    from person: Answers, by corrections: [Int], upTo most: Int, _ program: Program
  ) -> [Answers] {
    var (all, last) = ([person], [person])
    for _ in 0..<most {
      last = last.flatMap { person in corrections.compactMap { program.answers(person, after: $0) } }
      all += last
    }
    return all
  }

  private static func found(_ rule: Int, _ people: [Answers], _ program: Program) -> [Bool] {
    outcomes(people.map { (rule, $0) }, program).map { $0 == .found }
  }
}

extension Answers {
  /// With the answers of another person where this one has none.
  fileprivate func merging(_ other: Answers) -> Answers {
    Answers(byQuestion.merging(other.byQuestion) { own, _ in own })
  }
}

extension Program {
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

extension Problem {
  static func helpsNothing(_ correction: String, rules: [String], at spot: SourceLocation) -> Problem {
    Problem(
      "correction-helps-nothing", spot, "what '\(correction)' sets changes no finding of \(quoted(rules))",
      help: "set the answers that the rule reads, or let the rule name another correction")
  }

  static func nothingChanges(_ rule: String, at spot: SourceLocation) -> Problem {
    Problem(
      "finding-stays", spot, "'\(rule)' adds points, and none of its corrections sets an answer that takes it away",
      help: "name a correction that sets the answers it reads, or add an example that one changes")
  }

  static func namedByNoRule(_ correction: String, at spot: SourceLocation) -> Problem {
    Problem(
      "correction-for-nobody", spot, "no rule names '\(correction)': nobody can get it",
      help: "name it in a rule, or delete it")
  }

  static func forNobody(_ correction: String, rules: [String], at spot: SourceLocation) -> Problem {
    Problem(
      "correction-for-nobody", spot, "nobody of whom \(quoted(rules)) is found can get '\(correction)'",
      help: "look at its fits-when and avoid-when, or add an example of somebody whom it fits")
  }

  static func opposite(_ second: String, _ first: String, _ question: String, at spot: SourceLocation) -> Problem {
    Problem(
      "opposite-corrections", spot,
      "'\(second)' can be called for after '\(first)', and moves '\(question)' back",
      help: "say which may not go together with <not-with step=\"\(first)\"/>, or let one not fit")
  }

  private static func quoted(_ rules: [String]) -> String { rules.map { "'\($0)'" }.joined(separator: ", ") }
}
