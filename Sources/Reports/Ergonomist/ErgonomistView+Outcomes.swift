import Ergonomics

extension ErgonomistView {
  /// Scores, and every outcome of every rule of a pack.
  func outcomes(of place: Int) -> Fields {
    let (view, assessment) = (views[place], views[place].assessment)
    let findings = assessment.findings.filter { !$0.isAboutAnswers }
    let others = assessment.clear + assessment.notApplicable
    let (told, unmeasured) = (others.filter { !$0.isUnmeasured }, others.filter(\.isUnmeasured))
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
      "unmeasured": someOrNone(mentions(unmeasured, in: view)),
      "beside": someOrNone(mentions(told.filter(\.isBesideFinding), in: view)),
      "clear": someOrNone(
        mentions(assessment.clear.filter { !$0.isUnmeasured && !$0.isBesideFinding }, in: view)),
      "notAbout": someOrNone(
        mentions(assessment.notApplicable.filter { !$0.isUnmeasured && !$0.isBesideFinding }, in: view)),
      "counts": list([
        [
          "all": HTMLText(findings.count + assessment.open.count + told.count + unmeasured.count),
          "found": HTMLText(findings.count), "open": HTMLText(assessment.open.count),
          "unmeasured": HTMLText(unmeasured.count),
        ]
      ]),
    ]
  }

  private func finding(_ finding: Assessment.Finding, of place: Int) -> Fields {
    let view = views[place]
    let called = actions.filter { $0.pack == place && $0.action.findings.contains(finding.id) }
    func cost(_ id: Correction.ID) -> Int {
      view.corrections[id].flatMap { Correction.Cost.allCases.firstIndex(of: $0.cost) } ?? 0
    }
    // What costs nothing first, else the best first.
    let others = finding.corrections.filter { id in !called.contains { $0.action.correction == id } }
      .enumerated().sorted { (cost($0.element), $0.offset) < (cost($1.element), $1.offset) }.map(\.element)
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

  /// The sources of each grade, the best first; what a law asks for stands apart, as it is no study.
  private func grades(_ evidence: [Evidence], in view: PersonView) -> [Fields] {
    let laws = evidence.filter { view.isLaw($0.source) }
    let graded = Evidence.Strength.allCases.map { strength in
      (words.shortStrength(strength), evidence.filter { $0.strength == strength && !laws.contains($0) })
    }
    return (graded + [(words["strength.law"], laws)]).filter { !$0.1.isEmpty }.map { grade, its in
      ["grade": text(grade), "sources": row(its.map(\.source).compactMap(view.citation))]
    }
  }

  /// By name, with what each would add to the scores in their order: "10/3".
  private func mentions(_ rules: [Assessment.RuleMention], in view: PersonView) -> Fields? {
    if rules.isEmpty { return nil }
    let items = rules.map { rule -> Fields in
      ["title": text(rule.title), "points": optional(rule.adds.isEmpty ? nil : view.pointsInARow(rule.adds))]
    }
    let isAdding = rules.contains { !$0.adds.isEmpty }
    return [
      "count": HTMLText(rules.count), "items": list(items),
      "scores": optional(isAdding ? view.scoresInARow : nil),
    ]
  }
}
