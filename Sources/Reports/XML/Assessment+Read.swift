import Ergonomics
import Markup

extension Assessment {
  init(_ root: MarkupElement) throws {
    self.init(
      header: try Header(root), isWithheld: root.claims("withheld"),
      careCards: try root.items("care-cards", read: CareAdvice.init),
      scores: try root.items("scores", read: ScoreResult.init),
      plan: try root.items("plan", read: PlanStep.init),
      findings: try root.items("findings", read: Finding.init),
      open: try root.items("open", read: OpenRule.init),
      clear: try root.items("clear", read: RuleMention.init),
      notApplicable: try root.items("not-applicable", read: RuleMention.init),
      corrections: try root.items("corrections", read: CorrectionAdvice.init),
      exercises: try root.items("exercises", read: ExerciseAdvice.init),
      reliefs: try root.items("reliefs", read: ReliefAdvice.init),
      leftOut: try root.items("left-out", read: LeftOut.init),
      muscles: try root.items("muscles", read: MuscleLoad.init),
      answers: try root.items("answers", read: AnswerRecord.init),
      sources: try root.items("sources", read: Source.init))
    isDrawn = root.token("drawn") != "no"
    if let advice = root.element("general-advice") { general = try GeneralAdvice(advice) }
    decision = try root.element("decision").map { try Decision($0, of: scores) }
    leftOutCorrections = try root.items("left-out-corrections", read: LeftOut.init)
    atOnce = root.element("at-once")?.texts("sign") ?? []
    emergencyNumbers = try (root.element("at-once")?.elements("number") ?? []).map {
      EmergencyNumber(place: try $0.attribute("place"), number: $0.text)
    }
  }
}

extension Assessment.Header {
  fileprivate init(_ root: MarkupElement) throws {
    let pack = try root.child("pack")
    self.init(
      personID: root.optionalText("person"), date: try root.attribute("date"),
      programVersion: try root.child("program").attribute("version"), packID: try pack.attribute("id"),
      packVersion: try pack.attribute("version"), packHash: try pack.attribute("hash"),
      packTitle: try pack.text("title"), language: try pack.attribute("language"),
      attribution: pack.texts("attribution"),
      disclosure: root["tells"] == nil ? .everything : try root.word("tells"))
    packKey = pack["signing-key"]
  }
}

extension Assessment.Decision {
  fileprivate init(_ decision: MarkupElement, of scores: [Assessment.ScoreResult]) throws {
    self.init(
      answers: try decision.number("answers"),
      levels: try decision.elements("level").map { level in
        let (id, band) = (try level.attribute("score"), try level.attribute("band"))
        guard let score = scores.first(where: { $0.id == id }), let its = score.band(band) else {
          throw MissingMarkup(line: level.line, description: "no band '\(band)' of a score '\(id)'")
        }
        return Level(score: id, title: score.title, band: its)
      })
  }
}

extension Assessment.CareAdvice {
  fileprivate init(_ care: MarkupElement) throws {
    self.init(
      id: try care.attribute("id"), level: try care.word("level"), title: try care.text("title"),
      signs: care.texts("sign"), ask: try care.text("ask"), soon: try care.text("soon"), text: care.texts("text"),
      sources: try care.references("source"))
  }
}

extension Assessment.RuleMention {
  fileprivate init(_ rule: MarkupElement) throws {
    self.init(
      id: try rule.attribute("id"), title: try rule.text("title"), adds: try rule.points("adds"),
      solved: try rule.text("solved"), provenBy: try rule.references("proven-by"))
    isUnmeasured = rule.claims("unmeasured")
    isBesideFinding = rule.claims("beside-finding")
  }
}

extension Assessment.OpenRule {
  fileprivate init(_ rule: MarkupElement) throws {
    self.init(
      id: try rule.attribute("id"), title: try rule.text("title"), adds: try rule.points("adds"),
      decidedBy: try rule.references("question"))
  }
}

extension Assessment.AnswerRecord {
  fileprivate init(_ answer: MarkupElement) throws {
    self.init(
      id: try answer.attribute("question"), section: try answer.text("section"), label: try answer.text("label"),
      question: try answer.text("text"), state: try answer.word("state"), words: answer.optionalText("words"),
      code: answer.optionalText("code"), isSensitive: answer.claims("sensitive"),
      findings: try answer.references("finding"))
    measuredIn = try answer.optionalWord("measured-in")
    hasSeveralLimits = answer.claims("several-limits")
    if let beside = answer["target-beside"] {
      target = .init(
        beside: beside, from: try answer.attribute("target-from"), to: try answer.attribute("target-to"),
        ends: answer["target"])
    }
    if let what: Question.Drawn = try answer.optionalWord("drawn-as") {
      drawn = .init(what: what, now: try answer.number("number"), planned: try answer.number("planned"))
    }
  }
}

extension Source {
  fileprivate init(_ source: MarkupElement) throws {
    self.init(
      id: try source.attribute("id"), citation: try source.text("citation"), year: try source.optionalNumber("year"),
      kind: try source.attribute("kind"), link: source.optionalText("link"), note: source.optionalText("note"))
  }
}
