import Ergonomics
import RulePacks

/// What the change from one state of a pack to another is, and what it does to people.
package struct PackDifference: Sendable {
  /// Whether anybody can be told something different by a rule that is written differently.
  package struct Witness: Sendable {
    package let rule: Rule.ID
    package let disagreement: Disagreement
    package let before: Outcome?
    package let after: Outcome?
  }

  /// Why a rule says something different of somebody.
  package struct Shift: Sendable {
    package let person: Answers
    package let rule: Rule.ID
    package let before: Outcome?
    package let after: Outcome?
    /// The conditions that hold, or do not, in one state alone.
    package let reasons: [String]
    /// The answers these read.
    package let answers: [String]
  }

  /// Of people whose plans were worked out.
  package struct Plans: Sendable {
    package let people: Int
    package let changed: [Plan]
    /// Who are told nothing else that is different.
    package var alone: Int { changed.count { !$0.isHit } }
  }

  /// A plan that takes other steps, or the same in another order.
  package struct Plan: Sendable, Hashable {
    package let id: String
    package let before: [Correction.ID]
    package let after: [Correction.ID]
    /// A finding, a level or a number of theirs changes, too.
    package let isHit: Bool
    /// What is written differently of the steps that it takes no longer, or takes now.
    package let reasons: [String]
    package var isOrderOnly: Bool { before.sorted() == after.sorted() }
  }

  package let before: Pack
  package let after: Pack
  package let changes: PackChanges
  package let witnesses: [Witness]
  package let scoreWitnesses: [ScoreWitness]
  package let impact: PackImpact
  private let old: RuleProgram
  private let new: RuleProgram

  /// - Parameter impact: From one state to the other, of whoever is looked at.
  package init(_ old: RuleProgram, _ new: RuleProgram, impact: PackImpact) {
    (self.old, self.new, self.impact) = (old, new, impact)
    (before, after) = (old.pack, new.pack)
    changes = PackChanges(from: before, to: after)
    witnesses = changes.rules.map { Self.witness($0, old, new) }
    scoreWitnesses = ScoreChanges(old, new).witnesses
  }

  private static func witness(_ id: Rule.ID, _ old: RuleProgram, _ new: RuleProgram) -> Witness {
    let (first, second) = (old.place(of: id), new.place(of: id))
    let disagreement: Disagreement
    switch (first, second) {
    case (let first?, let second?):
      // That somebody loses a finding tells more than that it was open and is no longer.
      let plain = RuleProgram.disagreement(of: first, and: second, isPlain: true)
      if case .answers = plain {
        disagreement = plain
      } else {
        disagreement = RuleProgram.disagreement(of: first, and: second)
      }
    case (let only?, nil), (nil, let only?):
      disagreement = only.program.answers(ofRule: only.rule, comingOutAs: .found).map { .answers($0) } ?? .none
    case (nil, nil): disagreement = .none
    }
    guard case .answers(let answers) = disagreement else {
      return Witness(rule: id, disagreement: disagreement, before: nil, after: nil)
    }
    return Witness(
      rule: id, disagreement: disagreement, before: first?.outcome(of: answers), after: second?.outcome(of: answers))
  }

  /// Whether a rule reads answers about health in either state.
  package func isAboutHealth(_ rule: Rule.ID) -> Bool {
    [old.place(of: rule), new.place(of: rule)].contains { place in
      place.map { $0.program.rules[$0.rule].isAboutHealth } ?? false
    }
  }

  /// Why somebody gains or loses a finding.
  package func shift(of rule: Rule.ID, for person: Answers) -> Shift {
    let (first, second) = (old.place(of: rule), new.place(of: rule))
    let (was, now) = (first?.atoms(for: person) ?? [], second?.atoms(for: person) ?? [])
    let words = { (atom: ToldAtom) in "\(atom.holds ? "holds" : "does not hold"): '\(atom.text)'" }
    let reasons =
      was.filter { !now.contains($0) }.map { "before, \(words($0))" }
      + now.filter { !was.contains($0) }.map { "now, \(words($0))" }
    let read = (was + now).flatMap(\.questions).withoutDoubles
    let questions = after.questions + before.questions.filter { after.question($0.id) == nil }
    let answers = questions.filter { read.contains($0.id) }.map { question in
      let answer = person[question.id].map { ExampleText.text(of: $0, to: question) }
      return "\(question.id) \(answer.map { "= \($0)" } ?? "not answered")"
    }
    return Shift(
      person: person, rule: rule, before: first?.outcome(of: person), after: second?.outcome(of: person),
      reasons: reasons, answers: answers)
  }

  /// The plans of the first people of all, in their order.
  package func plans() async -> Plans {
    let changed = await withTaskGroup(of: [(Int, Plan)].self) { group in
      let share = 8
      for start in stride(from: 0, to: impact.first.count, by: share) {
        group.addTask {
          let (one, other) = (Assessor(before, programVersion: ""), Assessor(after, programVersion: ""))
          return impact.first.indices[start..<min(impact.first.count, start + share)].compactMap { place in
            let first = impact.first[place]
            let (was, now) = (one.plan(of: first.person), other.plan(of: first.person))
            if was == now { return nil }
            let id = first.person.id ?? "\(place + 1)"
            return (place, Plan(id: id, before: was, after: now, isHit: first.isHit, reasons: reasons(was, now)))
          }
        }
      }
      return await group.reduce(into: []) { $0 += $1 }
    }
    return Plans(people: impact.first.count, changed: changed.sorted { $0.0 < $1.0 }.map(\.1))
  }

  /// What is written differently of the steps that it takes no longer, or takes now; else what its steps set that a
  /// changed rule reads.
  private func reasons(_ was: [Correction.ID], _ now: [Correction.ID]) -> [String] {
    let steps = was.filter { !now.contains($0) } + now.filter { !was.contains($0) }
    let corrections = Set(changes.changes.filter { $0.kind == .correction }.map(\.id))
    let rules = changes.rules.filter { !isAboutHealth($0) }
    let direct = steps.flatMap { step -> [String] in
      let naming = (before.rules + after.rules).filter { $0.corrections.contains(step) }.map(\.id).withoutDoubles
      return (corrections.contains(step) ? ["'\(step)' is written differently"] : [])
        + naming.filter(rules.contains).map { "'\(step)' is for '\($0)', which is changed" }
    }
    if !direct.isEmpty { return direct }
    let set = (was + now).withoutDoubles.flatMap { step in
      let set = Set((before.corrections + after.corrections).filter { $0.id == step }.flatMap(\.sets).map(\.question))
      return rules.filter { !set.isDisjoint(with: readings(of: $0)) }.map {
        "'\(step)' sets what '\($0)' reads, which is changed"
      }
    }
    if !set.isEmpty { return set }
    return scoreWitnesses.map { "what its steps give back is counted in '\($0.score)', which is made up differently" }
  }

  private func readings(of rule: Rule.ID) -> Set<Question.ID> {
    Set(
      [old.place(of: rule), new.place(of: rule)].compactMap { $0 }.flatMap { place in
        place.program.questionsDeciding(place.program.rules[place.rule].holds).map { place.program.questions[$0].id }
      })
  }
}

extension Assessor {
  /// What the plan of somebody takes, in its order.
  fileprivate func plan(of person: Answers) -> [Correction.ID] {
    assess(person, date: "2000-01-01", .workstation).plan.map(\.correction)
  }
}

/// A condition on a single answer or quantity, and whether it holds for somebody.
private struct ToldAtom: Equatable {
  let text: String
  let holds: Bool
  let questions: [Question.ID]
}

extension RuleProgram {
  fileprivate func place(of rule: Rule.ID) -> Place? {
    pack.rules.firstIndex { $0.id == rule }.map { Place(self, rule: $0) }
  }
}

extension RuleProgram.Place {
  fileprivate func outcome(of person: Answers) -> Outcome { program.outcomes(for: person)[rule] }

  /// Of those that count in the rule, whatever they do to it.
  fileprivate func atoms(for person: Answers) -> [ToldAtom] {
    var (block, verdicts) = (AnswerBlock(program), Verdicts(program, .scoring))
    block.set(person, for: 0, in: program)
    verdicts.evaluate(block, count: 1)
    return program.rules[rule].holds.atoms(in: verdicts, program)
  }
}

extension RuleProgram.Node {
  fileprivate func atoms(in verdicts: Verdicts, _ program: RuleProgram) -> [ToldAtom] {
    switch shape {
    case .all(let parts), .any(let parts), .atLeast(_, let parts):
      return parts.flatMap { $0.atoms(in: verdicts, program) }
    case .atom(let condition, let isNegated, let questions):
      let truth = verdicts.truth(of: self, for: 0)
      let written = isNegated ? Condition.not(condition) : condition
      return [
        ToldAtom(
          text: written.text(in: program.vocabulary), holds: truth.isTrue == 1,
          questions: questions.map { program.questions[$0].id })
      ]
    }
  }
}
