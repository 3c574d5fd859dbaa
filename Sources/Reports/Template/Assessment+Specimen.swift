import Ergonomics

extension Assessment {
  private static let evidence = [false, false, true, true].map {
    Evidence(source: "source", strength: .limited, isAgainst: $0, text: "")
  }

  /// One of everything that a report can show, without content: what templates are checked against.
  static let specimen: Assessment = {
    var specimen = plainSpecimen
    specimen.atOnce = [""]
    (specimen.general, specimen.header.packKey) = (.specimen, "")
    specimen.emergencyNumbers = [EmergencyNumber(place: "", number: "")]
    for what in Question.Drawn.allCases {
      var answer = specimen.answers[0]
      (answer.id, answer.drawn) = (what.rawValue, DrawnNumber(what: what, now: 2, planned: 1))
      specimen.answers.append(answer)
    }
    for place in specimen.corrections.indices {
      let id = specimen.corrections[place].id
      (specimen.corrections[place].figure, specimen.corrections[place].title) = (id, id)
      specimen.corrections[place].aims = [Question.Drawn.sittingSpell, .standingSpell].map {
        Aim(question: $0.rawValue, from: "", to: "")
      }
    }
    for place in specimen.answers.indices {
      (specimen.answers[place].measuredIn, specimen.answers[place].hasSeveralLimits) = (.centimetre, true)
      let beside: Question.Drawn =
        specimen.answers[place].id == Question.Drawn.sittingSpell.rawValue ? .kneeHeight : .elbowHeight
      specimen.answers[place].target = Target(beside: beside.rawValue, from: "", to: "", ends: "")
    }
    var another = specimen.exercises[0]
    another.id = "another"
    specimen.exercises.append(another)
    specimen.answers.append(specimen.answers[0])
    specimen.answers[specimen.answers.count - 1].measuredIn = nil
    specimen.decision = Decision(
      answers: 1, levels: [.init(score: "score", title: "", band: Band(id: "low", from: 0, word: ""))])
    var unneeded = specimen.answers[0]
    (unneeded.id, unneeded.state) = ("unneeded", .notNeeded)
    specimen.answers.append(unneeded)
    for state in [AnswerRecord.State.notAsked, .withheld] {
      var answer = plainSpecimen.answers.first { $0.state == state }!
      answer.id += "-too"
      specimen.answers.append(answer)
    }
    var doubt = specimen.findings[3]
    (doubt.id, doubt.isAboutAnswers) = ("doubt", true)
    specimen.findings.append(doubt)
    var unmeasured = specimen.clear[0]
    (unmeasured.id, unmeasured.isUnmeasured) = ("unmeasured", true)
    specimen.clear.append(unmeasured)
    var beside = specimen.clear[0]
    (beside.id, beside.isBesideFinding) = ("beside", true)
    specimen.clear.append(beside)
    for place in specimen.scores.indices { specimen.scores[place].beyond.now = 3 }
    specimen.findings += [("hurts", ["first"]), ("hurts-too", ["sixth"]), ("hurts-again", ["third"])].map { id, its in
      var finding = specimen.findings[0]
      (finding.id, finding.corrections, finding.reasons) = (id, its, [Reason(condition: "", questions: ["declined"])])
      return finding
    }
    specimen.leftOutCorrections = [LeftOut(id: "", title: "", because: [], unless: [""])]
    return specimen
  }()

  private static let plainSpecimen = Assessment(
    header: Header(
      personID: "", date: "2000-01-01", programVersion: "", packID: "", packVersion: "", packHash: "", packTitle: "",
      language: "en", attribution: [""]),
    isWithheld: false,
    careCards: [
      CareAdvice(id: "", level: .routine, title: "", signs: [""], ask: "", soon: "", text: [""], sources: ["source"])
    ],
    scores: [0, 1].map {
      ScoreResult(
        id: "score", title: "", about: "", region: .hips, max: 10,
        bands: [Band(id: "low", from: $0, word: ""), Band(id: "high", from: 5, word: "")],
        now: ScoreInterval(low: 4, high: 6, level: "low", levelHigh: "high"),
        after: ScoreInterval(low: 1, high: 5, level: "low", levelHigh: "high"), openQuestions: ["question"])
    },
    plan: [("first", .now), ("second", .now), ("fourth", .ask), ("fifth", .later)].map { id, turn in
      PlanStep(
        correction: id, isWithNext: id == "first", gives: [.init(score: "score", points: 1)], solves: ["rule"],
        turn: turn)
    },
    findings: [("rule", ["first", "third"]), ("unplanned", ["third"]), ("later", ["third"]), ("alone", [])].map {
      id, corrections in
      Finding(
        id: id, title: "", figure: "specimen", toldUs: "", reasons: [Reason(condition: "", questions: ["question"])],
        why: "",
        adds: [.init(score: "score", points: 1)], grade: .limited,
        evidence: evidence,
        corrections: corrections, exercises: ["exercise"], muscles: ["muscle"], solved: "")
    },
    open: [
      OpenRule(id: "open", title: "", adds: [.init(score: "score", points: 1)], decidedBy: ["question"])
    ],
    clear: [
      RuleMention(
        id: "clear", title: "", adds: [.init(score: "score", points: 1)], solved: "", provenBy: ["answered"])
    ],
    notApplicable: [RuleMention(id: "other", title: "", adds: [.init(score: "score", points: 1)], solved: "")],
    corrections: ["first", "second", "third", "fourth", "fifth", "sixth"].map {
      CorrectionAdvice(
        id: $0, title: "", effort: .adjust, who: "", minutes: 1, cost: .free, item: "", steps: [""], worksWhen: "",
        days: 1, onlyIf: [""], notIf: [""])
    },
    exercises: [
      ExerciseAdvice(
        id: "exercise", title: "", kind: "", figure: "specimen", isAtDesk: true, muscles: [""], steps: [""],
        dose: .init(sets: 1, reps: 1, hold: "", often: "", minutes: 1), doseSource: "", sources: ["source"], easier: "",
        stopIf: "", cautions: [""], notIf: [""], findings: ["rule"])
    ],
    reliefs: [
      ReliefAdvice(
        id: "", title: "", tool: "", muscles: [""], steps: [""], duration: "", pressure: "", cautions: [""],
        notIf: [""],
        evidence: evidence,
        findings: ["rule"])
    ],
    leftOut: [LeftOut(id: "", title: "", because: [""], instead: "exercise")],
    muscles: (1...9).map { _ in
      MuscleLoad(
        id: "muscle", title: "", plainName: "", function: "", tenderness: "", cautions: [""], findings: ["rule"])
    },
    answers: AnswerRecord.State.allCases.map { state in
      AnswerRecord(
        id: state == .setAside ? "question" : state.rawValue, section: "", label: "", question: "", state: state,
        words: "", code: "", isSensitive: state == .declined, findings: ["rule"])
    },
    sources: [Source(id: "source", citation: "", year: 2000, kind: "review", link: "https://example.org/", note: "")])
}

extension GeneralAdvice {
  fileprivate static let specimen: GeneralAdvice = {
    var specimen = GeneralAdvice()
    for place in Place.allCases { specimen.texts[place] = "" }
    (specimen.heightsFigure, specimen.lookAgain, specimen.breaksEvery) = ("specimen", 1, 60)
    specimen.heights = [Question.Drawn.kneeHeight, .elbowHeight, nil].map {
      Height(title: "", beside: $0, known: "", general: "")
    }
    return specimen
  }()
}
