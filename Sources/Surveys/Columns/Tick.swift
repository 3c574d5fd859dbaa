import Ergonomics

/// What a cell says under a heading that names one of several options.
enum Tick {
  case on
  case off

  private static let onWords: Set = ["1", "y", "yes", "true", "x", "checked", "selected", "✓", "✔"]
  private static let offWords: Set = ["", "0", "n", "no", "false", "unchecked", "not selected", "-"]

  /// - Parameter wordings: The option in words: some platforms repeat it in the cell.
  /// - Returns: `nil` if it is neither.
  init?(_ cell: String, wordings: [String]) {
    let plain = cell.normalised
    if wordings.contains(where: { $0.normalised == plain }) || Self.onWords.contains(plain) {
      self = .on
    } else if Self.offWords.contains(plain) {
      self = .off
    } else {
      return nil
    }
  }

  /// The cells that platforms write, bare and quoted: 0 for off, 1 for on. The rest is read with more care.
  static func labels(_ wordings: [String]) -> [LabelTable.Entry] {
    let words = ["", "0", "No", "Unchecked", "FALSE", "1", "Y", "Yes", "Checked", "TRUE"] + wordings
    return words.flatMap { [$0, "\"\($0.replacing("\"", with: "\"\""))\""] }.withoutDoubles.compactMap { text in
      let bare = text.hasPrefix("\"") ? String(text.dropFirst().dropLast()).replacing("\"\"", with: "\"") : text
      return Tick(bare, wordings: wordings).map { LabelTable.Entry(text: Array(text.utf8), code: $0 == .on ? 1 : 0) }
    }
  }

  static func wordings(of target: QuestionFinder.Target, _ question: Question, notSure: String) -> [String] {
    guard case .option(let place) = target else { return [notSure, "not_sure"] }
    return question.options[place].names
  }
}

extension Question {
  /// Reads the cells of a question that is spread over columns: the option each stands for, and what it says.
  ///
  /// - Returns: The place of the first cell that cannot be understood, or cannot stand beside others, if not an answer.
  func answer(fromTicks cells: [(target: QuestionFinder.Target, cell: String)], notSure: String) -> TickedAnswer {
    var chosen: [(place: Int, option: AnswerOption?)] = []
    for (place, (target, cell)) in cells.enumerated() {
      guard let tick = Tick(cell, wordings: Tick.wordings(of: target, self, notSure: notSure)) else {
        return .misread(place, .noTick)
      }
      guard tick == .on else { continue }
      if case .option(let option) = target {
        chosen.append((place, options[option]))
      } else {
        chosen.append((place, nil))
      }
    }
    if chosen.count > 1, let alone = chosen.first(where: { $0.option?.isAlone ?? true }) {
      return .misread(alone.place, .notAlone)
    }
    guard !chosen.isEmpty else { return .answer(nil) }
    let ids = Set(chosen.compactMap { $0.option?.id })
    return .answer(ids.isEmpty ? .declined : .options(options.map(\.id).filter(ids.contains)))
  }
}

/// What the columns of a question say together.
enum TickedAnswer: Hashable {
  enum Mistake: Hashable {
    case noTick
    /// It excludes the others that are ticked.
    case notAlone
  }
  case answer(Answer?)
  case misread(Int, Mistake)
}

extension TickedAnswer {
  /// What can stand in each of its columns, in words.
  static let accepted = "1, yes or the text of the answer where it was chosen, nothing or 0 where not"
}

extension TickedAnswer.Mistake {
  func summary(_ value: String) -> String {
    switch self {
    case .noTick: "'\(value)' is no tick"
    case .notAlone: "this answer cannot be combined with the others that are ticked"
    }
  }

  var help: String {
    switch self {
    case .noTick: "write \(TickedAnswer.accepted)"
    case .notAlone: "give it alone, or leave it out"
    }
  }
}
