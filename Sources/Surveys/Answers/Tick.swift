import Ergonomics

/// What a cell says under a heading that names one of several options.
enum Tick {
  case on
  /// With words beside it that are not understood.
  case onWithWords
  case off
  /// Nobody knows.
  case open

  private static let onWords: Set = ["1", "y", "yes", "true", "x", "checked", "selected", "✓", "✔"]
  private static let offWords: Set = ["", "0", "n", "no", "false", "unchecked", "not selected", "-"]
  private static let openWords: Set = [
    "na", "n/a", "#n/a", "nan", "none", "null", "-99", "don't know", "prefer not to say",
  ]

  /// - Parameter wordings: The option in words: some platforms repeat it in the cell.
  /// - Returns: `nil` if it is none of these.
  init?(_ cell: String, wordings: [String]) {
    let plain = cell.normalised
    if Self.isOn(plain, wordings) {
      self = .on
    } else if Self.offWords.contains(plain) {
      self = .off
    } else if Self.openWords.contains(plain) || cell.trimmed == "." {
      self = .open
    } else if let text = cell.withoutMarkup, Self.isOn(text.normalised, wordings) {
      self = .on
    } else if (wordings + ["yes"]).contains(where: { plain.begins(with: $0.normalised) }) {
      self = .onWithWords
    } else {
      return nil
    }
  }

  private static func isOn(_ plain: String, _ wordings: [String]) -> Bool {
    wordings.contains { $0.normalised == plain } || onWords.contains(plain)
  }

  /// The cells that platforms write, bare and quoted: 0 for off, 1 for on. The rest is read with more care.
  static func labels(_ wordings: [String]) -> [LabelTable.Entry] {
    let words = ["", "0", "No", "Unchecked", "FALSE", "1", "Y", "Yes", "Checked", "TRUE"] + wordings
    return words.flatMap { [$0, "\"\($0.replacing("\"", with: "\"\""))\""] }.withoutDoubles.compactMap { text in
      let bare = text.hasPrefix("\"") ? String(text.dropFirst().dropLast()).replacing("\"\"", with: "\"") : text
      switch Tick(bare, wordings: wordings) {
      case .on: return LabelTable.Entry(text: Array(text.utf8), code: 1)
      case .off: return LabelTable.Entry(text: Array(text.utf8), code: 0)
      case .onWithWords, .open, nil: return nil
      }
    }
  }

  static func wordings(of target: QuestionFinder.Target, _ question: Question, notSure: String) -> [String] {
    guard case .option(let place) = target else { return [notSure, "not_sure"] }
    return question.options[place].names
  }
}

extension Tick {
  /// What is wrong with the columns of a question that stand for one option each, or with one of them.
  enum Mistake: Hashable {
    case noTick
    /// It excludes the others that are ticked.
    case notAlone
    case wordsBeside
    /// Two columns of one question, which are no ticks, do not say the same.
    case differs

    func summary(_ value: String) -> String {
      switch self {
      case .noTick: "'\(value)' is no tick"
      case .notAlone: "this answer cannot be combined with the others that are ticked"
      case .wordsBeside: "'\(value)' is a tick with words that are not understood; the tick counts"
      case .differs: "'\(value)' is not what another column says to the same question"
      }
    }

    var help: String {
      switch self {
      case .noTick: "write \(Tick.accepted)"
      case .notAlone: "give it alone, or leave it out"
      case .wordsBeside: "look at the words, then leave the tick alone"
      case .differs: "keep one of the two"
      }
    }
  }

  /// What can stand in each of its columns, in words.
  static let accepted = "1, yes or the text of the answer where it was chosen, nothing or 0 where not"
}

extension Question {
  /// Only one of its options can be ticked.
  var isSingle: Bool { if case .choice = kind { true } else { false } }

  /// Options that may have been chosen although none of these columns says so. One that excludes others is no loss: whoever
  /// ticked another did not choose it.
  func hasMore(thanTicks targets: [QuestionFinder.Target]) -> Bool {
    options.indices.contains { !options[$0].isAlone && !targets.contains(.option($0)) }
  }
}
