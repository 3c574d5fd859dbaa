extension PersonEvaluation {
  /// Every question of the pack, with what was answered and the findings it is a reason for.
  ///
  /// - Parameter planned: The answers when the plan is done.
  func answerRecords(findings: [Assessment.Finding], planned: Answers? = nil) -> [Assessment.AnswerRecord] {
    let sections = Dictionary(uniqueKeysWithValues: pack.sections.map { ($0.id, $0.title) })
    let reasons = findings.flatMap { finding in finding.reasons.map { (finding: finding.id, reason: $0) } }
    let byQuestion = Dictionary(
      grouping: reasons.flatMap { each in each.reason.questions.map { (question: $0, its: each) } }, by: \.question)
    return pack.questions.enumerated().map { place, question in
      let state = state(of: place)
      let shown = state == .answered || state == .setAside ? answers[question.id] : nil
      var record = Assessment.AnswerRecord(
        id: question.id, section: sections[question.section, default: question.section], label: question.label,
        question: question.text, state: state, words: shown.map { question.words(for: $0, notSure: pack.notSure) },
        code: shown.map { question.code(for: $0) }, isSensitive: question.isSensitive,
        findings: byQuestion[question.id, default: []].map(\.its.finding).withoutDoubles)
      if state == .answered { record.drawn = drawn(question, planned ?? answers) }
      record.measuredIn = question.lengthUnit
      record.target = target(of: question)
      record.hasSeveralLimits = hasSeveralLimits(question, byQuestion[question.id, default: []].map(\.its.reason))
      return record
    }
  }

  private func hasSeveralLimits(_ question: Question, _ reasons: [Assessment.Reason]) -> Bool {
    guard case .number = question.kind else { return false }
    let alone = reasons.filter { $0.questions == [question.id] }
    return Set(alone.map(\.condition)).count > 1
  }

  private func drawn(_ question: Question, _ planned: Answers) -> Assessment.DrawnNumber? {
    guard let what = question.drawnAs, case .number(let now)? = answers[question.id],
      case .number(let then)? = planned[question.id]
    else { return nil }
    return .init(what: what, now: now, planned: then)
  }

  func state(of question: Int) -> Assessment.AnswerRecord.State {
    guard program.tells(question, at: disclosure) else { return .withheld }
    let answer = answers[pack.questions[question].id]
    let isAsked = program.counts[question].map { verdicts.truth(of: $0, for: lane).canBeTrue == 1 } ?? true
    guard let answer else { return isAsked ? .unanswered : .notAsked }
    guard isAsked else { return answer == .declined ? .notAsked : .setAside }
    return answer == .declined ? .declined : .answered
  }

  /// A finding's text with the person's answers in it.
  func words(for template: Template) -> String {
    template.parts.map { part in
      switch part {
      case .text(let text): text
      case .value(let id): words(forValue: id)
      }
    }.joined()
  }

  /// The answer to a question, or what a measure comes to.
  func words(forValue id: String) -> String {
    if let question = pack.question(id) {
      return answers[id].map { question.words(for: $0, notSure: pack.notSure) } ?? "(not answered)"
    }
    guard let place = pack.measures.firstIndex(where: { $0.id == id }) else { return "" }
    let measure = pack.measures[place]
    guard let value = verdicts.quantity(program.measures[place], for: lane) else { return "(not asked)" }
    let ends = [value.lowerBound, value.upperBound].withoutDoubles
    return ends.map { measure.unit.text(ofBase: $0) }.joined(separator: " to ")
  }
}
