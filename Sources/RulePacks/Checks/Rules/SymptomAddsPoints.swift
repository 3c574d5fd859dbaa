import Ergonomics

/// A rule that reads a symptom and adds points: symptoms never raise a score.
enum SymptomAddsPoints: DraftCheck {
  static let code = Problem.Code.symptomAddsPoints

  static let examples = [
    BrokenPack(at: "chair/hurting.xml:4", hurting("has_pain")),
    BrokenPack(
      at: "chair/hurting.xml:4", hurting("ache at least 1 points"),
      .init("measures.xml", "<table", #"<measure id="ache" unit="points" title="A">points(has_pain)</measure><table"#),
      .init(
        "questions.xml", "<help>It never changes a score.</help>",
        #"<help>It never.</help><option id="yes" points="1">Yes</option><option id="no">No</option>"#)),
  ]

  private static func hurting(_ when: String) -> BrokenPack.Edit {
    BrokenPack.rule(
      "hurting", when: when, adds: #"<adds score="back" points="1"/>"#, solvedWhen: "not has_pain", to: "has_pain",
      answers: ("yes", "no"))
  }

  static func problems(in pack: CheckedDraft) -> [Problem] {
    pack.draft.rules.compactMap { rule in
      guard let question = pack.symptom(in: rule.value.names), rule.element.element("adds") != nil else { return nil }
      return wording(question, at: rule.spot(ofChild: "adds"))
    }
  }

  private static func wording(_ question: String, at spot: SourceLocation) -> Problem {
    Problem(
      code, spot, "the rule reads '\(question)', which is about health, and adds points",
      help: "delete the 'adds': symptoms never raise a score")
  }
}
