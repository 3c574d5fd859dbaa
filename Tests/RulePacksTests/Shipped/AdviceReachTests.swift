import Ergonomics
import TestSupport
import Testing

/// People in whom hardly anything is found but what an example of a rule adds.
private let plainPeople: [[Question.ID: String]] = [
  ["sitting_time": "5 h"],
  ["sitting_time": "5 h", "work_place": "home"],
  ["sitting_time": "5 h", "has_pain": "yes"],
  ["sitting_time": "3 h", "has_pain": "yes", "work_place": "home", "desk_type": "table", "leg_worse": "bending"],
]

@Suite("The advice of the shipped pack")
struct AdviceReachTests {
  @Test("reaches somebody, each exercise, relief and correction of it")
  func reach() throws {
    let pack = try Shipped.pack.get()
    let assessor = Assessor(pack, programVersion: "1")
    var waiting = Set(pack.exercises.map(\.id) + pack.reliefs.map(\.id) + pack.corrections.map(\.id))
    for plain in plainPeople {
      let base = try wellSetUp(pack, plain)
      for (rule, example) in pack.rules.flatMap({ rule in rule.examples.map { (rule, $0) } }) {
        let named = rule.exercises + rule.reliefs + rule.corrections
        if example.outcome != .found || waiting.isDisjoint(with: named) { continue }
        var person = base
        for question in pack.questions {
          if let answer = example.answers[question.id] { person[question.id] = answer }
        }
        let assessment = assessor.assess(person, date: "2026-01-31")
        waiting.subtract(assessment.exercises.map(\.id) + assessment.reliefs.map(\.id))
        waiting.subtract(assessment.plan.map(\.correction) + assessment.findings.flatMap(\.corrections))
      }
    }
    #expect(waiting.isEmpty, "\(waiting.sorted())")
  }

  @Test(
    "begins with the first choice for what hurts",
    arguments: [("outer_hip", "isometric-abduction"), ("lower_back", "progressive-walking")])
  func firstChoice(area: AnswerOption.ID, exercise: Exercise.ID) throws {
    let pack = try Shipped.pack.get()
    let assessor = Assessor(pack, programVersion: "1")
    for typical in try TypicalPerson.all(pack) {
      var person = typical.answers
      person["has_pain"] = .option("yes")
      person["pain_areas"] = .options([area])
      let assessment = assessor.assess(person, date: "2026-01-31")
      #expect(assessment.exercises.contains { $0.id == exercise }, "\(typical.id)")
    }
  }

  @Test("says to breathe in every exercise that is held or is for strength")
  func breathing() throws {
    for exercise in try Shipped.pack.get().exercises {
      let isHeld = exercise.dose.hold?.hasSuffix(" s") == true
      guard isHeld || exercise.kind == "strength" else { continue }
      let words = (exercise.steps + exercise.cautions).joined(separator: " ").lowercased()
      #expect(words.contains("breath"), "\(exercise.id)")
    }
  }

  @Test("tells nobody in a wheelchair to stand, nor to change the chair")
  func wheelchair() throws {
    let pack = try Shipped.pack.get()
    let assessor = Assessor(pack, programVersion: "1")
    var random = RandomAnswers(seed: 5)
    for _ in 0..<40 {
      var person = random.person(pack)
      person["seat_type"] = .option("wheelchair")
      let assessment = assessor.assess(person, date: "2026-01-31")
      let words = assessment.exercises.flatMap(\.steps) + assessment.reliefs.flatMap(\.steps)
      #expect(!words.contains { $0.hasPrefix("Stand") && !$0.contains("if you can") }, "\(words)")
      let told = assessment.plan.map(\.correction) + assessment.findings.flatMap(\.corrections)
      let chairs = ["choose-better-chair", "home-chair", "buy-chair", "lower-seat", "raise-seat"]
      let standing = ["hourly-break", "walk-calls", "use-sit-stand", "buy-sit-stand", "stand-in-spells"]
      #expect(Set(told).isDisjoint(with: chairs + standing), "\(told)")
    }
  }

  private func wellSetUp(_ pack: Pack, _ changes: [Question.ID: String]) throws -> Answers {
    var person = try #require(try TypicalPerson.all(pack).first { $0.id == "well-set-up-office" }).answers
    for question in pack.questions {
      if question.isSensitive, let alone = question.options.first(where: \.isAlone) {
        person[question.id] = .options([alone.id])
      }
      if let text = changes[question.id] {
        person[question.id] = try question.answer(from: text, notSure: pack.notSure).get()
      }
    }
    return person
  }
}
