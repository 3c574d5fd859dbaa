import Ergonomics

extension WorkedOutPack {
  /// What keeps conditions from holding, of the questions that they read: numbers that nobody can give, and who is asked.
  /// `nil` where there is nothing of the kind.
  func limits(of conditions: [Condition]) -> String? {
    let atoms = conditions.flatMap(\.atoms)
    let ranges = atoms.compactMap { atom -> String? in
      guard case .isWithin(.answer(let id), let limit) = atom, let question = program.pack.question(id),
        case .number(let range) = question.kind, !limit.overlaps(range.bounds)
      else { return nil }
      let ends = [range.bounds.lowerBound, range.bounds.upperBound].map(range.unit.text(ofBase:))
      return "'\(id)' takes \(ends.joined(separator: " to "))"
    }
    if !ranges.isEmpty { return ranges.uniqued.joined(separator: "; ") }
    let named = conditions.reduce(into: Set<String>()) { $0.formUnion($1.names) }
    let vocabulary = program.pack.vocabulary
    let asked = program.pack.questions.filter { named.contains($0.id) }.compactMap { question in
      question.askWhen.map { "'\(question.id)' is asked only where \($0.text(in: vocabulary))" }
    }
    return asked.isEmpty ? nil : asked.prefix(3).joined(separator: "; ")
  }
}

extension [String] {
  fileprivate var uniqued: [String] { enumerated().filter { !self[..<$0.offset].contains($0.element) }.map(\.element) }
}
