import Ergonomics

/// The columns that hold the answers to a question.
enum QuestionColumns: Sendable, Hashable {
  struct Tick: Sendable, Hashable {
    let column: Int
    let target: QuestionFinder.Target
  }
  /// At least one; several where people came to the question by different ways, and each has filled one.
  case wholes([Int])
  /// A column for each option that can be ticked.
  case spread([Tick])

  var all: [Int] {
    switch self {
    case .wholes(let columns): columns
    case .spread(let ticks): ticks.map(\.column)
    }
  }

  /// Those in which a whole answer stands; `nil` where it is ticked.
  var wholes: [Int]? {
    if case .wholes(let columns) = self { columns } else { nil }
  }
}

/// Which columns answer the questions of a pack.
struct ColumnMatch {
  /// By question.
  private(set) var columns: [QuestionColumns?]
  /// What is ambiguous, so that the file cannot be read.
  private(set) var problems: [Problem] = []
  /// What is not read, or not wholly, though it looks as if it were.
  private(set) var warnings: [Problem] = []

  private let pack: Pack
  private let finder: QuestionFinder
  private let headings: [SurveySheet.Heading]
  private let place: Problem.Place
  private var wholes: [Int: [(column: Int, rank: Int)]] = [:]
  private var ticks: [Int: [QuestionColumns.Tick]] = [:]
  private var unmatched: [Int] = []

  init(_ pack: Pack, _ finder: QuestionFinder, in headings: [SurveySheet.Heading], at place: Problem.Place) {
    (self.pack, self.finder, self.headings, self.place) = (pack, finder, headings, place)
    columns = pack.questions.map { _ in nil }
    matchHeadings()
    matchChoicesAlone()
    for question in pack.questions.indices { columns[question] = chosen(question) }
    for question in pack.questions.indices { warnAboutMissingOptions(question) }
  }

  private mutating func matchHeadings() {
    var sharing: [[Int]: [(column: Int, match: QuestionFinder.Match)]] = [:]
    for (column, heading) in headings.enumerated() {
      guard let match = finder.match(heading) else {
        unmatched.append(column)
        continue
      }
      if match.questions.count > 1 {
        sharing[match.questions, default: []].append((column, match))
      } else {
        add(column, match, to: match.question)
      }
    }
    for (questions, found) in sharing.sorted(by: { $0.value[0].column < $1.value[0].column }) {
      share(found, questions)
    }
  }

  private mutating func add(_ column: Int, _ match: QuestionFinder.Match, to question: Int) {
    if let target = match.target {
      ticks[question, default: []].append(.init(column: column, target: target))
    } else {
      wholes[question, default: []].append((column, match.rank))
    }
  }

  /// Questions of a pack may have the same text: their columns come in the order of the pack.
  private mutating func share(_ found: [(column: Int, match: QuestionFinder.Match)], _ questions: [Int]) {
    let open = questions.filter { wholes[$0] == nil && ticks[$0] == nil }
    let byTarget = Dictionary(grouping: found) { $0.match.target }
    guard byTarget.values.allSatisfy({ $0.count == open.count }) else {
      let ids = questions.map { "'\(pack.questions[$0].id)'" }.joined(separator: " and ")
      problems.append(
        Problem(
          code: .doubleColumn, place: place,
          summary: "\(questions.count) questions have the text '\(headings[found[0].column].name)', "
            + "which stands over \(found.count) columns",
          help: "have a column for each of \(ids), or name them so"))
      return
    }
    for same in byTarget.values {
      for (place, one) in same.enumerated() { add(one.column, one.match, to: open[place]) }
    }
  }

  /// Some platforms head the columns of a question by its answers alone. A single one may be anything; two that stand side by
  /// side are meant.
  private mutating func matchChoicesAlone() {
    var runs: [[Int]] = []
    for column in unmatched {
      if runs.last?.last == column - 1 { runs[runs.count - 1].append(column) } else { runs.append([column]) }
    }
    for run in runs {
      var options: [(column: Int, options: [(question: Int, target: QuestionFinder.Target)])] = []
      for column in run where !headings[column].name.isEmpty {
        options.append((column, finder.options(called: headings[column])))
      }
      var rest = options[...]
      while let first = rest.first {
        let lengths = Set(first.options.map(\.question)).map { question in
          (question, rest.prefix { $0.options.contains { $0.question == question } }.count)
        }
        let count = lengths.map(\.1).max() ?? 0
        let longest = lengths.filter { $0.1 == count }.map(\.0)
        guard count > 1, longest.count == 1, case let question = longest[0], wholes[question] == nil,
          ticks[question] == nil
        else {
          rest = rest.dropFirst()
          continue
        }
        for one in rest.prefix(count) {
          guard let target = one.options.first(where: { $0.question == question })?.target else { continue }
          ticks[question, default: []].append(.init(column: one.column, target: target))
          unmatched.removeAll { $0 == one.column }
        }
        rest = rest.dropFirst(count)
      }
    }
  }

  /// What is joined in one column counts more than ticks: there may be a few of them only.
  private mutating func chosen(_ question: Int) -> QuestionColumns? {
    if let found = wholes[question] {
      let named = found.filter { $0.rank < 2 }
      return .wholes((named.isEmpty ? found : named).map(\.column))
    }
    guard let ticks = ticks[question] else { return nil }
    for same in Dictionary(grouping: ticks, by: \.target).values where same.count > 1 {
      problems.append(.double(same.map(\.column), headings, at: place))
    }
    return .spread(ticks)
  }

  /// Whoever ticked others may have chosen an option that has no column.
  private mutating func warnAboutMissingOptions(_ place: Int) {
    let question = pack.questions[place]
    guard case .spread(let ticks) = columns[place], !question.isSingle, question.hasMore(thanTicks: ticks.map(\.target))
    else { return }
    let missing = question.options.indices.filter { option in
      !question.options[option].isAlone && !ticks.contains { $0.target == .option(option) }
    }.map { question.options[$0] }
    let stray = unmatched.filter { finder.questionBeside(headings[$0])?.question == place }
    for column in stray {
      let near =
        missing.count == 1 && stray.count == 1
        ? missing[0].text : missing.map(\.text).nearest(to: finder.questionBeside(headings[column])?.rest ?? "")
      warnings.append(
        Problem(
          code: .unknownColumn, place: self.place,
          summary: "the column '\(headings[column].name)' is not read: it is no answer to '\(question.id)'",
          help: near.map { "did you mean '\($0)'?" } ?? "a mapping can say which it is"))
    }
    warnings.append(
      Problem(
        code: .missingOption, place: self.place,
        summary: "no column is for \(missing.map { "'\($0.id)'" }.joined(separator: ", ")) of '\(question.id)': "
          + "whether it was chosen beside others is left open",
        help: "a mapping can name the column: \(question.id),\(missing[0].id),its heading"))
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
