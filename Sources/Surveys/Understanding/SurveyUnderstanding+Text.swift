import Ergonomics

extension SurveyUnderstanding: CustomStringConvertible {
  private static let mostSamples = 8

  package var description: String {
    var lines = ["read as \(summary.platform.name), \(summary.encoding?.rawValue ?? "ASCII")", "\(summary)", ids]
    for (why, count) in leftOut.map({ ($0.key.words, $0.value) }).sorted(by: <) { lines.append("  \(count) \(why)") }
    lines.append("\nquestions with a column:")
    lines += columns.flatMap(\.lines)
    if !summary.missingQuestions.isEmpty {
      lines.append("\nquestions without a column, which stay open:")
      lines += summary.missingQuestions.map { id in
        "  \(id)" + (summary.nearHeadings[id].map { ": is it '\($0.printable)'?" } ?? "")
      }
    }
    if !summary.unusedColumns.isEmpty {
      lines.append("\ndropped, and in no output unless kept with --keep:")
      lines += summary.unusedColumns.map { "  '\($0.printable)'" }
    }
    if !summary.problems.isEmpty {
      lines.append("\n" + summary.problems.map { "warning: \($0)" }.joined(separator: "\n"))
    }
    if !refusals.isEmpty { lines.append("\n" + refusals.map { "error: \($0)" }.joined(separator: "\n")) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Of the questions under which something is not understood.
  package var linesOfMisread: [String] { columns.filter { !$0.isHidden && $0.census.misread > 0 }.flatMap(\.lines) }

  private var ids: String {
    if !summary.idColumns.isEmpty {
      return "people are told apart by the column '\(summary.idColumns.joined(separator: "', '").printable)'"
    }
    let other = summary.idSuggestion.map { "; --id-column '\($0.column.printable)' could tell people apart" } ?? ""
    return "no column of ids is found: people are numbered by row\(other)"
  }

  fileprivate static func samples(_ census: QuestionCounts) -> String {
    let all = census.unreadWordings
    let shown = all.prefix(mostSamples).map { "'\($0.wording.printable)' \($0.count)" }
    let more = all.count - shown.count
    return shown.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
  }
}

extension SurveyUnderstanding.Column {
  fileprivate var lines: [String] {
    let names = headings.map { "'\($0.printable)'" }.joined(separator: ", ")
    if isHidden { return ["  \(question.id): \(names)", "    about health, not counted"] }
    var lines = ["  \(question.id): \(names)", "    answered by \(census.answered) of \(census.asked) asked"]
    if let answers { lines.append("    \(answers)") }
    if census.misread > 0 {
      let samples = census.unread.isEmpty ? "" : ": \(SurveyUnderstanding.samples(census))"
      lines.append("    not understood \(census.misread)\(samples)")
    }
    return lines
  }

  /// `office_chair 12, stool 3, not sure 1`, or `from 2 h to 9 h`; `nil` where nothing was answered.
  private var answers: String? {
    var parts = question.options.compactMap { option in census.options[option.id].map { "\(option.id) \($0)" } }
    if case .number(let range) = question.kind, let numbers = census.numbers {
      let ends = [numbers.lowerBound, numbers.upperBound].map { range.unit.text(ofBase: $0) }
      parts = ["from \(ends[0]) to \(ends[1])"]
    }
    if census.declined > 0 { parts.append("not sure \(census.declined)") }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}

extension LeftOut {
  /// Of rows, after their number.
  package var words: String {
    switch self {
    case .ragged: "rejected: more or fewer cells than the header"
    case .unopened: "rejected: the key does not open it"
    case .broken: "rejected: a cell is in another encoding"
    case .double: "rejected: the id stands in another row too"
    case .unread: "rejected: an answer is not understood"
    case .setAside(let kind): "set aside: \(kind.rawValue)"
    }
  }
}
