import Ergonomics
import Markup

extension Assessment.ScoreResult {
  init(_ score: MarkupElement) throws {
    self.init(
      id: try score.attribute("id"), title: try score.text("title"), about: score.optionalText("about"),
      region: try score.optionalWord("region"), max: try score.optionalNumber("max"),
      bands: try score.elements("band").map {
        Band(id: try $0.attribute("id"), from: try $0.number("from"), word: $0.text)
      },
      now: try score.element("now").map(ScoreInterval.init), after: try score.element("after").map(ScoreInterval.init),
      openQuestions: try score.references("question"))
    beyond = .init(
      now: try score.element("now")?.optionalNumber("beyond") ?? 0,
      after: try score.element("after")?.optionalNumber("beyond") ?? 0)
  }
}

extension ScoreInterval {
  fileprivate init(_ interval: MarkupElement) throws {
    self.init(
      low: try interval.number("low"), high: try interval.number("high"), level: interval["level"],
      levelHigh: try interval.attribute("level-high"))
  }
}

extension Assessment.PlanStep {
  init(_ step: MarkupElement) throws {
    self.init(
      correction: try step.attribute("correction"), isWithNext: step.claims("with-next"),
      gives: try step.points("gives"), solves: try step.references("solves"),
      turn: try step.optionalWord("turn") ?? .later)
  }
}

extension Assessment.Finding {
  init(_ finding: MarkupElement) throws {
    self.init(
      id: try finding.attribute("id"), title: try finding.text("title"), figure: finding["figure"],
      toldUs: try finding.text("told-us"),
      reasons: try finding.elements("reason").map {
        Assessment.Reason(
          condition: try $0.text("condition"), words: try $0.text("words"), questions: try $0.references("question"))
      },
      why: try finding.text("why"), adds: try finding.points("adds"), grade: try finding.word("grade"),
      evidence: try finding.evidence(), corrections: try finding.references("correction"),
      exercises: try finding.references("exercise"), muscles: try finding.references("muscle"),
      solved: try finding.text("solved"))
    isAboutAnswers = finding["about"] != nil
  }
}
