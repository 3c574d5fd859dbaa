/// Assesses people by a pack: a pure function of answers, date and program version.
package struct Assessor: Sendable {
  package let pack: Pack
  package let program: RuleProgram
  package let programVersion: String
  let planner: Planner
  private let choices = KnownChoices()

  package init(_ pack: Pack, programVersion: String) {
    self.pack = pack
    self.programVersion = programVersion
    program = RuleProgram(pack)
    planner = Planner(program)
  }

  /// - Parameters:
  ///   - date: `YYYY-MM-DD`.
  ///   - disclosure: What the one who reads it may know.
  ///   - isBrief: Only what can change a level was asked: if the answers decide all levels, that is told.
  ///   - others: Cards that other packs know of for the same person. They are not told again, but heeded: an emergency
  ///     withholds all, an urgent card the exercises and what else asks something of the body.
  package func assess(
    _ answers: Answers, date: String, _ disclosure: Disclosure = .everything, isBrief: Bool = false,
    heeding others: [Assessment.CareAdvice] = []
  ) -> Assessment {
    let person = PersonEvaluation(program.answers(answers, at: disclosure), program, disclosure)
    let cards = disclosure == .workstation ? [] : person.careCards
    let isWithheld = disclosure != .workstation && (cards + others).contains { $0.level == .emergency }
    var assessment = Assessment(
      header: header(of: answers.id, date: date, disclosure), isWithheld: isWithheld,
      careCards: isWithheld ? cards.filter { $0.level == .emergency } : cards, scores: [],
      plan: [], findings: [], open: [], clear: [], notApplicable: [], corrections: [], exercises: [], reliefs: [],
      leftOut: [], muscles: [], answers: isWithheld ? person.answerRecords(findings: []) : [], sources: [])
    if disclosure != .workstation {
      assessment.atOnce = pack.careCards.compactMap(\.atOnce)
      assessment.emergencyNumbers = pack.emergencyNumbers
    }
    if !isWithheld {
      let urgent = (cards + others).withoutDoubles.filter { $0.level == .urgent }
      fill(&assessment, person, holdBack: urgent, isBrief: isBrief)
    }
    assessment.sources = pack.sources.filter(assessment.citedSources.contains)
    return assessment
  }

  /// What is kept of people: as `assess` of what an employer may know, without what only a page tells, which is the answers,
  /// what proves them good, how corrections are done and what decides what is open.
  package func outcomes(of answers: Answers, date: String) -> Assessment {
    let person = PersonEvaluation(program.answers(answers, at: .workstation), program, .workstation)
    let plan = planner.plan(for: person.answers, holdingBack: true)
    return Assessment(
      header: header(of: answers.id, date: date, .workstation), isWithheld: false, careCards: [],
      scores: person.scores(after: person, [:]), plan: plan.steps.map { $0.solving(only: person.tells) },
      findings: person.findings(exercises: [], corrections: plan.advisable), open: person.openRules([:]),
      clear: person.unmeasured(.clear), notApplicable: person.unmeasured(.notApplicable), corrections: [],
      exercises: [],
      reliefs: [], leftOut: [], muscles: [], answers: [], sources: [])
  }

  func header(of person: String?, date: String, _ disclosure: Disclosure) -> Assessment.Header {
    var header = Assessment.Header(
      personID: person, date: date, programVersion: programVersion, packID: pack.id, packVersion: pack.version,
      packHash: pack.hash, packTitle: pack.title, language: pack.language, attribution: pack.attribution,
      disclosure: disclosure)
    header.packKey = pack.signingKey
    return header
  }

  private func fill(
    _ assessment: inout Assessment, _ person: PersonEvaluation, holdBack: [Assessment.CareAdvice], isBrief: Bool
  ) {
    // What asks something of the body may be for a person or not by answers about health.
    let isHeldBack = !holdBack.isEmpty || person.disclosure == .workstation
    let plan = planner.plan(for: person.answers, holdingBack: isHeldBack)
    var states = PersonEvaluation.each(plan.answersBefore + [plan.answers], program)
    let after = states.removeLast()
    let deciding = person.decidingQuestions(knowing: choices)
    assessment.scores = person.scores(after: after, deciding)
    assessment.plan = plan.steps.map { $0.solving(only: person.tells) }
    if person.disclosure != .workstation {
      let advice = person.exerciseAdvice(holdBack: holdBack)
      assessment.exercises = advice.exercises
      assessment.reliefs = advice.reliefs
      assessment.leftOut = advice.leftOut
    }
    assessment.findings = person.findings(
      exercises: Set(assessment.exercises.map(\.id)), corrections: plan.advisable)
    assessment.open = person.openRules(deciding)
    assessment.clear = person.mentions(.clear)
    assessment.notApplicable = person.mentions(.notApplicable)
    let corrections = correctionAdvice(
      for: person, before: Dictionary(zip(plan.steps.map(\.correction), states)) { first, _ in first },
      plan, assessment.findings, holdBack: holdBack)
    (assessment.corrections, assessment.leftOutCorrections) = (corrections.told, corrections.leftOut)
    assessment.muscles = person.muscles
    assessment.isDrawn = person.isDrawn
    assessment.general = pack.generalAdvice.told(at: person.disclosure)
    assessment.answers = person.answerRecords(findings: assessment.findings, planned: plan.answers)
    if isBrief, let decision = decision(by: person.answers) {
      assessment.tell(decision, after: OpenScores(program, plan.answers).outlooks)
    }
  }
}

extension Assessment {
  /// Whether something in the assessment cites a source.
  fileprivate var citedSources: Set<Source.ID> {
    Set(
      findings.flatMap(\.evidence).map(\.source) + reliefs.flatMap(\.evidence).map(\.source)
        + exercises.flatMap(\.sources) + careCards.flatMap(\.sources))
  }
}

extension Set<Source.ID> {
  fileprivate func contains(_ source: Source) -> Bool { contains(source.id) }
}
