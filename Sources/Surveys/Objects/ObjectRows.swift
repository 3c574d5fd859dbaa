import Ergonomics

/// Objects as the text of a table, with the names of their values as headings, so that one reader serves for all.
///
/// The headings are the names in the first thousand objects. A name that comes up later has no column: where it matters,
/// the file is refused.
final class ObjectRows {
  private static let objectsLookedAt = 1000
  private static let valuesLookedAt = 250_000
  private static let mostNamesTooLate = 100
  private static let mostNamesPassed = 10_000

  private let file: String
  private let nextObject: () throws(SurveyError) -> SurveyObject?
  /// Objects that were looked at for their names, and are to be read still.
  private var looked: ArraySlice<SurveyObject> = []
  private var names: [String] = []
  private var places: [String: Int] = [:]
  /// Text not handed out yet.
  private var ready: ArraySlice<UInt8> = []
  /// Of the rows whose lines were not taken yet, the headings first.
  private var lines = [1]
  /// In the order they came up.
  private(set) var namesTooLate: [String] = []
  private var namesPassed: Set<String> = []
  private let needed: NeededNames

  /// - Parameters:
  ///   - first: Names that have columns, whatever objects hold.
  ///   - next: The next object; `nil` at the end.
  init(
    file: String, _ needed: NeededNames, first: [String] = [],
    _ next: @escaping () throws(SurveyError) -> SurveyObject?
  ) throws(SurveyError) {
    (self.file, self.needed, nextObject) = (file, needed, next)
    var values = 0
    while looked.count < Self.objectsLookedAt, values < Self.valuesLookedAt, let object = try next() {
      looked.append(object)
      values += object.cells.count
    }
    if looked.isEmpty { return }
    names = (first + looked.flatMap { $0.cells.map(\.name) }).withoutDoubles
    if names.isEmpty { names = ["id"] }
    places = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    ready = names.row[...]
  }

  /// As `SurveyText` does.
  func read(into memory: UnsafeMutableRawBufferPointer) throws(SurveyError) -> Int {
    if ready.isEmpty, !names.isEmpty {
      if let object = looked.popFirst() {
        ready = try row(object)[...]
      } else if let object = try nextObject() {
        ready = try row(object)[...]
      }
    }
    let count = min(memory.count, ready.count)
    memory.copyBytes(from: ready.prefix(count))
    ready = ready.dropFirst(count)
    return count
  }

  /// The line of the file in which the next row begins that was not taken.
  var nextLine: Int { lines.first ?? 1 }

  /// The lines of the file in which the next so many rows begin.
  func takeLines(_ count: Int) -> [Int] {
    defer { lines.removeFirst(count) }
    return Array(lines[..<count])
  }

  /// Lines that were taken, of rows that are to be read once more.
  func giveBack(_ taken: [Int]) { lines = taken + lines }

  private func row(_ object: SurveyObject) throws(SurveyError) -> [UInt8] {
    var cells = Array(repeating: nil as String?, count: names.count)
    for (name, value) in object.cells {
      guard let place = places[name] else {
        try pass(name, line: object.line)
        continue
      }
      guard cells[place] == nil else {
        throw refusal(.doubleAnswer, line: object.line, "'\(name)' is given a second time", help: "keep one of the two")
      }
      cells[place] = value
    }
    lines.append(object.line)
    if object.isUnopened { cells.append("unopened") }  // a cell too many: no row of this file has that otherwise
    return cells.map { $0 ?? "" }.row
  }

  private func pass(_ name: String, line: Int) throws(SurveyError) {
    if namesPassed.contains(name) { return }
    if needed.contains(name) {
      throw refusal(
        .nameTooLate, line: line, "'\(name)' is in none of the first objects, so that it has no column",
        help: "add it to the first object of the file, such as \"\(name)\": \"\" in JSON")
    }
    if namesPassed.count == Self.mostNamesPassed { namesPassed = [] }
    namesPassed.insert(name)
    if namesTooLate.count < Self.mostNamesTooLate, !namesTooLate.contains(name) { namesTooLate.append(name) }
  }

  private func refusal(_ code: Problem.Code, line: Int, _ summary: String, help: String) -> SurveyError {
    .refused([Problem(code: code, place: .init(file: file, line: line), summary: summary, help: help)])
  }
}

extension [String] {
  /// The first cell always quoted: a row is never an empty line.
  fileprivate var row: [UInt8] {
    let fields = map(\.neutralised.asField)
    let first = fields[0].hasPrefix("\"") ? fields[0] : "\"\(fields[0])\""
    let line = ([first] + fields.dropFirst()).joined(separator: ",") + "\n"
    return [UInt8](line.utf8)
  }
}
