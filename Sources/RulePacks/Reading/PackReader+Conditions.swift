import Ergonomics
import Markup

/// Conditions and formulas, wherever they stand.
extension PackReader {
  /// `nil` after problems were added, or where something doubtful is named.
  mutating func condition(_ written: WrittenText) -> Condition? {
    if isDoubtful(written) { return nil }
    let condition = ConditionText.read(source(written), with: vocabulary).value(addingProblemsTo: &problems)
    if condition == nil { draft.namesInDoubt.formUnion(written.text.names) }
    return condition
  }

  /// `nil` after problems were added, or where something doubtful is named.
  mutating func formula(_ written: WrittenText, measuring kind: QuantityKind) -> Formula? {
    if isDoubtful(written) { return nil }
    let formula = FormulaText.read(source(written), as: kind, with: vocabulary).value(addingProblemsTo: &problems)
    if formula == nil { draft.namesInDoubt.formUnion(written.text.names) }
    return formula
  }

  /// Ids that conditions name are no words of the condition language.
  mutating func checkWord(_ element: MarkupElement, in file: PackFile, against words: Set<String>) {
    let id = file.required("id", of: element)
    guard words.contains(id.text) else { return }
    problems.append(.reservedWord(id.text, at: id.spot))
  }

  private mutating func isDoubtful(_ written: WrittenText) -> Bool {
    let names = written.text.names
    if names.isDisjoint(with: self.names.doubtful) { return false }
    draft.namesInDoubt.formUnion(names)
    return true
  }

  private func source(_ written: WrittenText) -> SourceText {
    SourceText(written.text, file: written.file.path, line: written.element.line) { range in
      let spot = written.spot(ofCharacters: range)
      return spot.excerpt.map { (spot.place, $0) }
    }
  }
}
