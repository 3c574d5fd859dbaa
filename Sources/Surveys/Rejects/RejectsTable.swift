import Ergonomics

/// The rows of a rejects file: what could not be read or understood, where, and what to do.
struct RejectsTable: ~Copyable {
  enum Effect: String {
    case rowRejected = "row rejected"
    case answerLeftOpen = "answer left open"
  }

  static let header = "file,line,column,field,value,problem,help,effect\n"

  let file: String
  private(set) var text = TextBuffer()
  var cursor = LineCursor()
  var mistakes = MistakeMemo()

  init(file: String) { self.file = file.neutralised.asField }

  /// Begins a new chunk.
  mutating func clear() {
    text.clear()
    cursor = LineCursor()
  }

  /// Adds a row; `column` is that of the first character, both counted from 1, `nil` where answers about health stand
  /// before it.
  mutating func add(
    line: Int, column: Int?, field: String = "", value: String = "", _ problem: String, help: String, _ effect: Effect
  ) {
    add(line: line, column: column, field: field, Self.cells(value, problem, help: help), effect)
  }

  /// The same with the cells from value to help in one.
  mutating func add(line: Int, column: Int?, field: String, _ cells: String, _ effect: Effect) {
    text.write(
      "\(file),\(line),\(column.map(String.init) ?? ""),\(field.neutralised.asField),\(cells),\(effect.rawValue)\n")
  }

  static func cells(_ value: String, _ problem: String, help: String) -> String {
    [value, problem, help].map(\.neutralised.asField).joined(separator: ",")
  }
}

/// Remembers what is wrong with answers: looking for what was meant costs more than all else of a row.
struct MistakeMemo {
  private static let limit = 1000
  /// Longer answers are not remembered.
  private static let longest = 200
  private struct Key: Hashable {
    let pack: Int
    let question: Int
    let value: String
  }
  private var known: [Key: String] = [:]

  /// The cells that tell what is wrong with an answer, from its value to the help; `nil` if nothing is.
  mutating func cells(_ value: String, _ question: Int, ofPack pack: Int, _ plan: ReadingPlan) -> String? {
    let key = Key(pack: pack, question: question, value: value)
    if let cells = known[key] { return cells }
    let said = plan.question(question, ofPack: pack).answer(in: .wholes([0]), notSure: plan.notSure(ofPack: pack)) {
      _ in
      value
    }
    guard let mistake = said.mistake else { return nil }
    let cells = RejectsTable.cells(value, mistake.summary(value), help: mistake.help)
    if known.count < Self.limit, value.utf8.count <= Self.longest { known[key] = cells }
    return cells
  }
}
