import Ergonomics

extension Assessment {
  /// Something in every place that can hold something, with `text` wherever text goes, ids too.
  static func filled(with text: String) -> Assessment {
    let points = [Rule.Points(score: text, points: 3), Rule.Points(score: "\(text)2", points: 0)]
    let evidence = [false, true].map { Evidence(source: text, strength: .conflicting, isAgainst: $0, text: text) }
    var assessment = Assessment(
      header: Header(
        personID: text, date: "2026-11-25", programVersion: text, packID: text, packVersion: text, packHash: text,
        packTitle: text, language: text, attribution: [text, ""]),
      isWithheld: false,
      careCards: CareCard.Level.allCases.map {
        CareAdvice(
          id: text, level: $0, title: text, signs: [text, text], ask: text, soon: text, text: [text], sources: [text])
      },
      scores: [
        ScoreResult(
          id: text, title: text, about: text, region: .neck, max: nil,
          bands: [Band(id: text, from: -3, word: text), Band(id: "\(text)2", from: 5, word: text)],
          now: ScoreInterval(low: 3, high: 6, level: text, levelHigh: "\(text)2"),
          after: ScoreInterval(low: 0, high: 2, level: nil, levelHigh: text), openQuestions: [text])
      ],
      plan: [PlanStep(correction: text, isWithNext: true, gives: points, solves: [text])],
      findings: [
        Finding(
          id: text, title: text, figure: text, toldUs: text,
          reasons: [Reason(condition: text, questions: [text])], why: text, adds: points, grade: .none,
          evidence: evidence, corrections: [text], exercises: [text], muscles: [text],
          solved: text)
      ],
      open: [OpenRule(id: text, title: text, adds: points, decidedBy: [text])],
      clear: [RuleMention(id: text, title: text, adds: points, solved: text)],
      notApplicable: [RuleMention(id: text, title: text, adds: points, solved: text)],
      corrections: [
        CorrectionAdvice(
          id: text, title: text, effort: .buy, who: text, minutes: 0, cost: .high, item: text, steps: [text, text],
          worksWhen: text, days: 7, onlyIf: [text], notIf: [text])
      ],
      exercises: [
        ExerciseAdvice(
          id: text, title: text, kind: text, figure: text, isAtDesk: true, muscles: [text], steps: [text],
          dose: .init(sets: 0, reps: 1, hold: text, often: text, days: 3), doseSource: text, sources: [text],
          easier: text,
          stopIf: text, cautions: [text], notIf: [text], findings: [text])
      ],
      reliefs: [
        ReliefAdvice(
          id: text, title: text, tool: text, muscles: [text], steps: [text], duration: text, pressure: text,
          cautions: [text], notIf: [text], evidence: evidence, findings: [text])
      ],
      leftOut: [LeftOut(id: text, title: text, because: [text], instead: text)],
      muscles: [
        MuscleLoad(
          id: text, title: text, plainName: text, function: text, tenderness: text, cautions: [text], findings: [text])
      ],
      answers: AnswerRecord.State.allCases.map {
        AnswerRecord(
          id: text, section: text, label: text, question: text, state: $0, words: text, code: text, isSensitive: true,
          findings: [text])
      },
      sources: [Source(id: text, citation: text, year: 2026, kind: text, link: text, note: text)])
    assessment.atOnce = [text]
    (assessment.general, assessment.header.packKey) = (.filled(with: text), "0123456789ABCDEF")
    assessment.emergencyNumbers = [EmergencyNumber(place: text, number: text)]
    assessment.leftOutCorrections = [LeftOut(id: text, title: text, because: [text], unless: [text])]
    assessment.corrections[0].aims = [Aim(question: text, from: text, to: text)]
    assessment.clear[0].isBesideFinding = true
    assessment.answers[0].target = Target(beside: text, from: text, to: text, ends: text)
    return assessment
  }
}
