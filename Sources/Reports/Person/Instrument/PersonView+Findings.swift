import Ergonomics

extension PersonView {
  var findings: Fields {
    [
      "count": text(words.counted(findingsAtWork.count, "findings")),
      "limits": optional(limits),
      "items": list(findingsAtWork.map(finding)),
    ]
  }

  /// Numbers that findings hold against different limits, such as hours of sitting: the more, the more findings.
  private var limits: String? {
    let several = assessment.answers.filter(\.hasSeveralLimits)
    return several.isEmpty ? nil : words.listed(several.map { "“\($0.label)”" })
  }

  func finding(_ finding: Assessment.Finding) -> Fields {
    let gains = gains(of: finding)
    let severity = Severity(gains, among: assessment.scores)
    let surest = finding.evidence.filter { !$0.isAgainst && $0.strength == finding.grade }.map(\.source)
    let isLawAlone = !surest.isEmpty && surest.allSatisfy(isLaw)
    let fields: Fields = [
      "anchor": anchor("f", findingNumbers[finding.id]), "number": HTMLText(findingNumbers[finding.id] ?? 0),
      "title": text(finding.title), "severity": someOrNone(gains.isEmpty ? nil : self.severity(severity)),
      "figure": findingFigures[finding.id].map { [$0] as [any ViewValue] } ?? [],
      "isShort": !isToldInFull(finding, severity),
      "toldUs": text(finding.toldUs), "why": text(finding.why),
      "adds": optional(finding.adds.isEmpty ? nil : pointsByScore(finding.adds)),
      "grade": text(
        isLawAlone ? words["strength.law-alone"] : words.strength(finding.grade, sources: Set(surest).count)),
      "shortGrade": text(isLawAlone ? words["strength.law"] : words.shortStrength(finding.grade)),
      "for": evidence(finding.evidence.filter { !$0.isAgainst }),
      "against": evidence(finding.evidence.filter(\.isAgainst)),
      "solved": text(finding.solved),
      "isWithoutAdvice": finding.corrections.isEmpty && plannedSteps(for: finding).isEmpty,
      "isLeft": !finding.adds.isEmpty && !assessment.plan.contains { $0.solves.contains(finding.id) },
    ]
    return fields + advice(for: finding)
  }

  /// Of what hurts; such advice is not drawn, and one way is enough.
  func need(_ finding: Assessment.Finding) -> Fields {
    self.finding(finding).without("figure", "otherAdvice")
  }

  /// The first few, which add most, and what is to be changed first: more in full length nobody reads.
  private func isToldInFull(_ finding: Assessment.Finding, _ severity: Severity) -> Bool {
    (findingNumbers[finding.id] ?? 0) <= (severity == .high ? Self.mostHighInFull : Self.mostInFull)
  }

  private static let mostInFull = 3
  private static let mostHighInFull = 5

  /// What a finding adds; where scores are computed and no rule adds to them, what the plan gives back by solving it.
  /// What hurts gains nothing this way, nor what counts in no score beside what does.
  func gains(of finding: Assessment.Finding) -> [Rule.Points] {
    guard isNothingAdded, !findingsAboutHealth.contains(where: { $0.id == finding.id })
    else { return finding.adds }
    return assessment.plan.first { $0.solves.contains(finding.id) }?.gives ?? []
  }

  /// Drawings of the findings that come first: each drawing once, and a few in all, so that the page stays short.
  ///
  /// - Parameter others: Names of drawings that stand in the page already.
  static func figures(
    for findings: [Assessment.Finding], of drawings: [String: HTMLText], but others: Set<String>
  ) -> [Rule.ID: HTMLText] {
    var (shown, figures) = (others, [Rule.ID: HTMLText]())
    for finding in findings where shown.count < figureLimit {
      guard let name = finding.figure.map(Figures.key), let drawing = drawings[name] else { continue }
      if shown.insert(name).inserted { figures[finding.id] = drawing }
    }
    return figures
  }

  private static let figureLimit = 4  // with those beside the steps

  /// By correction that is for this afternoon: the name of its drawing.
  static func figureNames(of assessment: Assessment) -> [Correction.ID: String] {
    let now = Set(assessment.plan.filter { $0.turn == .now }.map(\.correction))
    return Dictionary(
      assessment.corrections.compactMap { advice in
        now.contains(advice.id) ? advice.figure.map { (advice.id, Figures.key($0)) } : nil
      }
    ) { first, _ in first }
  }

  /// What the plan does about a finding; the first correction when the plan has none. Then the other ways, by name.
  ///
  /// A correction is described once: as a step of the plan, else where it comes first. All else leads there.
  private func advice(for finding: Assessment.Finding) -> Fields {
    let planned = plannedSteps(for: finding)
    let unplanned = unplannedAdvice(for: finding)
    let place = unplanned.flatMap { id in assessment.findings.first { unplannedAdvice(for: $0) == id } }
    let isHere = place?.id == finding.id
    let others = finding.corrections.filter { !planned.contains($0) && $0 != unplanned }
    return [
      "planSteps": list(planned.compactMap(stepReference)),
      "advice": someOrNone(isHere ? unplanned.map(correction) : nil),
      "advisedIn": someOrNone(isHere ? nil : unplanned.flatMap { advised($0, in: place) }),
      "otherAdvice": someOrNone(others.isEmpty ? nil : ["items": row(others.map(correction))]),
    ]
  }

  private func unplannedAdvice(for finding: Assessment.Finding) -> Correction.ID? {
    plannedSteps(for: finding).isEmpty ? finding.corrections.first : nil
  }

  /// Its corrections in the plan; where it has none there, the step that takes it away all the same.
  private func plannedSteps(for finding: Assessment.Finding) -> [Correction.ID] {
    let its = finding.corrections.filter { stepNumbers[$0] != nil }
    if !its.isEmpty { return its }
    return assessment.plan.filter { $0.solves.contains(finding.id) }.map(\.correction)
  }

  private func advised(_ id: Correction.ID, in finding: Assessment.Finding?) -> Fields? {
    guard let finding, var fields = findingReference(finding.id) else { return nil }
    fields["title"] = text(corrections[id]?.title ?? id)
    return fields
  }
}
