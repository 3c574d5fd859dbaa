import Ergonomics

extension Assessment {
  /// A person with two findings, one open rule, a plan of two steps and a routine care card.
  static let sample = plainSample.with { $0.general = .sample }

  private static let plainSample = Assessment(
    header: .sample, isWithheld: false,
    careCards: [.routine],
    scores: [.lowerBack, .hips, .notForThisPerson],
    plan: [
      PlanStep(
        correction: "reminder", gives: [.init(score: "lower_back", points: 8), .init(score: "hips", points: 9)],
        solves: ["long-sitting"], turn: .now),
      PlanStep(
        correction: "raise-pad", gives: [.init(score: "lower_back", points: 12), .init(score: "hips", points: 3)],
        solves: ["no-lumbar-support"]),
    ],
    findings: [.longSitting, .noLumbarSupport],
    open: [
      OpenRule(
        id: "seat-too-high", title: "The seat is too high",
        adds: [.init(score: "hips", points: 10)], decidedBy: ["seat_height", "knee_height"])
    ],
    clear: [
      RuleMention(
        id: "feet-hanging", title: "Feet hang in the air", adds: [.init(score: "lower_back", points: 6)],
        solved: "Both feet rest flat on the floor or on a footrest.", provenBy: ["foot_contact"])
    ],
    notApplicable: [
      RuleMention(
        id: "stool-too-low", title: "The stool is too low", adds: [.init(score: "hips", points: 8)],
        solved: "Your hips are above your knees.")
    ],
    corrections: [.reminder, .raisePad, .borrowCushion],
    exercises: [.hipStretch, .bridge],
    reliefs: [.wallBall],
    leftOut: [
      LeftOut(
        id: "seated-figure-four", title: "Seated figure-four", because: ["your outer hip hurts"], instead: "bridge"),
      LeftOut(id: "foam-roll", title: "Foam roll", because: [], instead: nil),
    ],
    muscles: [
      MuscleLoad(
        id: "iliopsoas", title: "Iliopsoas", plainName: "hip flexors", function: "Lifts the thigh and bends the hip.",
        tenderness: "In the groin crease, in front of the hip joint.", cautions: ["Do not press deep into the groin."],
        findings: ["long-sitting"])
    ],
    answers: .sample, sources: .sample)

  /// Nothing was answered, nothing is known but whom and what it is about.
  static let empty = Assessment(
    header: Header(
      personID: nil, date: "2026-11-25", programVersion: "1.0.0", packID: "lower-back-hips", packVersion: "1.0.0",
      packHash: "1a2b3c4d", packTitle: "Lower back and hips", language: "en", attribution: []),
    isWithheld: false, careCards: [], scores: [], plan: [], findings: [], open: [], clear: [], notApplicable: [],
    corrections: [], exercises: [], reliefs: [], leftOut: [], muscles: [], answers: [], sources: [])

  /// As `sample`, with an emergency answer: the engine leaves the rest out, this value does not.
  static let emergency = sample.with {
    $0.isWithheld = true
    $0.careCards = [.routine, .emergency]
  }

  func with(_ change: (inout Assessment) -> Void) -> Assessment {
    var copy = self
    change(&copy)
    return copy
  }
}

extension Assessment.Header {
  static let sample = Assessment.Header(
    personID: "Anna Kowalska", date: "2026-11-25", programVersion: "1.0.0", packID: "lower-back-hips",
    packVersion: "1.0.0", packHash: "1a2b3c4d", packTitle: "Lower back and hips", language: "en",
    attribution: ["Contains public sector information licensed under the Open Government Licence v3.0."])
}

extension Assessment.CareAdvice {
  static let routine = Assessment.CareAdvice(
    id: "pain-weeks", level: .routine, title: "Speak to a physiotherapist or family doctor",
    signs: ["the pain is not improving after a few weeks", "it stops you doing everyday things"],
    ask: "A physiotherapist or your family doctor.", soon: "In the next weeks.",
    text: ["Most back pain settles, and keeping active helps."], sources: ["nice-ng59"])

  static let emergency = Assessment.CareAdvice(
    id: "cauda-equina", level: .emergency, title: "Go to an emergency department now",
    signs: ["numbness around your genitals or bottom", "new trouble passing urine"],
    ask: "An emergency department, or the emergency number.", soon: "Now.", text: ["Do not drive yourself."],
    sources: ["nice-ng59"])
}

extension Assessment.AnswerRecord {
  fileprivate static let sittingTime: Self = {
    var record = Self(
      id: "sitting_time", section: "Habits", label: "Sitting time", question: "How long do you sit a day?",
      state: .answered, words: "7 h", code: "7 h", isSensitive: false, findings: ["long-sitting", "no-lumbar-support"])
    record.drawn = .init(what: .sitting, now: 420, planned: 420)
    return record
  }()
}

extension [Assessment.AnswerRecord] {
  static let sample: Self = [
    Element(
      id: "lumbar_support", section: "Chair", label: "Lumbar support",
      question: "When you sit right back, what supports the small of your back?", state: .answered,
      words: "There is a support, but I don’t feel it", code: "not_touching", isSensitive: false,
      findings: ["no-lumbar-support"]),
    Element(
      id: "seat_height", section: "Chair", label: "Seat height", question: "How high is your seat?", state: .unanswered,
      words: nil, code: nil, isSensitive: false, findings: []),
    Element(
      id: "knee_height", section: "Chair", label: "Knee height", question: "How high is the hollow of your knee?",
      state: .declined, words: nil, code: nil, isSensitive: false, findings: []),
    Element(
      id: "stool_height", section: "Chair", label: "Stool height", question: "How high is your stool?",
      state: .notAsked, words: nil, code: nil, isSensitive: false, findings: []),
    Element(
      id: "foot_contact", section: "Chair", label: "Feet", question: "Where are your feet?", state: .answered,
      words: "Flat on the floor", code: "floor", isSensitive: false, findings: []),
    .sittingTime,
    Element(
      id: "pain_areas", section: "How you feel", label: "Where it hurts", question: "Where did it hurt this week?",
      state: .setAside, words: "Lower back", code: "lower_back", isSensitive: true, findings: []),
  ]
}

extension [Source] {
  static let sample: Self = [
    Source(
      id: "makhsous-2009", citation: "Makhsous and others, Biomechanical effects of sitting with adjustable support",
      year: 2009, kind: "trial", link: "https://doi.org/10.1186/1471-2474-10-17", note: "Open access"),
    Source(id: "nice-ng59", citation: "NICE NG59, Low back pain and sciatica in over 16s", kind: "guideline"),
  ]
}
