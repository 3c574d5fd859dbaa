import Ergonomics

extension Assessment.ScoreResult {
  private static let bands = [
    Band(id: "low", from: 0, word: "fine as it is"), Band(id: "moderate", from: 20, word: "worth a look"),
    Band(id: "high", from: 45, word: "change first"),
  ]

  static let lowerBack = Assessment.ScoreResult(
    id: "lower_back", title: "Lower back", about: "Load on the long back muscles and discs", region: .lowerBack,
    max: 100, bands: bands,
    now: ScoreInterval(low: 32, high: 32, level: "moderate", levelHigh: "moderate"),
    after: ScoreInterval(low: 12, high: 12, level: "low", levelHigh: "low"), openQuestions: [])

  static let hips = Assessment.ScoreResult(
    id: "hips", title: "Hips", about: nil, region: .hips, max: 100, bands: bands,
    now: ScoreInterval(low: 38, high: 48, level: "moderate", levelHigh: "high"),
    after: ScoreInterval(low: 26, high: 36, level: "moderate", levelHigh: "moderate"),
    openQuestions: ["seat_height", "knee_height"])

  static let notForThisPerson = Assessment.ScoreResult(
    id: "stool", title: "Stool", about: nil, max: nil, bands: bands, now: nil, after: nil, openQuestions: [])
}

extension Assessment.Finding {
  static let longSitting = Assessment.Finding(
    id: "long-sitting", title: "Long spells of sitting", figure: nil,
    toldUs: "You sit 7 h a day, up to 3 h without getting up.",
    reasons: [Assessment.Reason(condition: "sitting_time at least 6 h", questions: ["sitting_time"])],
    why: "Staying in one position keeps the same muscles at work; moving, even briefly, lets them rest.",
    adds: [.init(score: "hips", points: 9), .init(score: "lower_back", points: 8)], grade: .moderate,
    evidence: [
      Evidence(
        source: "nice-ng59", strength: .moderate, text: "Breaking up sitting eased discomfort in workplace trials.")
    ],
    corrections: ["reminder"], exercises: ["hip-stretch"], muscles: ["iliopsoas"],
    solved: "No spell of sitting is longer than about half an hour.")

  static let noLumbarSupport = Assessment.Finding(
    id: "no-lumbar-support", title: "No support at the small of the back", figure: "no-support.svg",
    toldUs: "You sit 7 h a day, and nothing supports the small of your back.",
    reasons: [
      Assessment.Reason(condition: "lumbar_support in (none, not_touching)", questions: ["lumbar_support"]),
      Assessment.Reason(condition: "sitting_time at least 2 h", questions: ["sitting_time"]),
    ],
    why: "A supported back needs less work from the long back muscles.",
    adds: [.init(score: "lower_back", points: 12), .init(score: "hips", points: 3)], grade: .moderate,
    evidence: [
      Evidence(
        source: "makhsous-2009", strength: .moderate, text: "Lumbar support lowered muscle activity while sitting."),
      Evidence(
        source: "nice-ng59", strength: .limited, isAgainst: true, text: "Support alone did not prevent back pain."),
    ],
    corrections: ["raise-pad", "borrow-cushion"], exercises: ["bridge"], muscles: [],
    solved: "You feel the backrest in the small of your back without reaching for it.")
}

extension Assessment.CorrectionAdvice {
  static let reminder = Assessment.CorrectionAdvice(
    id: "reminder", title: "Stand up every half hour", effort: .organise, who: "you", minutes: 1, cost: .free,
    item: nil,
    steps: ["Set a reminder that repeats.", "Take calls on your feet."], worksWhen: nil, days: 5)

  static let raisePad = Assessment.CorrectionAdvice(
    id: "raise-pad", title: "Raise the lumbar pad to belt height", effort: .adjust, who: "you", minutes: 5, cost: .free,
    item: nil, steps: ["Sit right back.", "Move the pad until it fills the hollow above your belt."],
    worksWhen: "You feel the pad without leaning on it.")

  static let borrowCushion = Assessment.CorrectionAdvice(
    id: "borrow-cushion", title: "Borrow a lumbar cushion for a week", effort: .borrow, who: "facilities", minutes: 0,
    cost: .low, item: "lumbar cushion", steps: ["Ask for one."], worksWhen: nil)
}

extension Assessment.ExerciseAdvice {
  static let hipStretch = Assessment.ExerciseAdvice(
    id: "hip-stretch", title: "Half-kneeling hip stretch", kind: "stretch", figure: "hip-stretch.svg", isAtDesk: false,
    muscles: ["hip flexors"],
    steps: ["Kneel on one knee, the other foot flat in front.", "Tuck the pelvis under.", "Shift forward a little."],
    dose: .init(sets: 3, reps: nil, hold: "30 s", often: "daily"), doseSource: "a sheet of a hospital",
    sources: ["makhsous-2009"], easier: "Put a cushion under the knee.",
    stopIf: "You feel sharp pain in the groin or kneecap.",
    cautions: ["Hold on to a chair."], notIf: ["you have a new hip"], findings: ["long-sitting"])

  static let bridge = Assessment.ExerciseAdvice(
    id: "bridge", title: "Bridge", kind: "strength", figure: nil, isAtDesk: false, muscles: [],
    steps: ["Lie on your back, knees bent.", "Lift your hips."],
    dose: .init(sets: 2, reps: 10, hold: nil, often: "3 days a week", days: 3), doseSource: nil, sources: [],
    easier: "Lift only halfway.", stopIf: "You get cramp.", cautions: [], notIf: [], findings: ["no-lumbar-support"])
}

extension Assessment.ReliefAdvice {
  static let wallBall = Assessment.ReliefAdvice(
    id: "wall-ball", title: "Ball between buttock and wall", tool: "soft ball", muscles: ["outer hip muscles"],
    steps: ["Stand sideways to a wall.", "Lean into the ball."], duration: "30 to 90 s, once a day",
    pressure: "firm, but easy to breathe with", cautions: ["Stay off the bony outer hip."],
    notIf: ["you take blood thinners"],
    evidence: [
      Evidence(source: "nice-ng59", strength: .conflicting, text: "Two reviews disagree.")
    ], findings: ["long-sitting"])
}
