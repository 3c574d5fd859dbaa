import Ergonomics

/// What the cells of a row say to a question.
struct CellAnswer: Hashable {
  /// The first cell of which something is not understood, or that cannot stand beside others.
  struct Mistake: Hashable {
    enum Kind: Hashable {
      case text(AnswerMistake)
      case tick(Tick.Mistake)
    }
    /// In the survey, from 0.
    let column: Int
    let kind: Kind
  }
  var answer: Answer?
  /// There may be an answer besides.
  var mistake: Mistake?

  /// Where many cells are like this, the column is not what its heading says.
  var speaksAgainstColumn: Bool {
    switch mistake?.kind {
    case .text(.twoReadings), nil: false
    case .text: answer == nil
    case .tick(let mistake): mistake == .noTick
    }
  }
}

extension Question {
  /// The one way from cells to an answer, which all tables stand in for.
  ///
  /// - Parameter cell: What stands in a column.
  func answer(in columns: QuestionColumns, notSure: String, cell: (Int) -> String) -> CellAnswer {
    switch columns {
    case .wholes(let columns): answer(fromWholes: columns, notSure: notSure, cell: cell)
    case .spread(let ticks): answer(from: ticks, notSure: notSure, cell: cell)
    }
  }

  /// From columns of which each person filled one.
  private func answer(fromWholes columns: [Int], notSure: String, cell: (Int) -> String) -> CellAnswer {
    var found = CellAnswer()
    for column in columns {
      let next = answer(fromCell: cell(column), notSure: notSure)
      if next == WholeCell() || next.answer == found.answer && next.mistake == nil { continue }
      if found != CellAnswer() { return CellAnswer(mistake: .init(column: column, kind: .tick(.differs))) }
      found = CellAnswer(answer: next.answer, mistake: next.mistake.map { .init(column: column, kind: .text($0)) })
    }
    return found
  }

  /// From a cell that holds a whole answer.
  ///
  /// Besides what people write, platforms join options by commas, blanks or line breaks although options hold these
  /// themselves, put free text beside them, and print numbers with more zeros than anybody reads. Of several options those
  /// count that are known: a warning sign must not be lost for the words beside it. What else was chosen is open then.
  private func answer(fromCell cell: String, notSure: String) -> WholeCell {
    let mistake: AnswerMistake
    switch answer(from: cell, notSure: notSure) {
    case .success(let answer): return WholeCell(answer: answer)
    case .failure(let failure): mistake = failure
    }
    switch kind {
    case .choices: return joinedAnswer(from: cell.withoutMarkup ?? cell, notSure: notSure, mistake)
    case .choice where isYesNo && isSensitive && cell.normalised.begins(with: "yes"):
      return WholeCell(answer: .option("yes"), mistake: .wordsBeside(cell))
    case .number where cell.contains(".") && cell.trimmed.split(separator: ".").last?.count != 3:
      let short = String(cell.trimmed.reversed().drop { $0 == "0" }.reversed())
      if case .success(let answer) = answer(from: short, notSure: notSure) { return WholeCell(answer: answer) }
    default: break
    }
    return WholeCell(mistake: mistake)
  }

  private func joinedAnswer(from cell: String, notSure: String, _ mistake: AnswerMistake) -> WholeCell {
    let names = options.flatMap { option in option.names.map { ($0.normalised, option.id) } }
    let joined = JoinedOptions(names).split(cell.normalised)
    if let ids = joined, case .success(let answer) = answer(from: ids.joined(separator: ";"), notSure: notSure) {
      return WholeCell(answer: answer)
    }
    if joined == nil, cell.utf8.count > KnownOptions.longest { return WholeCell(mistake: mistake) }
    let known = joined.map { KnownOptions(ids: $0, rest: []) } ?? KnownOptions(in: cell, options)
    let ids = options.filter { known.ids.contains($0.id) && !$0.isAlone }.map(\.id)
    if ids.isEmpty { return WholeCell(mistake: mistake) }
    if let alone = options.first(where: { $0.isAlone && known.ids.contains($0.id) }) {
      return WholeCell(answer: .atLeast(ids), mistake: .aloneWithOthers(alone.text))
    }
    let rest = known.rest.filter { wordings[$0.normalised] != .ignored && $0 != "?" }
    if !rest.isEmpty { return WholeCell(answer: .atLeast(ids), mistake: .wordsBeside(rest.joined(separator: "; "))) }
    return WholeCell(answer: known.rest.contains("?") ? .atLeast(ids) : .options(ids))
  }

  /// From columns that stand for one option each.
  private func answer(from ticks: [QuestionColumns.Tick], notSure: String, cell: (Int) -> String) -> CellAnswer {
    var (chosen, isOpen, mistake) = ([(column: Int, option: Int?)](), false, CellAnswer.Mistake?.none)
    for (column, target) in ticks.map({ ($0.column, $0.target) }) {
      let tick = Tick(cell(column), wordings: Tick.wordings(of: target, self, notSure: notSure))
      switch tick {
      case .on, .onWithWords:
        if case .option(let option) = target { chosen.append((column, option)) } else { chosen.append((column, nil)) }
        if case .onWithWords = tick { mistake = mistake ?? .init(column: column, kind: .tick(.wordsBeside)) }
      case .off: break
      case .open: isOpen = true
      case nil:
        isOpen = true
        mistake = mistake ?? .init(column: column, kind: .tick(.noTick))
      }
    }
    if chosen.count > 1, let alone = chosen.first(where: { $0.option.map { isSingle || options[$0].isAlone } ?? true })
    {
      mistake = .init(column: alone.column, kind: .tick(.notAlone))
      chosen = isSingle ? [] : chosen.filter { $0.option.map { !options[$0].isAlone } ?? false }
      isOpen = true
    }
    let answer = answer(chosen, isOpen: isOpen || hasMore(thanTicks: ticks.map(\.target)))
    return CellAnswer(answer: answer, mistake: mistake)
  }

  private func answer(_ chosen: [(column: Int, option: Int?)], isOpen: Bool) -> Answer? {
    if chosen.isEmpty { return nil }
    let places = Set(chosen.compactMap(\.option)).sorted()
    let ids = places.map { options[$0].id }
    if ids.isEmpty { return .declined }
    if isSingle { return .option(ids[0]) }
    return isOpen && !options[places[0]].isAlone ? .atLeast(ids) : .options(ids)
  }
}

/// What a cell says that holds a whole answer.
private struct WholeCell: Hashable {
  var answer: Answer?
  var mistake: AnswerMistake?
}

extension CellAnswer.Mistake {
  func summary(_ value: String) -> String {
    switch kind {
    case .text(let mistake): mistake.summary
    case .tick(let mistake): mistake.summary(value)
    }
  }

  var help: String {
    switch kind {
    case .text(let mistake): mistake.help
    case .tick(let mistake): mistake.help
    }
  }
}

extension String {
  /// Begins with this word, and what follows is set off from it.
  func begins(with word: String) -> Bool {
    guard hasPrefix(word), case let rest = dropFirst(word.count), let next = rest.first else { return false }
    return ",.;:(!?–—".contains(next) || rest.hasPrefix(" - ") || rest.hasPrefix(" (")
  }
}
