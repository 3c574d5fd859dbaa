import Ergonomics

extension Assessment {
  /// The person of `sample` by another instrument: a score that is read from a chart and begins at 1, a finding that no
  /// points belong to, and one question in common.
  static let strain = sample.with {
    ($0.header.packID, $0.header.packTitle, $0.header.packHash) = ("strain", "Office strain", "5e6f7a8b")
    $0.header.attribution = ["Rated by oneself it tends to come out low."]
    $0.careCards = [.routine]
    $0.scores = [
      ScoreResult(
        id: "final", title: "Strain", about: nil, max: 10,
        bands: [Band(id: "low", from: 1, word: "below 5"), Band(id: "high", from: 5, word: "5 or more")],
        now: ScoreInterval(low: 1, high: 6, level: "low", levelHigh: "high"),
        after: ScoreInterval(low: 1, high: 5, level: "low", levelHigh: "high"), openQuestions: ["telephone"])
    ]
    $0.plan = [PlanStep(correction: "turn-screen", gives: [], solves: ["screen-low"])]
    $0.findings = [
      Finding(
        id: "screen-low", title: "The screen is low", figure: nil, toldUs: "You look down at the screen.",
        reasons: [Reason(condition: "screen is low", questions: ["screen", "sitting_time"])], why: "The head follows.",
        adds: [], grade: .limited, evidence: [Evidence(source: "paper", strength: .limited, text: "A chart says so.")],
        corrections: ["turn-screen"], exercises: [], muscles: [], solved: "You look straight ahead.")
    ]
    $0.open = [OpenRule(id: "phone-far", title: "The telephone is far", adds: [], decidedBy: ["telephone"])]
    ($0.clear, $0.notApplicable, $0.exercises, $0.reliefs, $0.leftOut, $0.muscles) = ([], [], [], [], [], [])
    $0.corrections = [
      CorrectionAdvice(
        id: "turn-screen", title: "Raise the screen", effort: .adjust, who: "you", minutes: 5, cost: .free, item: nil,
        steps: ["Put a book under it."], worksWhen: nil)
    ]
    $0.answers = [.sittingTime, .screen, .telephone]
    $0.sources = [Source(id: "paper", citation: "Sonne M. Office strain", year: 2012, kind: "study")]
  }
}

extension Assessment.AnswerRecord {
  fileprivate static let sittingTime = Self(
    id: "sitting_time", section: "Habits", label: "Sitting time", question: "How long do you sit a day?",
    state: .answered, words: "7 h", code: "7 h", isSensitive: false, findings: ["screen-low"])
  fileprivate static let screen = Self(
    id: "screen", section: "Screen", label: "Screen height", question: "How high is the screen?", state: .answered,
    words: "Low", code: "low", isSensitive: false, findings: ["screen-low"])
  fileprivate static let telephone = Self(
    id: "telephone", section: "Screen", label: "Telephone", question: "Where is the telephone?", state: .unanswered,
    words: nil, code: nil, isSensitive: false, findings: [])
}
