import Ergonomics

/// The columns that hold the answers to a question.
enum QuestionColumns: Sendable, Hashable {
  struct Tick: Sendable, Hashable {
    let column: Int
    let target: QuestionFinder.Target
  }
  case single(Int)
  /// A column for each option that can be ticked.
  case spread([Tick])

  var all: [Int] {
    switch self {
    case .single(let column): [column]
    case .spread(let ticks): ticks.map(\.column)
    }
  }
}

extension QuestionColumns {
  /// The columns of each question of a pack, and what is ambiguous. Ticks come before a column that joins them: what is
  /// joined may be hard to take apart.
  static func all(
    of pack: Pack, in headings: [SurveySheet.Heading], at place: Problem.Place
  ) -> (columns: [QuestionColumns?], problems: [Problem]) {
    let finder = QuestionFinder(pack)
    var wholes: [Int: [(column: Int, rank: Int)]] = [:]
    var ticks: [Int: [Tick]] = [:]
    for (column, heading) in headings.enumerated() {
      guard let match = finder.match(heading) else { continue }
      if let target = match.target {
        ticks[match.question, default: []].append(Tick(column: column, target: target))
      } else {
        wholes[match.question, default: []].append((column, match.rank))
      }
    }
    var problems: [Problem] = []
    let columns = pack.questions.indices.map { question -> QuestionColumns? in
      if let ticks = ticks[question] {
        for same in Dictionary(grouping: ticks, by: \.target).values where same.count > 1 {
          problems.append(.double(same.map(\.column), headings, at: place))
        }
        return .spread(ticks)
      }
      guard let found = wholes[question], let best = found.map(\.rank).min() else { return nil }
      let surest = found.filter { $0.rank == best }
      if surest.count > 1 { problems.append(.double(surest.map(\.column), headings, at: place)) }
      return .single(surest[0].column)
    }
    return (columns, problems)
  }
}

extension Problem {
  fileprivate static func double(
    _ columns: [Int], _ headings: [SurveySheet.Heading], at place: Place
  ) -> Problem {
    let names = Set(columns.map { headings[$0].name })
    let numbers = columns.map { "\($0 + 1)" }.joined(separator: " and ")
    return Problem(
      code: .doubleColumn, place: place,
      summary: names.count == 1
        ? "the heading '\(headings[columns[0]].name)' stands over columns \(numbers)"
        : "the headings '\(headings[columns[0]].name)' and '\(headings[columns[1]].name)' mean the same question",
      help: "leave one of them, or give the other a name of its own")
  }
}
