import Ergonomics

/// The questionnaire as numbered text, to paste or to import into Microsoft Forms or Google Forms.
///
/// Answers stand below their question with a letter each, as Microsoft Forms takes them from a document. Branching is set by
/// hand there, by the lines that begin with an arrow.
enum PastedText {
  static func document(of source: FormSource) -> FormDocument {
    let outline = FormOutline(source)
    var lines = [outline.title, ""]
    for part in NumberedForm(outline).parts {
      switch part {
      case .heading(let title, let about): lines += ["", "== \(title) =="] + [about].compactMap(\.self) + [""]
      case .note(let heading, let paragraphs, _): lines += [heading] + paragraphs + [""]
      case .kept(let column): lines += [column.label, "(\(FormWords.shortText))", ""]
      case .jump(let text): lines += ["→ \(text)", ""]
      case .question(let number, let question):
        lines += ["\(number). \(question.text)", "(\(question.help.joined(separator: " ")))"]
        lines += question.options.enumerated().map { "\(letter($0)). \($1.text)" } + [""]
      }
    }
    let text = lines.map { $0.split(whereSeparator: \.isNewline).joined(separator: " ") }.joined(separator: "\n")
    let note = outline.hasGates ? [FormWords.branchingByHand] : []
    return FormDocument(bytes: Array((text + "\n").utf8), notes: outline.notes + note)
  }

  /// A to Z, AA, AB and so on.
  private static func letter(_ place: Int) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return (place < letters.count ? "" : letter(place / letters.count - 1)) + String(letters[place % letters.count])
  }
}
