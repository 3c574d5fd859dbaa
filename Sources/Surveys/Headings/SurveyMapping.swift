import Ergonomics

/// What the headings and answers of a survey mean, as a small table that people can edit and keep:
///
///     question,option,wording
///     lumbar,,Does your chair support your lower back?
///     lumbar,partly,"Only partly, when I lean back"
///     discomfort,hips,Q7_2
///
/// Without an option, the wording is a heading; with one, it is an answer, or the heading of a column to tick. In place of an
/// option, `not_sure`, `not_answered` and `ignore` say what words mean that are none, and `unit` in what plain numbers are.
/// In place of a question, `id` names the column that tells people apart.
package struct SurveyMapping: Sendable, Hashable {
  package struct Entry: Sendable, Hashable {
    package let question: Question.ID
    package let option: AnswerOption.ID?
    package let wording: String
    /// In the file; `nil` for what was not read from one.
    fileprivate let line: Int?

    init(question: Question.ID, option: AnswerOption.ID?, wording: String, line: Int? = nil) {
      (self.question, self.option, self.wording, self.line) = (question, option, wording, line)
    }
  }

  package private(set) var entries: [Entry] = []
  /// The heading of the column that tells people apart; `nil` = none is named.
  package private(set) var idColumn: String?
  private var file = ""
  private static let header = ["question", "option", "wording"]
  private static let id = "id"
  /// Heads a fourth column, which is not read.
  private static let count = "count"
  /// In place of an option that is to be filled in.
  private static let open = "?"
  private struct Unread: Sendable, Hashable {
    let question: Question.ID
    let wording: String
    let count: Int

    init(question: Question.ID, wording: String, count: Int) {
      (self.question, self.wording, self.count) = (question, wording, count)
    }
  }
  private var unread: [Unread] = []
  /// In place of an option.
  static let unit = "unit"

  package init() {}
  init(_ entries: [Entry]) { self.entries = entries }

  /// - Throws: `SurveyError.refused`.
  package init(_ bytes: [UInt8], file: String) throws(SurveyError) {
    self.file = file
    var chunk = RecordChunk(capacity: bytes.count + 1)
    chunk.replaceText(with: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes)
    chunk.endLine()
    chunk.findRecords()
    var problems: [Problem] = []
    for place in 0..<chunk.recordCount {
      let record = chunk.records[place]
      let line = chunk.position(ofByte: Int(record.start)).line
      var cells: [String] = []
      for column in 0..<Int(record.fieldCount) { cells.append(String(field: chunk.field(column, of: record)).restored) }
      if place == 0, cells == Self.header || cells == Self.header + [Self.count] { continue }
      if cells.count == 4 { cells.removeLast() }
      if cells.count == 3, cells[1] == Self.open { continue }
      guard place > 0, cells.count == 3, !cells[0].isEmpty, !cells[2].isEmpty else {
        problems.append(
          Problem(
            code: .wrongMapping, place: .init(file: file, line: line), summary: "this line maps nothing",
            help: "begin with the line \(Self.header.joined(separator: ",")), then write one of each a line"))
        continue
      }
      if cells[0] == Self.id, cells[1].isEmpty {
        idColumn = cells[2]
        continue
      }
      let option = cells[1].isEmpty ? nil : cells[1]
      entries.append(Entry(question: cells[0], option: option, wording: cells[2], line: line))
    }
    if !problems.isEmpty { throw .refused(problems) }
  }

  /// As a table that reads back as the same mapping. Wordings that are to be given a meaning stand last, with how often
  /// they were found and a question mark where the option goes.
  package var text: String {
    var rows = [Self.header] + (idColumn.map { [[Self.id, "", $0]] } ?? [])
    rows += entries.map { [$0.question, $0.option ?? "", $0.wording] }
    if !unread.isEmpty {
      rows = rows.map { $0 + [$0 == Self.header ? Self.count : ""] }
      rows += unread.map { [$0.question, Self.open, $0.wording, "\($0.count)"] }
    }
    return rows.map { $0.map(\.neutralised.asField).joined(separator: ",") + "\n" }.joined()
  }

  /// What several files make of themselves, together.
  package init(joining mappings: [SurveyMapping]) {
    entries = mappings.flatMap(\.entries).withoutDoubles
    idColumn = mappings.lazy.compactMap(\.idColumn).first
    var counts: [[String]: Int] = [:]
    for unread in mappings.flatMap(\.unread) { counts[[unread.question, unread.wording], default: 0] += unread.count }
    unread = mappings.flatMap(\.unread).map { [$0.question, $0.wording] }.withoutDoubles.map {
      Unread(question: $0[0], wording: $0[1], count: counts[$0] ?? 0)
    }
  }

  /// The same, with wordings that were not understood, to be filled in.
  func adding(unread: [(question: Question.ID, wording: String, count: Int)]) -> SurveyMapping {
    var mapping = self
    mapping.unread = unread.filter { !$0.wording.isEmpty }.map(Unread.init)
    return mapping
  }

  /// The packs, with the wordings as aliases of their questions and options.
  ///
  /// - Throws: `SurveyError.refused` where no pack has such a question or option.
  package func applied(to packs: [Pack]) throws(SurveyError) -> [Pack] {
    let questions = packs.flatMap(\.questions)
    let problems = entries.compactMap { problem(with: $0, questions) }
    if !problems.isEmpty { throw .refused(problems.sorted()) }
    let byQuestion = Dictionary(grouping: entries, by: \.question)
    return packs.map { pack in
      pack.with(questions: pack.questions.map { $0.with($0.ids.flatMap { byQuestion[$0] ?? [] }) })
    }
  }

  private func problem(with entry: Entry, _ questions: [Question]) -> Problem? {
    let place = Problem.Place(file: file, line: entry.line)
    let same = questions.filter { $0.ids.contains(entry.question) }
    guard !same.isEmpty else {
      return Problem(
        code: .unknownQuestion, place: place, summary: "unknown question '\(entry.question)'",
        help: questions.flatMap(\.ids).nearest(to: entry.question).map { "did you mean '\($0)'?" })
    }
    let options = same.flatMap { $0.options.map(\.id) }
    guard let option = entry.option, !options.contains(option), OpenWording(rawValue: option) == nil else { return nil }
    if option == Self.unit {
      if same.contains(where: { $0.unit(entry.wording) != nil }) { return nil }
      return Problem(
        code: .wrongMapping, place: place, summary: "'\(entry.wording)' is no unit of '\(entry.question)'",
        help: "write a unit as in: \(entry.question),unit,h")
    }
    return Problem(
      code: .wrongMapping, place: place, summary: "'\(entry.question)' has no option '\(option)'",
      help: options.nearest(to: option).map { "did you mean '\($0)'?" }
        ?? (options.isEmpty ? "leave the option empty" : "it has \(options.joined(separator: ", "))"))
  }
}

extension Question {
  /// A unit that its numbers can be in; `nil` for anything else.
  fileprivate func unit(_ text: String) -> UnitOfMeasure? {
    guard case .number(let range) = kind, let unit = UnitOfMeasure(text), unit.kind == range.unit.kind else {
      return nil
    }
    return unit
  }

  fileprivate func with(_ entries: [SurveyMapping.Entry]) -> Question {
    let open = entries.compactMap { entry -> (String, OpenWording)? in
      guard let option = entry.option, !options.contains(where: { $0.id == option }) else { return nil }
      return OpenWording(rawValue: option).map { (entry.wording, $0) }
    }
    let units = entries.filter { $0.option == SurveyMapping.unit }.compactMap { unit($0.wording) }
    let wordings = Dictionary(grouping: entries.filter { $0.option != nil }) { $0.option ?? "" }
    return adding(
      headings: entries.filter { $0.option == nil }.map(\.wording), wordings: wordings.mapValues { $0.map(\.wording) }
    ).reading(Dictionary(open) { _, last in last }, plainUnit: units.last)
  }
}

extension SurveyHeader {
  /// Which heading was taken for which question and option.
  func mapping(packs: [Pack]) -> SurveyMapping {
    var entries: [SurveyMapping.Entry] = []
    for (pack, columns) in zip(packs, questions) {
      for (question, source) in zip(pack.questions, columns) {
        switch source {
        case .wholes(let columns):
          entries += columns.map { .init(question: question.id, option: nil, wording: names[$0]) }
        case .spread(let ticks):
          for tick in ticks {
            guard case .option(let place) = tick.target else { continue }
            let option = question.options[place].id
            entries.append(.init(question: question.id, option: option, wording: names[tick.column]))
          }
        case nil: break
        }
      }
    }
    return SurveyMapping(entries.withoutDoubles)
  }
}
