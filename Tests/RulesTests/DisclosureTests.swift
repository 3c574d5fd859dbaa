import Ergonomics
import Foundation
import Reports
import TestSupport
import Testing

@Suite("What an assessment tells an ergonomist")
struct DisclosureTests {
  private static let packs = ["lower-back-hips", "hse-workstation"]

  /// Two people who differ in what they say of their health and in what they write, and in nothing else.
  private static func pairs(_ pack: Pack, _ program: RuleProgram) -> [(Answers, Answers)] {
    var random = SeededGenerator(7)
    return (0..<60).map { place in
      var one = Answers(id: "p-\(place)")
      for question in pack.questions { one[question.id] = question.randomAnswer(&random) }
      var other = one
      for (place, question) in pack.questions.enumerated() where program.isAboutHealth[place] {
        other[question.id] = question.randomAnswer(&random)
      }
      return (one, other)
    }
  }

  @Test("is the same whatever was answered about health, but for an emergency", arguments: packs)
  func independent(pack id: Pack.ID) throws {
    let pack = try Shipped.pack(id)
    let assessor = Assessor(pack, programVersion: "1.0.0")
    let page = try ErgonomistReport(templates: TemplateFolder("\(Shipped.repository)/Reports"))
    var compared = 0
    for (one, other) in Self.pairs(pack, assessor.program) {
      let told = [one, other].map { assessor.assess($0, date: "2026-11-25", .workstation) }
      if told.contains(where: \.isWithheld) { continue }
      #expect(AssessmentXML.bytes(of: told[0]) == AssessmentXML.bytes(of: told[1]))
      #expect(page.html(of: [told[0]]) == page.html(of: [told[1]]))
      compared += 1
    }
    #expect(compared >= 10)
  }

  @Test("lists the same actions whatever was answered about health, in an emergency too", arguments: packs)
  func sameList(pack id: Pack.ID) throws {
    let pack = try Shipped.pack(id)
    let assessor = Assessor(pack, programVersion: "1.0.0")
    for (one, other) in Self.pairs(pack, assessor.program) {
      #expect(assessor.listed(one, group: "") == assessor.listed(other, group: ""))
    }
  }

  @Test(
    "leaves out health and nothing else: scores, plan and other rules stay as the person sees them", arguments: packs)
  func sameRest(pack id: Pack.ID) throws {
    let pack = try Shipped.pack(id)
    let assessor = Assessor(pack, programVersion: "1.0.0")
    let health = Set(zip(pack.rules, assessor.program.rules).filter(\.1.isAboutHealth).map(\.0.id))
    #expect(!health.isEmpty)
    for (person, _) in Self.pairs(pack, assessor.program) {
      let (own, told) = (
        assessor.assess(person, date: "", .everything), assessor.assess(person, date: "", .workstation)
      )
      if own.isWithheld { continue }
      #expect(told.scores.map(\.now) == own.scores.map(\.now))
      let asking = Set(pack.corrections.filter { $0.asks != nil }.map(\.id))
      #expect(told.plan.allSatisfy { !asking.contains($0.correction) })
      if !own.plan.contains(where: { asking.contains($0.correction) }) {
        #expect(told.plan.map(\.correction) == own.plan.map(\.correction))
      }
      #expect(told.findings.map(\.id) == own.findings.map(\.id).filter { !health.contains($0) })
      #expect(told.open.map(\.id) == own.open.map(\.id).filter { !health.contains($0) })
      #expect(told.clear == own.clear.filter { !health.contains($0.id) })
      #expect(told.notApplicable == own.notApplicable.filter { !health.contains($0.id) })
      let outcomes = told.findings.count + told.open.count + told.clear.count + told.notApplicable.count
      #expect(outcomes == pack.rules.count - health.count)
      #expect(told.exercises.isEmpty && told.reliefs.isEmpty && told.leftOut.isEmpty)
    }
  }

  @Test(
    "shows no care card, and tells of a workstation as if no sign had been given", arguments: [["saddle_numbness"], []])
  func emergency(signs: [String]) throws {
    let pack = try Shipped.pack("lower-back-hips")
    let assessor = Assessor(pack, programVersion: "1.0.0")
    let person = Answers([
      "has_pain": .option("yes"), "emergency_signs": .options(signs),
      "seat_type": .option("office_chair"),
      "lumbar_support": .option("none"), "sitting_time": .number(360),
    ])
    let told = assessor.assess(person, date: "2026-11-25", .workstation)
    #expect(!told.isWithheld && told.careCards.isEmpty && told.atOnce.isEmpty && told.emergencyNumbers.isEmpty)
    #expect(told.findings.contains { $0.id == "lumbar-support-missing" } && !told.plan.isEmpty)
    #expect(told.exercises.isEmpty)
    #expect(
      told.answers.filter(\.isSensitive).allSatisfy { $0.state == .withheld && $0.words == nil && $0.code == nil })
    #expect(
      assessor.listed(person, group: "").actions.contains { $0.findings.contains { $0.id == "lumbar-support-missing" } }
    )
  }

  @Test("has an action for each finding that has a correction, each once")
  func actions() throws {
    let pack = try Shipped.pack("lower-back-hips")
    let assessor = Assessor(pack, programVersion: "1.0.0")
    for (person, _) in Self.pairs(pack, assessor.program) {
      let told = assessor.assess(person, date: "", .workstation)
      let actions = told.actions
      #expect(Set(actions.map(\.correction)).count == actions.count)
      #expect(actions.prefix(told.plan.count).map(\.correction) == told.plan.map(\.correction))
      let called = Set(actions.flatMap(\.findings))
      for finding in told.findings where !finding.corrections.isEmpty { #expect(called.contains(finding.id)) }
    }
  }
}

extension Question {
  /// An answer, or in one case of five none.
  fileprivate func randomAnswer(_ random: inout SeededGenerator) -> Answer? {
    if Int.random(in: 0..<5, using: &random) == 0 { return nil }
    switch kind {
    case .choice(let options): return .option(options.randomElement(using: &random)!.id)
    case .choices(let options):
      if let alone = options.first(where: \.isAlone), Int.random(in: 0..<10, using: &random) > 1 {
        return .options([alone.id])
      }
      return .options([options.filter { !$0.isAlone }.randomElement(using: &random)!.id])
    case .number(let range): return .number(Int.random(in: range.bounds, using: &random))
    case .text: return .text("anything")
    }
  }
}
