package import Ergonomics

/// What every assessment promises of its advice, whatever the answers; worked out apart from the planner.
package struct AdvicePromises {
  private let assessor: Assessor
  private var pack: Pack { assessor.pack }
  private var program: RuleProgram { assessor.program }
  private let places: [Correction.ID: Int]

  package init(_ assessor: Assessor) {
    self.assessor = assessor
    places = Dictionary(uniqueKeysWithValues: assessor.pack.corrections.enumerated().map { ($1.id, $0) })
  }

  package enum Broken: String, CaseIterable, Sendable {
    case exertionBesideWarningSign = "exertion beside a warning sign"
    case stepThatDoesNotFit = "steps that do not fit or change nothing"
    case stepTwice = "steps twice"
    case oppositeSteps = "steps that move back what others moved"
    case newFinding = "new findings that add points"
    case higherUpperEnd = "upper ends that rise"
    case sumWrong = "plans that do not add up"
    case stepForNothing = "steps that give back nothing"
    case solvableLeft = "findings left that up to three of their own corrections would lower"
    case adviceThatDoesNotFit = "advice beside the plan that does not fit"
  }

  package func broken(by answers: Answers) -> Set<Broken> {
    let assessment = assessor.assess(answers, date: "2026-01-31")
    var broken: Set<Broken> = []
    if assessment.careCards.contains(where: { $0.level != .routine }), asksSomething(assessment) {
      broken.insert(.exertionBesideWarningSign)
    }
    if assessment.isWithheld { return broken }
    let ids = assessment.plan.map(\.correction)
    if Set(ids).count < ids.count { broken.insert(.stepTwice) }
    if assessment.plan.contains(where: { $0.gives.isEmpty != $0.isWithNext })
      || assessment.plan.last?.isWithNext == true
    {
      broken.insert(.stepForNothing)
    }
    let states = walk(ids, from: answers, &broken)
    check(assessment, end: states.last!, &broken)
    if leavesSolvable(assessment, states) { broken.insert(.solvableLeft) }
    if advisesWhatDoesNotFit(assessment, states) { broken.insert(.adviceThatDoesNotFit) }
    return broken
  }

  private func asksSomething(_ assessment: Assessment) -> Bool {
    let asking = Set(pack.corrections.filter { $0.asks != nil }.map(\.id))
    return !assessment.exercises.isEmpty || !assessment.reliefs.isEmpty
      || !asking.isDisjoint(with: assessment.plan.map(\.correction) + assessment.findings.flatMap(\.corrections))
  }

  /// The answers before the plan and after each of its steps.
  private func walk(_ ids: [Correction.ID], from answers: Answers, _ broken: inout Set<Broken>) -> [Answers] {
    var states = [answers]
    for id in ids {
      guard let next = program.answers(states.last!, after: places[id]!), fits(places[id]!, states.last!) else {
        broken.insert(.stepThatDoesNotFit)
        return states
      }
      states.append(next)
    }
    if isMovedBack(states) { broken.insert(.oppositeSteps) }
    let excluded = pack.corrections.filter { ids.contains($0.id) }.flatMap(\.notWith)
    if !Set(excluded).isDisjoint(with: ids) { broken.insert(.oppositeSteps) }
    return states
  }

  private func fits(_ correction: Int, _ answers: Answers) -> Bool {
    program.prospects(of: [answers])[0].offered.contains(correction)
  }

  /// Whether some answer goes one way and later the other.
  private func isMovedBack(_ states: [Answers]) -> Bool {
    pack.questions.contains { question in
      let values = states.map { $0[question.id] }.withoutRepeats
      if values.count < 3 { return false }
      switch question.kind {
      case .number:
        let numbers = values.compactMap { if case .number(let number) = $0 { number } else { nil as Int? } }
        return numbers != numbers.sorted() && numbers != numbers.sorted(by: >)
      case .choices:
        let sets = values.map { if case .options(let ids) = $0 { Set(ids) } else { Set<AnswerOption.ID>() } }
        return question.options.contains { option in sets.map { $0.contains(option.id) }.withoutRepeats.count > 2 }
      case .choice, .text: return true
      }
    }
  }

  private func check(_ assessment: Assessment, end: Answers, _ broken: inout Set<Broken>) {
    let after = assessor.assess(end, date: "2026-01-31")
    for (score, reached) in zip(assessment.scores, after.scores) {
      guard let now = score.now, let then = score.after else { continue }
      let given = assessment.plan.flatMap(\.gives).filter { $0.score == score.id }.reduce(0) { $0 + $1.points }
      if given != now.low + score.beyond.now - then.low - score.beyond.after || reached.now != then && !after.isWithheld
      {
        broken.insert(.sumWrong)
      }
      if then.high > now.high { broken.insert(.higherUpperEnd) }
    }
    let before = Set(assessment.findings.map(\.id))
    if after.findings.contains(where: { !$0.adds.isEmpty && !before.contains($0.id) }) { broken.insert(.newFinding) }
  }

  /// Tries all orders of up to three corrections of each finding that is left.
  private func leavesSolvable(_ assessment: Assessment, _ states: [Answers]) -> Bool {
    let holdsBack = assessment.careCards.contains { $0.level == .urgent }
    let ids = Set(assessment.plan.map(\.correction))
    let excluded = Set(pack.corrections.filter { !ids.isDisjoint(with: $0.notWith) }.map(\.id))
      .union(pack.corrections.filter { ids.contains($0.id) }.flatMap(\.notWith))
    func isUsable(_ place: Int) -> Bool {
      let its = pack.corrections[place]
      return !ids.contains(its.id) && !excluded.contains(its.id) && !(holdsBack && its.asks != nil)
    }
    let end = Standing(states.last!, assessor)
    for finding in end.findings where !finding.adds.isEmpty {
      let own = pack.rule(finding.id)!.corrections.compactMap { places[$0] }.filter(isUsable)
      var paths: [[Answers]] = [states]
      var used: [[Int]] = [[]]
      for _ in 1...3 {
        var (nextPaths, nextUsed) = ([[Answers]](), [[Int]]())
        for (path, done) in zip(paths, used) {
          for place in own where !done.contains(place) && fits(place, path.last!) {
            let clashes = pack.corrections[place].notWith.compactMap { places[$0] }
            if !Set(clashes).isDisjoint(with: done) { continue }
            if done.contains(where: { pack.corrections[$0].notWith.contains(pack.corrections[place].id) }) { continue }
            guard let next = program.answers(path.last!, after: place) else { continue }
            let whole = path + [next]
            if isMovedBack(whole) { continue }
            if Standing(next, assessor).isBetter(than: end, before: Standing(states[0], assessor)) { return true }
            nextPaths.append(whole)
            nextUsed.append(done + [place])
          }
        }
        (paths, used) = (nextPaths, nextUsed)
      }
    }
    return false
  }

  private func advisesWhatDoesNotFit(_ assessment: Assessment, _ states: [Answers]) -> Bool {
    let offers = program.prospects(of: [states[0], states.last!]).map(\.offered)
    let ids = Set(assessment.plan.map(\.correction))
    return assessment.findings.contains { finding in
      let isPlanned = !ids.isDisjoint(with: finding.corrections)
      return finding.corrections.contains { id in
        !ids.contains(id) && !offers[isPlanned ? 0 : 1].contains(places[id]!)
      }
    }
  }
}

/// Scores and findings of one person.
private struct Standing {
  let scores: [ScoreInterval?]
  let findings: [(id: Rule.ID, adds: [Rule.Points])]
  let points: [Score.ID: Int]

  init(_ answers: Answers, _ assessor: Assessor) {
    let program = assessor.program
    var block = AnswerBlock(program)
    block.set(answers, for: 0, in: program)
    var verdicts = Verdicts(program)
    verdicts.evaluate(block, count: 1)
    scores = program.scores.indices.map { verdicts.score($0, for: 0) }
    let found = program.pack.rules.indices.filter { verdicts.outcome(ofRule: $0, for: 0) == .found }
    findings = found.map { (program.pack.rules[$0].id, program.pack.rules[$0].adds) }
    points = findings.flatMap(\.adds).reduce(into: [:]) { $0[$1.score, default: 0] += $1.points }
  }

  /// Gives back something, and breaks nothing that a plan promises.
  func isBetter(than end: Standing, before start: Standing) -> Bool {
    let known = Set(start.findings.map(\.id))
    let isSound =
      findings.allSatisfy { $0.adds.isEmpty || known.contains($0.id) }
      && zip(scores, start.scores).allSatisfy { ($0?.high ?? 0) <= ($1?.high ?? 0) }
      && zip(scores, end.scores).allSatisfy { ($0?.low ?? 0) <= ($1?.low ?? 0) }
      && points.allSatisfy { $0.value <= end.points[$0.key, default: 0] }
    let sum = points.values.reduce(0, +) + scores.reduce(0) { $0 + ($1?.low ?? 0) }
    let former = end.points.values.reduce(0, +) + end.scores.reduce(0) { $0 + ($1?.low ?? 0) }
    return isSound && sum < former
  }
}

extension Array where Element: Equatable {
  /// Without elements that are equal to the one before them.
  fileprivate var withoutRepeats: [Element] {
    reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }
}
