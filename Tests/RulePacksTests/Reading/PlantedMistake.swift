import Ergonomics

/// A mistake that is planted in the small pack where a single element of it cannot be read, and what the loader must say of
/// it, and of nothing else. Mistakes that checks find stand beside these.
struct PlantedMistake: Sendable {
  let code: Problem.Code
  /// File and line: `questions.xml:7`; without a line where the problem is the file as a whole.
  let place: String
  let edits: [SmallPack.Edit]

  init(_ code: Problem.Code, _ place: String, _ file: String, _ text: String, _ replacement: String) {
    (self.code, self.place, edits) = (code, place, [.init(file, text, replacement)])
  }

  init(_ code: Problem.Code, _ place: String, _ edits: [SmallPack.Edit]) {
    (self.code, self.place, self.edits) = (code, place, edits)
  }

  static let all = inFiles + inNames + inSources + inQuestions + inAnswers + inFormulas + inPrices + inReviews
}

let noSupport = "chair/no-support.xml"
let tooHigh = "chair/seat-too-high.xml"
let uneven = "chair/uneven-sitting.xml"

extension PlantedMistake {
  static let inFiles: [PlantedMistake] = [
    .init(.notWellFormed, "care.xml:4", "care.xml", "<title>Ask someone</title>", "<title>Ask & tell</title>"),
    .init(.doctype, "care.xml:2", "care.xml", "<care-cards", "<!DOCTYPE care-cards>\n<care-cards"),
    .init(.tooDeep, "care.xml:4", "care.xml", "<title>Ask", String(repeating: "<title>", count: 300) + "<title>Ask"),
    .init(.tooLarge, "measures.xml:3", "measures.xml", "Seat above", String(repeating: "x", count: 70_000)),
    .init(.schema, "exercises.xml:14", "exercises.xml", "    <title>Walk</title>\n", ""),
    .init(.schema, "exercises.xml:10", "exercises.xml", "    <stop-if>it hurts.</stop-if>\n", ""),
    .init(.schema, "\(uneven):3", uneven, "<title>Uneven sitting</title>", "<titel>Uneven sitting</titel>"),
    .init(.schema, "\(uneven):8", uneven, "strength=\"limited\"", "strength=\"weak\""),
    .init(.schema, "pack.xml:5", "pack.xml", "id=\"back\" max", "id=\"back\" region=\"elbow\" max"),
    .init(.schema, "exercises.xml:7", "exercises.xml", "day\"/>", "day\" days=\"8\"/>"),
    .init(.missingPackFile, "", "pack.xml", "", ""),
    .init(.doublePackFile, "pack2.xml:1", [.init("pack2.xml", "", anotherPack)]),
    .init(.fileNameDiffers, "\(uneven):2", uneven, "id=\"uneven-sitting\"", "id=\"sitting-unevenly\""),
  ]

  private static let anotherPack = """
    <pack xmlns="urn:sitwell:pack:1" id="other" version="1.0.0"><title>Other</title><not-sure>?</not-sure>
      <score id="other"><title>Other</title><band id="low" from="0">fine</band></score></pack>
    """
}
