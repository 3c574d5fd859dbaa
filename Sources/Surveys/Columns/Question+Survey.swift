import Ergonomics

/// What a cell of a survey file says to a question.
struct CellAnswer: Hashable {
  var answer: Answer?
  /// What of the cell is not understood; there may be an answer besides.
  var mistake: AnswerMistake?

  /// Where many cells are like this, the column is not what its heading says.
  var speaksAgainstColumn: Bool {
    switch mistake {
    case .twoReadings, nil: false
    default: answer == nil
    }
  }
}

extension Question {
  /// Reads a cell of a survey file: the one way from a cell to an answer, which all tables stand in for.
  ///
  /// Besides what people write, platforms join options by commas, blanks or line breaks although options hold these
  /// themselves, put free text beside them, and print numbers with more zeros than anybody reads. Of several options those
  /// count that are known: a warning sign must not be lost for the words beside it. What else was chosen is open then.
  func surveyAnswer(from cell: String, notSure: String) -> CellAnswer {
    let mistake: AnswerMistake
    switch answer(from: cell, notSure: notSure) {
    case .success(let answer): return CellAnswer(answer: answer)
    case .failure(let failure): mistake = failure
    }
    switch kind {
    case .choices: return joinedAnswer(from: cell.withoutMarkup ?? cell, notSure: notSure, mistake)
    case .choice where isYesNo && isSensitive && cell.normalised.begins(with: "yes"):
      return CellAnswer(answer: .option("yes"), mistake: .wordsBeside(cell))
    case .number where cell.contains("."):
      let short = String(cell.trimmed.reversed().drop { $0 == "0" }.reversed())
      if case .success(let answer) = answer(from: short, notSure: notSure) { return CellAnswer(answer: answer) }
    default: break
    }
    return CellAnswer(mistake: mistake)
  }

  private func joinedAnswer(from cell: String, notSure: String, _ mistake: AnswerMistake) -> CellAnswer {
    let names = options.flatMap { option in option.names.map { ($0.normalised, option.id) } }
    let joined = JoinedOptions(names).split(cell.normalised)
    if let ids = joined, case .success(let answer) = answer(from: ids.joined(separator: ";"), notSure: notSure) {
      return CellAnswer(answer: answer)
    }
    if joined == nil, cell.utf8.count > KnownOptions.longest { return CellAnswer(mistake: mistake) }
    let known = joined.map { KnownOptions(ids: $0, rest: []) } ?? KnownOptions(in: cell, options)
    let ids = options.filter { known.ids.contains($0.id) && !$0.isAlone }.map(\.id)
    if ids.isEmpty { return CellAnswer(mistake: mistake) }
    if let alone = options.first(where: { $0.isAlone && known.ids.contains($0.id) }) {
      return CellAnswer(answer: .atLeast(ids), mistake: .aloneWithOthers(alone.text))
    }
    let rest = known.rest.filter { wordings[$0.normalised] != .ignored && $0 != "?" }
    if !rest.isEmpty { return CellAnswer(answer: .atLeast(ids), mistake: .wordsBeside(rest.joined(separator: "; "))) }
    return CellAnswer(answer: known.rest.contains("?") ? .atLeast(ids) : .options(ids))
  }
}

extension String {
  /// Begins with this word, and what follows is set off from it.
  func begins(with word: String) -> Bool {
    guard hasPrefix(word), case let rest = dropFirst(word.count), let next = rest.first else { return false }
    return ",.;:(!–—".contains(next) || rest.hasPrefix(" - ") || rest.hasPrefix(" (")
  }
}
