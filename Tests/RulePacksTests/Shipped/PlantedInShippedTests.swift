import Ergonomics
import Foundation
import Markup
import RulePacks
import Testing

@Suite("A copy of the shipped pack with mistakes planted")
struct PlantedInShippedTests {
  private static let edits: [SmallPack.Edit] = [
    .init(
      "corrections.xml", "(thighs_touch)</fits-when>\n    <not-with step=\"raise-seat-for-desk\"/>",
      "(thighs_touch)</fits-when>"),
    .init(
      "corrections.xml", "<sets question=\"screen_trouble\" without=\"glare\"/>",
      "<sets question=\"screen_trouble\" without=\"small_text\"/>"),
    .init(
      "corrections.xml", "<fits-when says=\"your seat has castors\">seat_type in (office_chair, stool)</fits-when>",
      "<fits-when says=\"your seat has castors\">seat_type is exercise_ball</fits-when>"),
    .init(
      "corrections.xml", "</corrections>",
      """
        <correction id="rest" effort="organise" who="you" minutes="5" cost="free"><title>Rest</title>
          <step>Rest.</step></correction>
      </corrections>
      """),
    .init("posture/sitting-very-still.xml", "<correct with=\"shift-often\"/>", "<correct with=\"uncross-legs\"/>"),
    .init(
      "care.xml",
      "<at-once>a hip is hot, swollen or very painful and you have fever or feel very ill</at-once>", ""),
  ]

  private static let expected = [
    "opposite-corrections 'raise-seat-for-desk'", "correction-helps-nothing 'move-glare'",
    "correction-for-nobody 'castors-floor'", "correction-for-nobody 'rest'", "finding-stays 'sitting-very-still'",
    "emergency-not-told 'hot-hip-with-fever'", "correction-example-disagrees 'glare-on-the-screen'",
  ]

  @Test("is refused for each of them by name, and for nothing else")
  func named() throws {
    let path = Shipped.path("Rules/lower-back-hips")
    let folder = PackFolder(path: "copy", files: try PackFolder(reading: path).files)
    let drawings = try FileManager.default.contentsOfDirectory(atPath: Shipped.path("Reports/figures"))
    let schema = try Schema.ofPacks(Array(try Data(contentsOf: URL(filePath: Shipped.path("Rules/pack.xsd")))))
    let loader = PackLoader(schema: schema, figures: Set(drawings))
    var found: [Problem] = []
    do throws(PackRefused) {
      _ = try loader.load(folder.edited(Self.edits))
    } catch {
      found = error.problems
    }
    let told = found.map(\.description).joined(separator: "\n")
    #expect(found.count == Self.expected.count, "\(told)")
    for mistake in Self.expected {
      let (code, name) = (mistake.prefix { $0 != " " }, mistake.drop { $0 != " " }.dropFirst())
      #expect(found.contains { $0.code.rawValue == code && $0.summary.contains(name) }, "\(mistake)\n\(told)")
    }
  }
}
