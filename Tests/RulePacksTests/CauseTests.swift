import Ergonomics
import Testing

@testable import RulePacks

@Suite("One cause")
struct CauseTests {
  @Test("is told once, with the number of places that it has")
  func onceEach() {
    let renamed = problems(
      SmallPack.edited([
        .init("questions.xml", "<question id=\"sitting_time\"", "<question id=\"sitting_hours\"")
      ]))
    let unknown = renamed.filter { $0.code == .unknownQuestion }
    #expect(unknown.count == 1, "\(renamed)")
    #expect(unknown.allSatisfy { $0.summary.hasPrefix("unknown question 'sitting_time', named in ") })
    // In minutes, where hours were meant.
    let units = problems(
      SmallPack.edited([
        .init(
          "questions.xml",
          "<question id=\"sitting_time\" kind=\"number\" unit=\"h\" min=\"0\" max=\"16\" step=\"0.5\">",
          "<question id=\"sitting_time\" kind=\"number\" unit=\"min\" min=\"0\" max=\"16\">")
      ])
    ).filter { $0.code == .answerNotAccepted }
    #expect(units.count == 1 && units[0].summary.hasSuffix("nor are its answers in 1 other place"), "\(units)")
  }

  @Test("of a question that is there twice is told, and nothing that comes of it")
  func doubleQuestion() {
    let twice = """
      <question id="habits" kind="choice"><label>S</label><text>S?</text><help>S.</help>
      <option id="a">A</option><option id="b">B</option></question>
      <question id="has_pain"
      """
    let found = problems(SmallPack.edited([.init("questions.xml", "<question id=\"has_pain\"", twice)]))
    #expect(found.map(\.code) == [.doubleID], "\(found)")
  }

  @Test("stands before what tests it")
  func testsLast() {
    let people = """
      <people xmlns="urn:sitwell:pack:1"><person says="leans">
      <answer question="habit">lean</answer><comes-to score="back">3</comes-to></person></people>
      """
    let found = problems(
      SmallPack.edited([
        .init("a-people.xml", "", people), .init("chair/uneven-sitting.xml", "<when>habits", "<when>habit"),
      ]))
    #expect(found.map(\.place.file) == ["small/chair/uneven-sitting.xml"], "\(found)")
    #expect(found.allSatisfy { $0.summary.contains("1 other place,") || $0.summary.contains("1 other place") })
  }
}
