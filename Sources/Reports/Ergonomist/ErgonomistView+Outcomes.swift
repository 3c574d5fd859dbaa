import Ergonomics

extension ErgonomistView {
  /// Scores, and every outcome of every rule of a pack.
  func outcomes(of place: Int) -> Fields {
    let (view, assessment) = (views[place], views[place].assessment)
    let findings = assessment.findings.filter { !$0.isAboutAnswers }
    return [
      "scores": someOrNone(
        assessment.scores.isEmpty
          ? nil
          : [
            "items": list(view.scores), "isBeyond": assessment.scores.contains { $0.now != nil && $0.beyond.now > 0 },
          ]),
      "doubts": someOrNone(doubts(of: place)),
      "findings": someOrNone(
        findings.isEmpty
          ? nil
          : [
            "count": HTMLText(findings.count), "items": list(findings.map { finding($0, of: place) }),
          ]),
      "open": someOrNone(
        assessment.open.isEmpty ? nil : ["count": HTMLText(assessment.open.count), "rules": view.open["rules"]!]),
      "unmeasured": someOrNone(
        mentions((assessment.clear + assessment.notApplicable).filter(\.isUnmeasured), in: view)),
      "clear": someOrNone(mentions(assessment.clear.filter { !$0.isUnmeasured }, in: view)),
      "notAbout": someOrNone(mentions(assessment.notApplicable.filter { !$0.isUnmeasured }, in: view)),
    ]
  }

  private func finding(_ finding: Assessment.Finding, of place: Int) -> Fields {
    let view = views[place]
    let called = actions.filter { $0.pack == place && $0.action.findings.contains(finding.id) }
    let others = finding.corrections.filter { id in !called.contains { $0.action.correction == id } }
    return [
      "anchor": view.anchor("f", view.findingNumbers[finding.id]), "title": text(finding.title),
      "severity": view.severity(Severity(view.gains(of: finding), among: view.assessment.scores)),
      "adds": optional(finding.adds.isEmpty ? nil : view.pointsByScore(finding.adds)),
      "reasons": texts(finding.reasons.map(\.words).withoutDoubles),
      "for": list(grades(finding.evidence.filter { !$0.isAgainst }, in: view)),
      "against": list(grades(finding.evidence.filter(\.isAgainst), in: view)),
      "actions": list(called.map(reference)),
      "others": someOrNone(others.isEmpty ? nil : ["items": row(others.map(view.correction))]),
    ]
  }

  /// Answers that do not fit together: for the assessor to ask about.
  private func doubts(of place: Int) -> Fields? {
    let doubts = views[place].assessment.findings.filter(\.isAboutAnswers)
    if doubts.isEmpty { return nil }
    return ["items": list(doubts.map { ["title": text($0.title), "toldUs": text($0.toldUs)] })]
  }

  /// The sources of each grade, the best first.
  private func grades(_ evidence: [Evidence], in view: PersonView) -> [Fields] {
    Evidence.Strength.allCases.compactMap { strength in
      let sources = evidence.filter { $0.strength == strength }.map(\.source)
      if sources.isEmpty { return nil }
      return ["grade": text(words.shortStrength(strength)), "sources": list(sources.compactMap(view.citation))]
    }
  }

  /// By name, with what each would add to the scores in their order: "10/3".
  private func mentions(_ rules: [Assessment.RuleMention], in view: PersonView) -> Fields? {
    if rules.isEmpty { return nil }
    let scores = view.assessment.scores
    let items = rules.map { rule -> Fields in
      let points = scores.map { score in
        String(rule.adds.filter { $0.score == score.id }.reduce(0) { $0 + $1.points })
      }
      return [
        "title": text(rule.title), "points": optional(rule.adds.isEmpty ? nil : points.joined(separator: "/")),
      ]
    }
    let isAdding = rules.contains { !$0.adds.isEmpty }
    return [
      "count": HTMLText(rules.count), "items": list(items),
      "scores": optional(isAdding ? scores.map(\.title).joined(separator: "/") : nil),
    ]
  }
}
