/// Which corrections are for a person, and in what words the others are left out.
struct CorrectionAdvice {
  let told: [Assessment.CorrectionAdvice]
  let leftOut: [Assessment.LeftOut]
}

extension Assessor {
  /// - Parameters:
  ///   - before: The person before each step of the plan.
  ///   - findings: With the corrections that may be named at each.
  ///   - holdBack: Cards that say to ask somebody first.
  func correctionAdvice(
    for person: PersonEvaluation, before: [Correction.ID: PersonEvaluation], _ plan: Planner.Plan,
    _ findings: [Assessment.Finding], holdBack: [Assessment.CareAdvice]
  ) -> CorrectionAdvice {
    // In the order of the plan, then of the findings.
    let told = (plan.steps.map(\.correction) + findings.flatMap(\.corrections)).withoutDoubles
    return CorrectionAdvice(
      told: told.compactMap { advice($0, for: before[$0] ?? person, now: person) },
      leftOut: leftOut(of: findings, told: Set(told), person, held: holdBack.map(\.title)))
  }

  /// What speaks against a correction is always told; what makes it impossible only where nothing else is left for a
  /// finding.
  private func leftOut(
    of findings: [Assessment.Finding], told: Set<Correction.ID>, _ person: PersonEvaluation, held: [String]
  ) -> [Assessment.LeftOut] {
    var all: [Assessment.LeftOut] = []
    for finding in findings {
      for id in pack.rule(finding.id)?.corrections ?? []
      where !told.contains(id) && !all.contains(where: { $0.id == id }) {
        guard let place = place(of: id) else { continue }
        let its = pack.corrections[place]
        if its.asks != nil, person.disclosure == .workstation { continue }
        let against = person.check(its.avoidWhen, program.correctionAvoidances[place]).avoided.map(\.says)
        let because = (its.asks == nil ? [] : held) + against
        let unless = because.isEmpty && finding.corrections.isEmpty ? person.fits(of: place).missing : []
        if because.isEmpty, unless.isEmpty { continue }
        all.append(.init(id: id, title: its.title, because: because, unless: unless))
      }
    }
    return all
  }

  /// - Parameters:
  ///   - person: With the answers before it is done.
  ///   - now: With the answers as they were given.
  private func advice(
    _ id: Correction.ID, for person: PersonEvaluation, now: PersonEvaluation
  ) -> Assessment.CorrectionAdvice? {
    guard let place = place(of: id) else { return nil }
    let its = pack.corrections[place]
    var advice = Assessment.CorrectionAdvice(
      id: its.id, title: its.title, effort: its.effort, who: its.who, minutes: its.minutes, cost: its.cost,
      item: its.item, steps: its.steps, worksWhen: its.worksWhen, days: its.days,
      onlyIf: person.fits(of: place).open,
      notIf: person.check(its.avoidWhen, program.correctionAvoidances[place]).notIf)
    advice.aims = person.aims(of: place).filter { now.isTold($0.question) }
    if its.isFigureForAnyone || now.isDrawn { advice.figure = its.figure }
    return advice
  }

  private func place(of id: Correction.ID) -> Int? { pack.corrections.firstIndex { $0.id == id } }
}

extension PersonEvaluation {
  /// A height of the body follows from what is moved, and is nothing to aim at.
  fileprivate func aims(of correction: Int) -> [Assessment.Aim] {
    let after = program.changes(
      by: correction, of: { answers[pack.questions[$0].id] }, program.changeNumbers(by: verdicts, for: lane))
    return pack.corrections[correction].sets.map(\.question).withoutDoubles.compactMap { id in
      guard let place = pack.questions.firstIndex(where: { $0.id == id }), isTold(id),
        case .number(let old)? = answers[id], case .number(let new)? = after[place]
      else { return nil }
      let question = pack.questions[place]
      if question.drawnAs?.isOfTheBody == true { return nil }
      func words(_ number: Int) -> String { question.words(for: .number(number), notSure: pack.notSure) }
      return Assessment.Aim(question: id, from: words(old), to: words(new))
    }
  }

  /// It was answered, counts, and may be told.
  fileprivate func isTold(_ question: Question.ID) -> Bool {
    pack.questions.firstIndex { $0.id == question }.map { state(of: $0) == .answered } ?? false
  }

  /// In words: what a correction takes to be possible and certainly is not so, and what the answers leave open.
  fileprivate func fits(of correction: Int) -> (missing: [String], open: [String]) {
    let all = zip(pack.corrections[correction].fitsWhen, program.correctionFits[correction]).map {
      (says: $0.says, truth: verdicts.truth(of: $1, for: lane))
    }
    return (
      all.filter { $0.truth.canBeTrue == 0 }.map(\.says).withoutDoubles,
      all.filter { $0.truth.isUndecided == 1 }.map(\.says).withoutDoubles
    )
  }
}
