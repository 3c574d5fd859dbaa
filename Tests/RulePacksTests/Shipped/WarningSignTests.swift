import Ergonomics
import TestSupport
import Testing

@Suite("The warning signs of the shipped pack")
struct WarningSignTests {
  @Test("are asked of everybody before all else, the emergencies")
  func first() throws {
    let question = try #require(try Shipped.pack.get().questions.first)
    #expect(question.id == "emergency_signs" && question.askWhen == nil)
  }

  @Test("are all in the list that is tested here")
  func complete() throws {
    let pack = try Shipped.pack.get()
    for question in ["emergency_signs", "urgent_signs"] {
      let options = try #require(pack.question(question)).options.filter { !$0.isAlone }.map(\.id)
      #expect(options == WarningSign.all.filter { $0.question == question }.map(\.option))
    }
    let levels = pack.careCards.filter { $0.level != .routine && $0.id != "cancer-and-back-pain" }
    #expect(Set(levels.map(\.id)) == Set(WarningSign.all.map(\.card)))
  }

  @Test("raise their card alone, whatever was said of pain", arguments: ["yes", "no", nil])
  func alone(pain: String?) throws {
    let pack = try Shipped.pack.get()
    let assessor = Assessor(pack, programVersion: "1")
    for sign in WarningSign.all {
      var person = try #require(try TypicalPerson.all(pack).last).answers
      person["has_pain"] = pain.map { .option($0) }
      person[sign.question] = .options([sign.option])
      let assessment = assessor.assess(person, date: "2026-01-31")
      #expect(assessment.careCards.first?.id == sign.card && assessment.careCards.first?.level == sign.level)
      #expect(assessment.exercises.isEmpty && assessment.reliefs.isEmpty, "\(sign)")
    }
  }

  @Test(
    "of cancer with pain in the spine come within a day, with a weak leg at once",
    arguments: [
      (["cancer", "no_rest"], "cancer-and-back-pain"), (["cancer", "worse_straining"], "cancer-and-back-pain"),
      (["cancer", "one_leg_lasting"], "cancer-and-a-weak-limb"), (["cancer", "unsteady"], "cancer-and-a-weak-limb"),
    ])
  func cancer(chosen: [AnswerOption.ID], card: String) throws {
    let assessor = Assessor(try Shipped.pack.get(), programVersion: "1")
    let person = Answers(["has_pain": .option("yes"), "urgent_signs": .options(chosen)])
    #expect(assessor.assess(person, date: "2026-01-31").careCards.first?.id == card)
  }

  @Test("name no emergency number but in the list of numbers")
  func numbers() throws {
    for card in try Shipped.pack.get().careCards {
      let words = ([card.title, card.ask, card.soon] + card.signs + card.text).joined(separator: " ")
      #expect(!words.contains(/\b(?:999|112|911|111|000|995)\b/), "\(card.id)")
    }
  }
}
