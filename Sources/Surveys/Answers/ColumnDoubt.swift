import Ergonomics

/// What a column may say that reads well and means something else: hours under a question in minutes, 1 and 2 for yes and
/// no, the word that a program writes for nothing. A mapping settles it.
struct ColumnDoubt: Sendable {
  private enum Kind: Sendable { case hours, codes, emptyWord }
  enum Sign { case doubtful, against }
  static let mostValues = 5

  private let kind: Kind
  private let question: Question

  /// `nil` where nothing can be mistaken, or a mapping has settled it.
  init?(_ question: Question) {
    self.question = question
    switch question.kind {
    case .number(let range) where range.plainUnit == nil && range.unit == .minute && range.bounds.upperBound >= 600:
      kind = .hours
    case .choice(let options) where question.isYesNo && !options.contains { $0.aliases.contains("2") }: kind = .codes
    case .choice(let options), .choices(let options):
      let isEmptyWord = options.contains { option in
        option.id == Self.emptyWord.lowercased() && !option.aliases.contains(Self.emptyWord)
          && option.text != Self.emptyWord
      }
      guard isEmptyWord, question.wordings[Self.emptyWord.normalised] == nil else { return nil }
      kind = .emptyWord
    case .number, .text: return nil
    }
  }

  /// As Python writes what is not there.
  private static let emptyWord = "None"
  /// Nobody counts the minutes of a long spell in so few.
  private static let mostHours = 12

  /// `nil` where a cell says nothing either way.
  func sign(of cell: UnsafeRawBufferPointer) -> Sign? {
    let isQuoted = cell.count > 1 && cell[0] == ASCII.quote && cell[cell.count - 1] == ASCII.quote
    let bare = isQuoted ? UnsafeRawBufferPointer(rebasing: cell[1..<cell.count - 1]) : cell
    switch kind {
    case .codes: return bare.count == 1 && bare[0] == UInt8(ascii: "2") ? .doubtful : nil
    case .emptyWord: return bare.elementsEqual(Self.emptyWord.utf8) ? .doubtful : nil
    case .hours:
      guard let first = bare.first, ASCII.zero...ASCII.nine ~= first else { return nil }
      // "1,200" says neither: which number it is, is told of the cell.
      if bare.count == 5, bare[1] == ASCII.comma || bare[1] == ASCII.point { return nil }
      guard bare.count <= 5, let number = ExactDecimal(String(field: bare)), number.units > 0 else { return .against }
      return number.times(1) <= Self.mostHours ? .doubtful : .against
    }
  }

  func isRaised(doubtful: Int, against: Int) -> Bool {
    switch kind {
    case .codes, .emptyWord: doubtful > 0
    case .hours: doubtful > 2 && 10 * against <= doubtful
    }
  }

  /// - Parameter values: The first ones that raise it, in the order of the file.
  func problem(_ heading: String, values: [String], at place: Problem.Place) -> Problem {
    let (id, shown) = (question.id, values.joined(separator: ", "))
    switch kind {
    case .hours:
      return Problem(
        code: .doubtfulColumn, place: place,
        summary: "the column '\(heading)' is read in minutes, and holds \(shown): were hours meant?",
        help: "a mapping says which: \(id),unit,h or \(id),unit,min")
    case .codes:
      return Problem(
        code: .doubtfulColumn, place: place,
        summary: "the column '\(heading)' holds 2, which is neither yes nor no; 1 is read as yes",
        help: "if they are codes, a mapping says which: \(id),yes,1 and \(id),no,2")
    case .emptyWord:
      let option = question.options.first { $0.id == Self.emptyWord.lowercased() }?.text ?? ""
      return Problem(
        code: .doubtfulColumn, place: place,
        summary:
          "'\(Self.emptyWord)' in the column '\(heading)' is read as '\(option)'; programs write it for nothing too",
        help: "a mapping says which: \(id),not_answered,\(Self.emptyWord) or \(id),\(Self.emptyWord.lowercased()),"
          + Self.emptyWord)
    }
  }
}
