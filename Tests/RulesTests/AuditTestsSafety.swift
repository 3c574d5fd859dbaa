import Ergonomics
import TestSupport
import Testing

@Suite("What could harm")
struct AuditTestsSafety {
  private static let exertion: Set<Correction.ID> = ["weekly-activity", "strength-twice"]

  @Test("is told to nobody with a sign to show a doctor: no walking plan, no strength days, no exercise")
  func exertion() throws {
    let before = try AuditPeople.typical("driver", saying: AuditPeople.withoutSigns)
    #expect(!before.corrections.isDisjoint(with: Self.exertion) && !before.exercises.isEmpty)
    for sign in WarningSign.urgent + WarningSign.underMassage {
      let person = try AuditPeople.typical("driver", saying: [sign.question: sign.option])
      let corrections = person.assessment.corrections.map(\.id)
      #expect(Self.exertion.isDisjoint(with: person.corrections.union(corrections)), "\(sign)")
      #expect(person.assessment.exercises.isEmpty && person.assessment.reliefs.isEmpty, "\(sign)")
      let leftOut = person.assessment.leftOutCorrections.first { Self.exertion.contains($0.id) }
      #expect(leftOut?.because.isEmpty == false, "\(sign)")
    }
  }

  @Test("is told to nobody drawn at random beside an urgent card, in no words")
  func anybody() throws {
    var warned = 0
    for person in try AuditPeople.anybody.get() {
      guard person.assessment.careCards.contains(where: { $0.level != .routine }) else { continue }
      warned += 1
      let exerting = person.tasks.filter { $0.contains(/150 minutes|strength|breathe faster|exercises of the plan/) }
      #expect(exerting.isEmpty, "\(exerting)")
    }
    #expect(warned > 100)
  }

  @Test(
    "is a matter for a doctor, also where it was only asked for the sake of massage",
    arguments: [
      ("clot", "swollen-leg", "Today."), ("aneurysm", "pulsing-tummy", "Today, or as soon as you can be seen."),
      ("fracture", "bone-not-healed", "In the next day or two; today if the pain is new or grows."),
      ("kidney", "blood-in-urine-or-flank", "Today, most of all with fever or shivering."),
      ("inflamed", "fever-or-infection", "Today."),
    ])
  func underMassage(condition: String, card: CareCard.ID, soon: String) throws {
    for pain in ["yes", "no", ""] {
      let person = try AuditPeople.typical("driver", saying: ["massage_conditions": condition, "has_pain": pain])
      #expect(person.assessment.careCards.map(\.id) == [card])
      #expect(person.assessment.careCards.first?.soon == soon)
    }
  }

  @Test("is left out after an operation: a walk is left, as far as the treating team allows")
  func operation() throws {
    let people = try AuditPeople.people(300, seed: 12, saying: ["health_conditions": "recent_surgery"])
    for person in people where !person.assessment.isWithheld {
      #expect(person.exercises.isSubset(of: ["five-minute-walk"]))
      #expect(Self.exertion.isDisjoint(with: person.corrections))
      #expect(!person.tasks.contains { $0.contains(/150 minutes|exercises of the plan/) })
      for walk in person.assessment.exercises {
        #expect(walk.cautions.contains { $0.contains("as far as the team that treats you allows") })
      }
      #expect(person.corrections.contains("activity-after-an-operation"))
    }
    #expect(people.contains { !$0.exercises.isEmpty })
  }

  @Test("begins with a question on pain that names bladder, bowel and genitals")
  func gate() throws {
    let text = try #require(try AuditPeople.pack.get().question("has_pain")).text
    for word in ["bladder", "bowel", "genitals"] { #expect(text.contains(word)) }
  }

  @Test("is in the report of somebody who skipped every question on health")
  func skipped() throws {
    let pack = try AuditPeople.pack.get()
    let skipping = Dictionary(uniqueKeysWithValues: pack.questions.filter(\.isSensitive).map { ($0.id, "") })
    let person = try AuditPeople.typical("driver", saying: skipping)
    let page = String(decoding: try Shipped.report.get().html(of: person.assessment), as: UTF8.self)
    let told = pack.careCards.compactMap(\.atOnce)
    #expect(told.count == pack.careCards.count { $0.level == .emergency } && told.count >= 6)
    #expect(page.contains("Get help at once if"))
    for sign in told { #expect(page.contains(sign), "\(sign)") }
    #expect(page.contains("Australia") && page.contains("000"))
    let advice =
      pack.corrections.flatMap(\.steps) + (pack.exercises.flatMap(\.cautions) + pack.reliefs.flatMap(\.cautions))
    #expect(!advice.contains { $0.contains("warning signs") })
  }

  @Test(
    "of cancer, now or before, is heard within a day; with a weak limb or trouble walking at once",
    arguments: [
      (["urgent_signs": "cancer;no_rest"], "cancer-and-back-pain"),
      (["urgent_signs": "cancer;worse_straining"], "cancer-and-back-pain"),
      (["urgent_signs": "cancer", "lasting_signs": "not_better"], "cancer-and-back-pain"),
      (["massage_conditions": "cancer", "urgent_signs": "no_rest"], "cancer-and-back-pain"),
      (["emergency_signs": "cancer_weakness"], "cancer-and-a-weak-limb"),
      (["urgent_signs": "cancer;unsteady"], "cancer-and-a-weak-limb"),
      (["massage_conditions": "cancer", "urgent_signs": "one_leg_lasting"], "cancer-and-a-weak-limb"),
    ])
  func cancer(signs: [Question.ID: String], card: CareCard.ID) throws {
    let first = try #require(try AuditPeople.typical("driver", saying: signs).assessment.careCards.first)
    #expect(first.id == card && first.sources.contains("nice-ng234"))
    let soon = card == "cancer-and-back-pain" ? "Within 24 hours." : "Now, also at night or at the weekend."
    #expect(first.soon == soon)
    let pack = try AuditPeople.pack.get()
    let cancer = try #require(pack.question("urgent_signs")?.options.first { $0.id == "cancer" })
    #expect(cancer.text == "Cancer, now or in the past")
    #expect(try #require(pack.sources.first { $0.id == "nice-ng234" }).citation.contains("replaces CG75"))
  }

  @Test(
    "is left out of the exercises when the leg gets worse that way",
    arguments: [
      (
        "bending",
        [
          "seated-cat-cow", "seated-pelvic-tilt", "hip-hinge", "cat-cow", "childs-pose", "single-knee-to-chest",
          "seated-figure-four", "lying-figure-four", "lying-hamstring-stretch", "seated-hamstring-stretch",
        ]
      ),
      (
        "arching",
        [
          "seated-cat-cow", "cat-cow", "seated-pelvic-tilt", "half-kneeling-hip-flexor-stretch",
          "standing-hip-flexor-stretch", "standing-back-extension", "standing-hip-extension", "prone-leg-lift",
          "bird-dog", "glute-bridge",
        ]
      ),
    ])
  func directions(worse: String, listed: [Exercise.ID]) throws {
    let moves = Set(listed)
    let sore = AuditPeople.withoutSigns.merging(["has_pain": "yes", "pain_areas": "leg"]) { $1 }
    let people = try AuditPeople.people(150, seed: 13, saying: sore.merging(["leg_worse": worse]) { $1 })
    for person in people { #expect(person.exercises.isDisjoint(with: moves)) }
    let others = try AuditPeople.people(
      150, seed: 13, saying: sore.merging(["leg_worse": "none_of_these"]) { $1 })
    let given = Set(others.flatMap(\.exercises))
    #expect(moves.intersection(given).count * 2 >= moves.count, "\(moves.subtracting(given)) are offered to nobody")
  }
}
