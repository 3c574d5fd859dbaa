import Ergonomics

/// Objects as the text of a table, with the names of their values as headings, so that one reader serves for all.
///
/// The headings are the names in the first thousand objects; a name that comes up later has no column.
final class ObjectRows {
  private static let objectsLookedAt = 1000
  private static let mostNamesTooLate = 100

  private let nextObject: () throws(SurveyError) -> SurveyObject?
  private var names: [String] = []
  private var places: [String: Int] = [:]
  /// Text not handed out yet.
  private var ready: ArraySlice<UInt8> = []
  /// Of the rows whose lines were not taken yet, the headings first.
  private var lines = [1]
  /// In the order they came up.
  private(set) var namesTooLate: [String] = []

  /// - Parameter next: The next object; `nil` at the end.
  init(_ next: @escaping () throws(SurveyError) -> SurveyObject?) throws(SurveyError) {
    nextObject = next
    var first: [SurveyObject] = []
    while first.count < Self.objectsLookedAt, let object = try next() { first.append(object) }
    if first.isEmpty { return }
    names = first.flatMap { $0.cells.map(\.name) }.withoutDoubles
    if names.isEmpty { names = ["id"] }
    places = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    var text = names.row
    for object in first { text += row(object) }
    ready = text[...]
  }

  /// As `SurveyText` does.
  func read(into memory: UnsafeMutableRawBufferPointer) throws(SurveyError) -> Int {
    if ready.isEmpty, !names.isEmpty, let object = try nextObject() { ready = row(object)[...] }
    let count = min(memory.count, ready.count)
    memory.copyBytes(from: ready.prefix(count))
    ready = ready.dropFirst(count)
    return count
  }

  /// The lines of the file in which the next so many rows begin.
  func takeLines(_ count: Int) -> [Int] {
    defer { lines.removeFirst(count) }
    return Array(lines[..<count])
  }

  /// Lines that were taken, of rows that are to be read once more.
  func giveBack(_ taken: [Int]) { lines = taken + lines }

  private func row(_ object: SurveyObject) -> [UInt8] {
    var cells = Array(repeating: "", count: names.count)
    for (name, value) in object.cells {
      if let place = places[name] {
        cells[place] = value
      } else if !namesTooLate.contains(name), namesTooLate.count < Self.mostNamesTooLate {
        namesTooLate.append(name)
      }
    }
    lines.append(object.line)
    return cells.row
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
