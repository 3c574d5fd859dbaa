import Ergonomics

extension Question {
  /// Reads a cell of a survey file. Besides what people write, platforms join options by commas, blanks or line breaks
  /// although options hold these themselves, and print numbers with more zeros than anybody reads.
  func surveyAnswer(from cell: String, notSure: String) -> Result<Answer?, AnswerMistake> {
    let plain = answer(from: cell, notSure: notSure)
    guard case .failure = plain else { return plain }
    switch kind {
    case .choices(let options):
      let names = options.flatMap { option in option.names.map { ($0.normalised, option.id) } }
      guard let ids = JoinedOptions(names).split(cell.normalised) else { return plain }
      return answer(from: ids.joined(separator: ";"), notSure: notSure)
    case .number where cell.contains("."):
      let short = String(cell.trimmed.reversed().drop { $0 == "0" }.reversed())
      return answer(from: short.hasSuffix(".") ? String(short.dropLast()) : short, notSure: notSure)
    default: return plain
    }
  }
}

/// Takes apart options that were joined by something that may stand in an option too.
struct JoinedOptions {
  private static let separators: Set<Character> = [";", ",", "|", " "]
  /// Longest first: `Lower back, left` before `Lower back`.
  private let names: [(text: [Character], id: AnswerOption.ID)]

  /// - Parameter names: Normalised wordings of options, with their ids.
  init(_ names: [(String, AnswerOption.ID)]) {
    self.names = names.map { (Array($0.0), $0.1) }.filter { !$0.0.isEmpty }
      .sorted { ($0.0.count, $1.1) > ($1.0.count, $0.1) }
  }

  /// The ids in the order they are written; `nil` unless the whole text is options and what joins them.
  func split(_ text: String) -> [AnswerOption.ID]? {
    var dead: Set<Int> = []
    return options(in: Array(text), from: 0, &dead)
  }

  private func options(in text: [Character], from start: Int, _ dead: inout Set<Int>) -> [AnswerOption.ID]? {
    let start = text[start...].firstIndex { !Self.separators.contains($0) } ?? text.count
    if start == text.count { return [] }
    if dead.contains(start) { return nil }
    for (name, id) in names where text[start...].starts(with: name) {
      let end = start + name.count
      guard end == text.count || Self.separators.contains(text[end]) else { continue }
      if let rest = options(in: text, from: end, &dead) { return [id] + rest }
    }
    dead.insert(start)
    return nil
  }
}
