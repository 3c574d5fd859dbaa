import Ergonomics
import Markup

extension PackChecks {
  /// Symptoms never raise a score, nor are they told by a rule that results without health data hold.
  mutating func checkSymptoms() {
    let sensitive = Set(draft.questions.filter(\.value.isSensitive).map(\.value.id))
    for rule in draft.rules {
      let named = rule.value.when.names.union(rule.value.applies?.names ?? []).union(
        rule.value.solvedWhen?.names ?? [])
      if let question = closure(of: named).intersection(sensitive).min() {
        guard let adds = rule.element.element("adds") else { continue }
        problems.append(.symptomAddsPoints(question, at: rule.file.spot(of: adds)))
        continue
      }
      let shown = rule.value.finding.parts.compactMap { if case .value(let name) = $0 { name } else { nil } }
      if let question = closure(of: Set(shown)).intersection(sensitive).min(),
        let finding = rule.element.element("finding")
      {
        problems.append(.symptomShown(question, at: rule.file.spot(of: finding)))
      }
    }
  }

  /// That every emergency is told to everybody.
  mutating func checkCareCards() {
    for card in draft.careCards where (card.value.level == .emergency) == (card.value.atOnce == nil) {
      problems.append(
        card.value.atOnce == nil
          ? .emergencyNotTold(card.value.id, at: card.spot("id"))
          : .toldAtOnceOnly(card.value.id, at: card.element.element("at-once").map(card.file.spot) ?? card.spot()))
    }
  }

  mutating func checkForSameConditions() {
    struct Key: Hashable {
      let applies: Condition?
      let when: Condition
    }
    var first: [Key: PackDraft.Placed<Rule>] = [:]
    for rule in draft.rules {
      let key = Key(applies: rule.value.applies?.normalised, when: rule.value.when.normalised)
      guard let other = first[key] else {
        first[key] = rule
        continue
      }
      let when = rule.element.element("when").map { rule.file.spot(of: $0) } ?? rule.spot()
      problems.append(.sameCondition(rule.value.id, other.value.id, at: when))
    }
  }

  /// No more points than the best evidence for the finding allows.
  mutating func checkPoints() {
    for rule in draft.rules {
      let strengths = rule.value.evidence.filter { !$0.isAgainst }.map(\.strength)
      let best = Evidence.Strength.allCases.first(where: strengths.contains) ?? Evidence.Strength.none
      guard let cap = draft.evidenceCaps[best] else { continue }
      for adds in rule.element.elements("adds") {
        guard let points = rule.file.attribute("points", of: adds), (Int(points.text) ?? .max) > cap else { continue }
        problems.append(.pointsAboveEvidence(points.text, best, cap: cap, at: points.spot))
      }
    }
  }
}

extension Problem {
  static func symptomAddsPoints(_ question: String, at spot: SourceLocation) -> Problem {
    Problem(
      "symptom-adds-points", spot, "the rule reads '\(question)', which is about health, and adds points",
      help: "delete the 'adds': symptoms never raise a score")
  }

  static func symptomShown(_ question: String, at spot: SourceLocation) -> Problem {
    Problem(
      "symptom-shown", spot, "the text shows '\(question)', which is about health, in a rule that does not read it",
      help: "delete the placeholder: this rule is told where health data may not be")
  }

  static func pointsAboveEvidence(
    _ points: String, _ best: Evidence.Strength, cap: Int, at spot: SourceLocation
  ) -> Problem {
    Problem(
      "points-above-evidence", spot, "\(points) points stand on evidence that is '\(best.rawValue)' at best",
      help: "add \(cap) at most, or name stronger evidence")
  }

  static func emergencyNotTold(_ card: String, at spot: SourceLocation) -> Problem {
    Problem(
      "emergency-not-told", spot, "the emergency card '\(card)' has no <at-once>: people who skip the question miss it",
      help: "add <at-once> with its signs in a few words, to be read after 'get help at once if'")
  }

  static func toldAtOnceOnly(_ card: String, at spot: SourceLocation) -> Problem {
    Problem(
      "at-once-without-emergency", spot, "'\(card)' is no emergency, but has <at-once>",
      help: "delete <at-once>, or make it level=\"emergency\"")
  }

  static func sameCondition(_ rule: String, _ other: String, at spot: SourceLocation) -> Problem {
    Problem(
      "same-condition", spot, "rule '\(rule)' has the same condition as rule '\(other)'",
      help: "join the two, or tell them apart")
  }
}
