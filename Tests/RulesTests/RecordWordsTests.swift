import Ergonomics
import Foundation
import Reports
import RulePacks
import TestSupport
import Testing

@Suite("The record for the assessor, of the shipped pack")
struct RecordWordsTests {
  private static let assessor = AuditPeople.assessor
  private static let report = Result {
    try ErgonomistReport(templates: TemplateFolder("\(Shipped.repository)/Reports"))
  }

  private static func assessment(of person: TypicalPerson) throws -> Assessment {
    try assessor.get().assess(person.answers, date: "2026-01-31", .workstation)
  }

  @Test("says why in words, without a name of a question or an option")
  func words() throws {
    let pack = try Self.assessor.get().pack
    let codes = Set(pack.questions.map(\.id) + pack.questions.flatMap(\.options).map(\.id)).filter { $0.contains("_") }
    for person in try TypicalPerson.all(pack) {
      let page = String(decoding: try Self.report.get().html(of: [try Self.assessment(of: person)]), as: UTF8.self)
      let body = try #require(page.firstRange(of: "<body>"))
      let text = page[body.upperBound...].replacing(#/<[^>]*>/#, with: " ")
      let said = text.matches(of: #/[a-z]+(_[a-z]+)+/#).map { String($0.output.0) }
      #expect(codes.isDisjoint(with: said), "\(person.id): \(codes.intersection(said))")
    }
  }

  @Test("never says that a height which was not measured is fine, or does not apply")
  func unmeasured() throws {
    let pack = try Self.assessor.get().pack
    let measured = Set(pack.questions.filter { $0.lengthUnit != nil }.map(\.id))
    var answers = Answers(id: "nobody measured")
    for (question, option) in [("seat_type", "office_chair"), ("foot_contact", "floor"), ("desk_type", "fixed")] {
      answers[question] = .option(option)
    }
    answers["can_measure"] = .options(["none_of_these"])
    let assessment = try Self.assessor.get().assess(answers, date: "2026-01-31", .workstation)
    let names = (assessment.clear + assessment.notApplicable).filter(\.isUnmeasured).map(\.id)
    #expect(names.contains("seat-above-knee-height") && names.contains("desk-above-elbows"))
    #expect(!names.contains("sit-stand-desk-off-elbow-height"))  // another kind of desk
    #expect(Set(assessment.answers.filter { $0.measuredIn != nil }.map(\.id)) == measured)
  }

  @Test("puts answers that do not fit together apart, to ask about")
  func doubts() throws {
    let person = try #require(
      try TypicalPerson.all(try Self.assessor.get().pack).first { $0.id == "everything-at-once" })
    let assessment = try Self.assessment(of: person)
    #expect(assessment.findings.filter(\.isAboutAnswers).map(\.id) == ["parts-longer-than-sitting"])
    let asked = assessment.actions.filter { $0.findings.contains("parts-longer-than-sitting") }
    #expect(asked.map(\.correction) == ["look-again"])
    let page = String(decoding: try Self.report.get().html(of: [assessment]), as: UTF8.self)
    #expect(page.contains("Check with the person") && page.contains("work 8 h on a laptop"))
  }
}
