import Markup
import Testing

@Suite("An element that was held against a schema")
struct SchemaAttributeTests {
  private func element(_ text: String) throws -> MarkupElement { try MarkupDocument(Array(text.utf8)).root }

  @Test("has its attributes without blanks at their ends, as the schema reads them")
  func blanks() throws {
    let element = try element("<a id='\n x y\t' none='  ' claim=' yes' number=' 5 '/>")
    #expect(element.token("id") == "x y")
    #expect(element.token("none") == "")
    #expect(element.token("other") == nil)
    #expect(element.claims("claim") && !element.claims("id"))
    #expect(element.required("number", as: { Int($0) }) == 5)
    #expect(element.optional("other", as: { Int($0) }) == nil)
  }

  @Test("ends the program where what the schema demands is not there, and says what")
  func traps() async throws {
    let lacking = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = try MarkupDocument(Array("<a>\n<b/></a>".utf8)).root.elements[0].required("id")
    }
    let said = String(decoding: try #require(lacking).standardErrorContent, as: UTF8.self)
    #expect(said.contains("the element 'b' in line 2 has no attribute 'id'"))
  }
}
