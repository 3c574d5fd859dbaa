import Ergonomics
import TestSupport
import Testing

@Suite("Exercises and reliefs for what hurts")
struct AuditTestsExercises {
  private static let sore = AuditPeople.withoutSigns.merging(["has_pain": "yes"]) { $1 }

  @Test("differ with where it hurts")
  func areas() throws {
    let lists = try ["outer_hip", "buttock", "lower_back", "groin", "leg"].map { area in
      try AuditPeople.typical("well-set-up-office", saying: Self.sore.merging(["pain_areas": area]) { $1 })
        .exercises
    }
    #expect(lists.allSatisfy { !$0.isEmpty })
    #expect(Set(lists).count == lists.count)
  }

  @Test(
    "leave out what does not suit a condition",
    arguments: [
      (
        "hip_replacement",
        [
          "half-kneeling-hip-flexor-stretch", "standing-hip-flexor-stretch", "standing-hip-extension",
          "prone-leg-lift", "hip-hinge", "seated-figure-four", "lying-figure-four", "single-knee-to-chest",
          "childs-pose", "lying-hamstring-stretch", "seated-hamstring-stretch", "knee-rolls",
        ]
      ),
      (
        "osteoporosis",
        [
          "lying-figure-four", "seated-figure-four", "single-knee-to-chest", "childs-pose", "cat-cow",
          "seated-cat-cow", "knee-rolls", "seated-trunk-rotation", "seated-hamstring-stretch", "standing-side-bend",
        ]
      ),
      (
        "pregnancy_later",
        [
          "single-knee-to-chest", "glute-bridge", "straight-leg-raise", "dead-bug", "knee-rolls", "lying-figure-four",
          "lying-hamstring-stretch", "abdominal-bracing", "prone-leg-lift", "side-plank-from-knees",
        ]
      ),
      ("heart_or_pressure", ["side-plank-from-knees", "wall-slide"]),
    ])
  func conditions(condition: String, listed: [Exercise.ID]) throws {
    let moves = Set(listed)
    let having = Self.sore.merging(["health_conditions": condition]) { $1 }
    for person in try AuditPeople.people(120, seed: 21, saying: having) {
      #expect(person.exercises.isDisjoint(with: moves))
    }
    let free = Self.sore.merging(["health_conditions": "none_of_these"]) { $1 }
    let given = Set(try AuditPeople.people(120, seed: 21, saying: free).flatMap(\.exercises))
    #expect(given.intersection(moves).count * 2 >= moves.count, "\(moves.subtracting(given)) are offered to nobody")
  }

  @Test("raise no straight leg of somebody who feels it down the leg")
  func legPain() throws {
    let people = try AuditPeople.people(
      250, seed: 22, saying: Self.sore.merging(["pain_areas": "leg", "leg_worse": "none_of_these"]) { $1 })
    for person in people { #expect(!person.exercises.contains("straight-leg-raise")) }
    let raise = try #require(try AuditPeople.pack.get().exercises.first { $0.id == "straight-leg-raise" })
    #expect(raise.avoidWhen.contains { $0.says == "you feel it down the leg" && $0.instead == "abdominal-bracing" })
  }

  @Test("work the calf with a heel raise")
  func calf() throws {
    let pack = try AuditPeople.pack.get()
    #expect(try #require(pack.exercises.first { $0.id == "heel-raise" }).targets == ["triceps-surae"])
    #expect(pack.muscles.contains { $0.id == "triceps-surae" && $0.plainName == "Calf" })
  }

  @Test("press no tool on a sore outer hip")
  func outerHip() throws {
    let tools: Set = ["ball-against-wall", "paired-node-board-lying", "ridged-lever-leaning", "angled-pusher-buttock"]
    let hip = Self.sore.merging(["pain_areas": "outer_hip;lower_back"]) { $1 }
    for person in try AuditPeople.people(120, seed: 23, saying: hip) {
      #expect(tools.isDisjoint(with: person.assessment.reliefs.map(\.id)))
    }
    for relief in try AuditPeople.pack.get().reliefs where tools.contains(relief.id) {
      #expect(relief.avoidWhen.contains { $0.says == "your outer hip hurts" }, "\(relief.id)")
    }
  }

  @Test("come with the signs to stop at in a pregnancy", arguments: ["pregnancy_early", "pregnancy_later"])
  func pregnancy(condition: String) throws {
    let person = try AuditPeople.typical("driver", saying: ["health_conditions": condition])
    let card = try #require(person.assessment.careCards.first { $0.id == "moving-in-pregnancy" })
    let signs = card.signs.joined(separator: " ").lowercased()
    for sign in ["bleeding", "fluid that leaks", "contractions", "dizzy", "calf"] { #expect(signs.contains(sign)) }
    #expect(card.sources == ["acog-804"] && card.soon.contains("Stop at once"))
  }

  @Test("are asked of nobody's heart unasked: the question can be skipped, and says what it is for")
  func heart() throws {
    let person = try AuditPeople.typical("driver", saying: ["health_conditions": "heart_or_pressure"])
    let finding = try #require(person.assessment.findings.first { $0.id == "heart-or-blood-pressure" })
    #expect(finding.adds.isEmpty && finding.corrections == ["ask-about-activity"])
    let skipping = try AuditPeople.typical("driver", saying: ["health_conditions": ""])
    #expect(skipping.assessment.scores == (try AuditPeople.typical("driver").assessment.scores))
  }
}
