/// Assesses people by a pack: a pure function of answers, date and program version.
package struct Assessor: Sendable {
  package let pack: Pack
  package let program: Program
  package let programVersion: String
  let planner: Planner

  package init(_ pack: Pack, programVersion: String) {
    self.pack = pack
    self.programVersion = programVersion
    program = Program(pack)
    planner = Planner(program)
  }

  /// - Parameters:
  ///   - date: `YYYY-MM-DD`.
  ///   - disclosure: What the one who reads it may know.
  ///   - others: Cards that other packs know of for the same person. They are not told again, but heeded: an emergency
  ///     withholds all, an urgent card the exercises.
  package func assess(
    _ answers: Answers, date: String, _ disclosure: Disclosure = .everything,
    heeding others: [Assessment.CareAdvice] = []
  ) -> Assessment {
    let person = Judged(program.answers(answers, at: disclosure), program, disclosure)
    let known = disclosure == .everything ? person.careCards : careCards(for: answers)
    let emergencies = known.filter { $0.level == .emergency }
    let isWithheld = (known + others).contains { $0.level == .emergency }
    let cards = isWithheld ? emergencies : person.careCards
    var assessment = Assessment(
      header: header(of: answers.id, date: date, disclosure), isWithheld: isWithheld, careCards: cards, scores: [],
      plan: [], findings: [], open: [], clear: [], notApplicable: [], corrections: [], exercises: [], reliefs: [],
      leftOut: [], muscles: [], answers: person.answerRecords(findings: []), sources: [])
    if !isWithheld {
      fill(&assessment, person, holdBack: (cards + others).withoutDoubles.filter { $0.level == .urgent })
    }
    assessment.sources = pack.sources.filter(assessment.citedSources.contains)
    return assessment
  }

  func header(of person: String?, date: String, _ disclosure: Disclosure) -> Assessment.Header {
    Assessment.Header(
      personID: person, date: date, programVersion: programVersion, packID: pack.id, packVersion: pack.version,
      packHash: pack.hash, packTitle: pack.title, language: pack.language, attribution: pack.attribution,
      disclosure: disclosure)
  }

  private func fill(_ assessment: inout Assessment, _ person: Judged, holdBack: [Assessment.CareAdvice]) {
    let plan = planner.plan(for: person.answers)
    let after = Judged(plan.answers, program)
    assessment.scores = person.scores(after: after)
    assessment.plan = plan.steps.map { $0.solving(only: person.tells) }
    // Which exercises are for a person is decided by answers about health.
    if person.disclosure != .workstation {
      let advice = person.exerciseAdvice(holdBack: holdBack)
      assessment.exercises = advice.exercises
      assessment.reliefs = advice.reliefs
      assessment.leftOut = advice.leftOut
    }
    assessment.findings = person.findings(exercises: Set(assessment.exercises.map(\.id)))
    assessment.open = person.openRules
    assessment.clear = person.mentions(.clear)
    assessment.notApplicable = person.mentions(.notApplicable)
    assessment.corrections = corrections(of: assessment)
    assessment.muscles = person.muscles
    assessment.answers = person.answerRecords(findings: assessment.findings)
  }

  /// In the order of the plan, then of the findings.
  private func corrections(of assessment: Assessment) -> [Assessment.CorrectionAdvice] {
    let ids = (assessment.plan.map(\.correction) + assessment.findings.flatMap(\.corrections)).withoutDoubles
    let byID = Dictionary(uniqueKeysWithValues: pack.corrections.map { ($0.id, $0) })
    return ids.compactMap { byID[$0] }.map {
      Assessment.CorrectionAdvice(
        id: $0.id, title: $0.title, effort: $0.effort, who: $0.who, minutes: $0.minutes, cost: $0.cost, item: $0.item,
        steps: $0.steps, worksWhen: $0.worksWhen, days: $0.days)
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
