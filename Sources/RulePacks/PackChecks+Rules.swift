import Ergonomics
import LibXML

extension PackChecks {
  /// Symptoms never raise a score.
  mutating func checkSymptoms() {
    let sensitive = Set(draft.questions.filter(\.value.isSensitive).map(\.value.id))
    for rule in draft.rules where !rule.value.adds.isEmpty {
      let named = rule.value.when.names.union(rule.value.applies?.names ?? [])
      guard let question = closure(of: named).intersection(sensitive).min(),
        let adds = rule.element.element("adds")
      else { continue }
      problems.append(.symptomAddsPoints(question, at: rule.file.spot(of: adds)))
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
