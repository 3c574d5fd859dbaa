import Ergonomics
import Testing

@testable import Surveys

@Suite("Answers in the codes and shapes of forms")
struct FormAnswersTests {
  private static func response(_ id: String, _ status: String, _ items: String) -> String {
    """
    {"resourceType": "QuestionnaireResponse", "id": "\(id)", "status": "\(status)", "item": [\(items)]}

    """
  }
  private static func item(_ name: String, _ answers: String) -> String {
    "{\"linkId\": \"\(name)\", \"answer\": [\(answers)]}"
  }
  private static func coding(_ code: String) -> String {
    "{\"valueCoding\": {\"code\": \"\(code)\", \"display\": \"?\"}}"
  }

  @Test("are found in the items of FHIR's responses, also in groups and below answers")
  func fhir() async throws {
    let nested =
      "{\"linkId\": \"seat_type\", \"answer\": [{\"valueCoding\": {\"code\": \"office_chair\"}, \"item\": ["
      + Self.item("lumbar_support", Self.coding("not_sure")) + "]}]}"
    let group =
      "{\"linkId\": \"section\", \"item\": [\(nested), \(Self.item("breaks", Self.coding("walk") + ", " + Self.coding("stand")))]}"
    let numbers =
      Self.item("sitting_time", "{\"valueDecimal\": 6.5}") + ", "
      + Self.item("elbow_height", "{\"valueQuantity\": {\"value\": 70, \"unit\": \"cm\"}}") + ", "
      + Self.item("has_pain", "{\"valueBoolean\": false}")
    let people = try await everybody(
      of: (Self.response("a", "completed", group + ", " + numbers) + Self.response("b", "in-progress", numbers)
        + Self.response("c", "entered-in-error", numbers)).utf8)
    #expect(
      people.map(\.answers) == [
        Answers(
          id: "a",
          [
            "seat_type": .option("office_chair"), "lumbar_support": .declined, "breaks": .options(["walk", "stand"]),
            "sitting_time": .number(390), "elbow_height": .number(700), "has_pain": .option("no"),
          ])
      ])
  }

  @Test("count in LimeSurvey's short codes, and mean nothing elsewhere")
  func codes() async throws {
    let rows = "seattype,lumbarsupport\n"
    let answers = "offic,notto\noffic,notsu\nstool,\n"
    let survey = "id,submitdate,lastpage,startlanguage," + rows
    let lines = answers.split(separator: "\n").enumerated().map { "\($0 + 1),2026-01-31,9,en,\($1)\n" }.joined()
    let people = try await everybody(of: (survey + lines).utf8)
    #expect(people.flatMap(\.misread).isEmpty)
    #expect(
      people.map { $0.answers["seat_type"] } == [.option("office_chair"), .option("office_chair"), .option("stool")])
    #expect(people.map { $0.answers["lumbar_support"] } == [.option("not_touching"), .declined, nil])
    let elsewhere = try await everybody(of: ("id," + rows + "1,offic,notto\n").utf8) { $0.acceptsUnread = true }
    #expect(elsewhere[0].misread.count == 2)
  }

  @Test("stand below questions that are marked as optional, in columns for each option")
  func optional() async throws {
    for heading in ["breaks (optional) [Walk]", "breaks (optional) (choice=Walk)", "breaks (optional)/Walk"] {
      let people = try await everybody(of: "id,\(heading)\n1,1\n".utf8)
      #expect(people[0].answers["breaks"] == .atLeast(["walk"]))
    }
  }
}
