import Crypto
import Ergonomics
import Foundation
import TestSupport
import Testing

@testable import Forms

@Suite("The offline page")
struct OfflinePageTests {
  @Test("is let in by the hashes of its own script and style, and lets in nothing else")
  func policy() throws {
    let page = try Self.page(of: [.shipped("lower-back-hips")])
    let policy = try #require(page.firstMatch(of: /Content-Security-Policy" content="([^"]*)"/)).1
    for (element, directive) in [("script", "script-src"), ("style", "style-src")] {
      let parts = page.components(separatedBy: "<\(element)>")
      #expect(parts.count == 2, "one \(element)")
      let text = try #require(parts[1].components(separatedBy: "</\(element)>").first)
      let hash = Data(SHA256.hash(data: Data(text.utf8))).base64EncodedString()
      #expect(policy.contains("\(directive) 'sha256-\(hash)';"))
    }
    #expect(policy.hasPrefix("default-src 'none'; ") && !policy.contains("unsafe"))
    #expect(!page.contains("{{"))
  }

  @Test("is the same, byte for byte, for the same packs")
  func deterministic() throws {
    #expect(try Self.page(of: [.shipped("rosa")]) == Self.page(of: [.shipped("rosa")]))
  }

  @Test(
    "holds texts that look like markup as text alone",
    arguments: ["</script><script>x()", "<!--<script>", "\u{2028}\"\\&'"])
  func markup(_ text: String) throws {
    let source = try FormSource(
      packs: [.shipped("rosa")], keptColumns: [.init(name: "team", label: text)], notice: text, asset: Self.asset)
    let page = String(decoding: try OfflinePage.document(of: source).bytes, as: UTF8.self)
    #expect(page.components(separatedBy: "<script").count == 3)
    let json = try #require(
      page.components(separatedBy: "id=\"questionnaire\">")[1].components(separatedBy: "</script>").first)
    let form = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let keep = try #require(form["keep"] as? [[String: String]])
    #expect(keep == [["column": "team", "label": text]])
  }

  @Test("asks for what an answer about health leads to only as something about health")
  func health() throws {
    let json = PageQuestionnaire(try Self.source([.shipped("lower-back-hips")])).value.scriptText
    let form = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let questions = try #require(form["questions"] as? [[String: Any]])
    let health = questions.filter { $0["isAboutHealth"] != nil }.compactMap { $0["id"] as? String }
    #expect(Set(health).isSuperset(of: ["emergency_signs", "has_pain", "pain_areas", "leg_worse"]))
    #expect(!health.contains("seat_type"))
  }

  @Test("says which line of its template names something that is not there")
  func template() throws {
    let source = try FormSource(packs: [.shipped("rosa")]) { $0 == "page/page.html" ? "a\n{{title}}\n{{titel}}" : "" }
    #expect {
      try OfflinePage.document(of: source)
    } throws: { error in
      (error as? FormRefused)?.problems.first?.place.line == 3
    }
  }

  private static func page(of packs: [Pack]) throws -> String {
    String(decoding: try OfflinePage.document(of: source(packs)).bytes, as: UTF8.self)
  }

  private static func source(_ packs: [Pack]) throws -> FormSource { try FormSource(packs: packs, asset: asset) }

  private static let asset: @Sendable (String) throws -> String = { name in
    try String(contentsOf: Fixtures.repository.appending(path: "Forms/\(name)"), encoding: .utf8)
  }
}
