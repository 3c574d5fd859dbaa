import Ergonomics
import RulePacks
import Testing

@Suite("The place of a problem in condition text")
struct SourceTextTests {
  @Test("is the very characters in the file when its reader knows them")
  func wholeProblem() {
    let source = SourceText("foot_contct is hanging", file: "feet.xml", line: 3) { range in
      (
        Problem.Place(file: "feet.xml", line: 3, column: range.lowerBound + 9),
        Problem.Excerpt(
          text: "  <when>foot_contct is hanging</when>", marked: range.lowerBound + 8..<range.upperBound + 8)
      )
    }
    let vocabulary = Vocabulary(questions: [.choice("foot_contact", ["hanging", "flat"])])
    #expect(
      ConditionText.read(source, with: vocabulary).problems.map(\.description) == [
        """
        feet.xml:3:9: unknown question 'foot_contct'
          3 |   <when>foot_contct is hanging</when>
            |         ^^^^^^^^^^^
          help: did you mean 'foot_contact'?
        """
      ])
  }

  @Test(
    "is the line of the text when nobody knows the column",
    arguments: [
      ("uses_laptp", 5, "uses_laptp", 0..<10),
      ("\n\thas_pain\n\tand uses_laptp\n", 7, " and uses_laptp", 5..<15),
      ("has_pain\r\nand uses_laptp", 6, "and uses_laptp", 4..<14),
      ("has_pain and", 5, "has_pain and", 12..<12),
      ("has_pain and\n", 5, "has_pain and", 12..<12),
      ("has_pain and (uses_laptop\n or has_pain and uses_laptop)", 5, "has_pain and (uses_laptop", 14..<25),
      ("", 5, "", 0..<0),
    ])
  func withoutLocator(text: String, line: Int, excerpt: String, marked: Range<Int>) {
    let problems = ConditionText.read(SourceText(text, file: "rule.xml", line: 5), with: .desk).problems
    #expect(problems.map(\.place) == [Problem.Place(file: "rule.xml", line: line)])
    #expect(problems.map(\.excerpt) == [Problem.Excerpt(text: excerpt, marked: marked)])
  }
}
