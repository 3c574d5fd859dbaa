import Ergonomics

extension PersonPageView {
  /// Answers that prove a finding away, in their own words. One that any finding of any instrument rests on is not among
  /// them; where several answers prove something together, all of them are, or none.
  func good(among records: [Row]) -> Fields? {
    let questions = provenGood(among: records)
    let items = records.filter { questions.contains($0.record.id) }
    if items.isEmpty { return nil }
    return [
      "count": text(words.counted(items.count, "things")),
      "items": list(items.map { ["label": text($0.record.label), "words": text($0.record.words ?? "")] }),
    ]
  }

  func provenGood(among records: [Row]) -> Set<Question.ID> {
    let blamed = Set(parts.flatMap { $0.assessment.findings.flatMap { $0.reasons.flatMap(\.questions) } })
    let answered = Set(records.filter { $0.record.state == .answered && $0.record.words != nil }.map(\.record.id))
    let proofs = parts.flatMap { part in
      part.assessment.clear.filter { !$0.adds.isEmpty && !$0.provenBy.isEmpty }.map(\.provenBy)
    }
    let usable = proofs.filter { answered.isSuperset(of: $0) && blamed.isDisjoint(with: $0) }
    return Set(usable.joined())
  }
}
