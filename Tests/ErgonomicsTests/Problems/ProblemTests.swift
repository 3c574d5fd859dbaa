import Ergonomics
import Testing

@Suite("A problem")
struct ProblemTests {
  @Test("prints its place, the text with a caret, and the way out")
  func printed() {
    let problem = Problem(
      code: .unknownQuestion, place: .init(file: "chair/feet-hanging.xml", line: 9, column: 9),
      summary: "unknown question 'foot_contct'",
      excerpt: .init(text: "  <when>foot_contct is hanging</when>", marked: 8..<19),
      help: "did you mean 'foot_contact'?")
    #expect(
      problem.description == """
        chair/feet-hanging.xml:9:9: unknown question 'foot_contct'
          9 |   <when>foot_contct is hanging</when>
            |         ^^^^^^^^^^^
          help: did you mean 'foot_contact'?
        """)
  }

  @Test("sorts by file, line and column")
  func order() {
    func problem(_ file: String, _ line: Int?, _ column: Int? = nil) -> Problem {
      Problem(code: .schema, place: .init(file: file, line: line, column: column), summary: "s")
    }
    let sorted = [problem("a", nil), problem("a", 2), problem("a", 10, 1), problem("a", 10, 3), problem("b", 1)]
    #expect(sorted.shuffled().sorted() == sorted)
  }
}

@Suite("The nearest name")
struct NearestNameTests {
  @Test("is the one that was probably meant")
  func near() {
    let names = ["lumbar_support", "sitting_time", "foot_contact"]
    #expect(names.nearest(to: "foot_contct") == "foot_contact")
    #expect(names.nearest(to: "Sitting_Time") == "sitting_time")
    #expect(names.nearest(to: "sittign_time") == "sitting_time")
  }

  @Test("is none when nothing is near, or two are equally near")
  func none() {
    #expect(["lumbar_support"].nearest(to: "armrests") == nil)
    #expect(["seat_a", "seat_b"].nearest(to: "seat_c") == nil)
    #expect([String]().nearest(to: "x") == nil)
  }
}
