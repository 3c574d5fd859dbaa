import Ergonomics
import Markup

/// Where the parts of a pack stand in its files.
package struct PackPlaces: Sendable {
  package enum Kind: Sendable { case rule, correction, score, question, measure, table }

  /// The folder of the pack, as it was named.
  package let folder: String
  /// A file of people; `nil` where the pack has none.
  package let people: Problem.Place?
  private let placed: [Kind: [String: Placed]]

  private struct Placed: Sendable {
    let own: Problem.Place
    /// By the name or the id of an element in it, one after the other.
    let elements: [String: [Problem.Place]]
    /// Of a table, by cell.
    let cellLines: [Int]
  }

  init(_ draft: PackDraft, folder: String) {
    self.folder = folder
    people = draft.people.last.map { $0.file.spot(of: $0.file.root).place }
    placed = [
      .rule: Self.places(draft.rules) { $0.id }, .correction: Self.places(draft.corrections) { $0.id },
      .score: Self.places(draft.scores) { $0.id }, .question: Self.places(draft.questions) { $0.id },
      .measure: Self.places(draft.measures) { $0.id }, .table: Self.places(draft.tables) { $0.id },
    ]
  }

  private static let conditions: Set = ["applies", "when"]

  private static func places<Value>(
    _ placed: [PackDraft.Placed<Value>], _ id: (Value) -> String
  ) -> [String: Placed] {
    Dictionary(
      placed.map { each in
        let elements = each.element.elements.flatMap { child in
          let place =
            conditions.contains(child.name) ? each.file.text(of: child).spot.place : each.file.spot(of: child).place
          return [(child.name, place)] + (child.token("id").map { [($0, place)] } ?? [])
        }
        return (
          id(each.value),
          Placed(
            own: each.spot().place, elements: Dictionary(elements.map { ($0, [$1]) }, uniquingKeysWith: +),
            cellLines: each.value is LookupTable ? cellLines(each.element) : [])
        )
      }, uniquingKeysWith: { first, _ in first })
  }

  private static func cellLines(_ table: MarkupElement) -> [Int] {
    table.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap { line, cells in
      cells.split(whereSeparator: \.isWhitespace).map { _ in table.line + line }
    }
  }

  /// - Parameters:
  ///   - element: The name or the id of an element in it.
  ///   - number: Which of several of that name, counted from 0.
  package func place(of kind: Kind, _ id: String, _ element: String? = nil, number: Int = 0) -> Problem.Place {
    // Of the folder where there is no such thing.
    guard let placed = placed[kind]?[id] else { return Problem.Place(file: folder) }
    guard let places = element.flatMap({ placed.elements[$0] }) else { return placed.own }
    return places[min(number, places.count - 1)]
  }

  package func place(ofCell cell: Int, of table: LookupTable.ID) -> Problem.Place {
    let place = place(of: .table, table)
    guard let lines = placed[.table]?[table]?.cellLines, lines.indices.contains(cell) else { return place }
    return Problem.Place(file: place.file, line: lines[cell])
  }
}

/// A pack with where it stands.
package struct PlacedPack: Sendable {
  package internal(set) var pack: Pack
  package let places: PackPlaces
  /// What the words of its rules name.
  package let quantities: [NamedQuantity]
}
