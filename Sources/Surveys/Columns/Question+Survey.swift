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
    let text = Array(text)
    let starts = text.indices.filter { !isSeparator($0, in: text) && ($0 == 0 || isSeparator($0 - 1, in: text)) }
    // From the end to the start, as a cell may hold more of them than calls can be nested.
    var found: [Int: (id: AnswerOption.ID, next: Int)] = [:]
    for start in starts.reversed() {
      for (name, id) in names where text[start...].starts(with: name) {
        let end = start + name.count
        guard end == text.count || isSeparator(end, in: text) else { continue }
        let next = text[end...].indices.first { !isSeparator($0, in: text) } ?? text.count
        guard next == text.count || found[next] != nil else { continue }
        found[start] = (id, next)
        break
      }
    }
    guard var place = starts.first else { return [] }
    var ids: [AnswerOption.ID] = []
    while place < text.count {
      guard let option = found[place] else { return nil }
      ids.append(option.id)
      place = option.next
    }
    return ids
  }

  private func isSeparator(_ place: Int, in text: [Character]) -> Bool { Self.separators.contains(text[place]) }
}
