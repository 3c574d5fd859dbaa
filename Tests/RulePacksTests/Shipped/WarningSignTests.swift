import Ergonomics
import TestSupport
import Testing

/// Options that raise a card, with its level; by question.
private let signs: [(question: Question.ID, level: CareCard.Level, options: [AnswerOption.ID])] = [
  (
    "emergency_signs", .emergency,
    [
      "saddle_numbness", "bladder_change", "bowel_change", "both_legs", "sexual_change", "leg_weakness_fast",
      "cancer_weakness", "after_accident", "cannot_stand", "hot_hip", "sudden_severe",
    ]
  ),
  (
    "urgent_signs", .urgent,
    [
      "fever_infection", "cancer", "past_cancer_weight_loss", "no_rest", "worse_straining", "thin_bones_sudden",
      "one_leg_lasting", "leg_swelling", "hip_risk", "pulsing_tummy", "back_lump", "unsteady",
    ]
  ),
  ("massage_conditions", .urgent, ["clot", "inflamed", "fracture", "cancer", "kidney", "aneurysm"]),
]

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
    for sign in signs where sign.question != "massage_conditions" {
      let options = try #require(pack.question(sign.question)).options.filter { !$0.isAlone }.map(\.id)
      #expect(options == sign.options)
    }
  }

  @Test("raise a card of their level alone, whatever was said of pain", arguments: ["yes", "no", nil])
  func alone(pain: String?) throws {
    let pack = try Shipped.pack.get()
    let assessor = Assessor(pack, programVersion: "1")
    for sign in signs {
      for option in sign.options {
        var person = try #require(try TypicalPerson.all(pack).last).answers
        person["has_pain"] = pain.map { .option($0) }
        person[sign.question] = .options([option])
        let assessment = assessor.assess(person, date: "2026-01-31")
        #expect(assessment.careCards.first?.level == sign.level, "\(option)")
        #expect(assessment.exercises.isEmpty && assessment.reliefs.isEmpty, "\(option)")
      }
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
