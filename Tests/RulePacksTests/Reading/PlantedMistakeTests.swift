import Ergonomics
import Testing

@Suite("A mistake in a single element of a pack")
struct PlantedMistakeTests {
  @Test("is reported once, with its code and its line", arguments: PlantedMistake.all.indices)
  func isReported(index: Int) {
    let mistake = PlantedMistake.all[index]
    let found = problems(SmallPack.edited(mistake.edits))
    let place = ["small", mistake.place].filter { !$0.isEmpty }.joined(separator: "/")
    #expect(
      found.map(\.described) == ["\(place) \(mistake.code.rawValue)"],
      "\(found.map(\.description).joined(separator: "\n"))")
    #expect(found.allSatisfy { $0.help?.isEmpty == false })
  }
}

extension Problem {
  /// File, line and code.
  var described: String { "\(place.file)\(place.line.map { ":\($0)" } ?? "") \(code.rawValue)" }
}
