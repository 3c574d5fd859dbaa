import Ergonomics
import TestSupport
import Testing

@Suite("The plan of anybody")
struct AuditTestsPlans {
  private static let swaps: Set<Correction.ID> = ["choose-better-chair", "home-chair", "buy-chair"]

  @Test("keeps what plans promise: each step once, none undone, no new finding, no end that rises, none left to solve")
  func promises() throws {
    let promises = AdvicePromises(try AuditPeople.assessor.get())
    for person in try AuditPeople.anybody.get().prefix(100) {
      let broken = promises.broken(by: person.answers)
      #expect(broken.isEmpty, "\(broken.map(\.rawValue)) \(person.answers.byQuestion)")
    }
  }

  @Test("tells nobody to use the desk up who stands two hours or has no such desk")
  func standMore() throws {
    for person in try AuditPeople.anybody.get()
    where person.options("desk_type").map({ $0 != ["sit_stand"] }) == true {
      #expect(!person.corrections.contains("use-sit-stand"))
    }
    let desk = ["desk_type": "sit_stand", "seat_type": "office_chair"]
    for person in try AuditPeople.people(150, seed: 19, saying: desk.merging(["standing_time": "2 h"]) { $1 }) {
      #expect(person.corrections.isDisjoint(with: ["use-sit-stand"]))
    }
    let seated = try AuditPeople.people(150, seed: 19, saying: desk.merging(["standing_time": "0 h"]) { $1 })
    #expect(seated.count { $0.corrections.contains("use-sit-stand") } > 75)
  }

  @Test("tells whoever stands more than four hours to stand less, and nothing that means more standing")
  func standLess() throws {
    let long = try AuditPeople.people(
      200, seed: 14, saying: ["desk_type": "sit_stand", "seat_type": "office_chair", "standing_time": "5 h"])
    for person in long where !person.assessment.isWithheld {
      #expect(person.corrections.contains("stand-less"), "\(person.plan)")
      #expect(!person.corrections.contains("hours-off-the-chair"), "it asks for more time on the feet")
    }
    #expect(long.contains { !$0.assessment.isWithheld })
  }

  @Test("offers no desk to stand at, and no calls on the feet, to somebody who feels worse standing")
  func worseStanding() throws {
    let standing: Set = ["use-sit-stand", "buy-sit-stand", "walk-calls", "hours-off-the-chair"]
    let sore = AuditPeople.withoutSigns.merging(["has_pain": "yes", "pain_pattern": "worse_standing"]) { $1 }
    let eased = sore.merging(["pain_pattern": "eases_moving"]) { $1 }
    var others: Set<Correction.ID> = []
    for desk in [["desk_type": "fixed"], ["desk_type": "sit_stand", "standing_time": "0 h"]] {
      for person in try AuditPeople.people(120, seed: 15, saying: sore.merging(desk) { $1 }) {
        #expect(standing.isDisjoint(with: person.corrections))
      }
      others.formUnion(
        try AuditPeople.people(120, seed: 15, saying: eased.merging(desk) { $1 }).flatMap(\.corrections))
    }
    #expect(standing.isSubset(of: others))
  }

  @Test("takes somebody with the laptop on the lap to a table, also from the sofa")
  func sofa() throws {
    let lap = ["seat_type": "sofa_or_bed", "desk_type": "lap", "screen_trouble": "none_of_these"]
    let people = try AuditPeople.people(150, seed: 16, saying: lap)
    for person in people where !person.assessment.isWithheld {
      let table = Set(person.plan).intersection(["sofa-bed-work", "table-for-the-laptop"])
      #expect(table.count == 1, "\(person.plan) \(person.answers.byQuestion)")
    }
    let pack = try AuditPeople.pack.get()
    let table = try #require(pack.corrections.first { $0.id == "table-for-the-laptop" })
    let chair = Set(pack.questions.filter { $0.section == "chair" }.map(\.id))
    #expect(!table.sets.isEmpty && chair.isDisjoint(with: table.sets.map(\.question)))
  }

  @Test("sets no seat that cannot be set, and changes the chair once at most")
  func seats() throws {
    let needs: [Correction.ID: AnswerOption.ID] = [
      "lower-seat": "seat_height", "raise-seat": "seat_height", "raise-seat-for-desk": "seat_height",
      "fix-hot-desk": "seat_height", "shorten-seat-depth": "seat_depth", "lengthen-seat-depth": "seat_depth",
      "set-backrest-height": "back_height", "unlock-backrest": "back_tilt", "lower-armrests": "arms",
      "raise-armrests": "arms",
    ]
    var (fixed, set) = (0, Set<Correction.ID>())
    for person in try AuditPeople.anybody.get() {
      let swapped = Self.swaps.union(["special-size-chair", "sofa-bed-work"]).intersection(person.plan)
      #expect(swapped.count <= 1, "\(swapped)")
      guard let seat = person.options("seat_type")?.first else { continue }
      let adjusts = seat == "stool" ? ["seat_height"] : seat == "office_chair" ? person.options("chair_adjusts") : []
      guard let adjusts else { continue }
      fixed += adjusts.isEmpty ? 1 : 0
      // Another chair can do it all.
      if !swapped.isEmpty { continue }
      for (step, need) in needs where person.corrections.contains(step) {
        set.insert(step)
        #expect(adjusts.contains(need), "\(step) on \(seat) with \(adjusts)")
      }
    }
    #expect(fixed > 100 && set.count >= 9, "\(set)")
  }

  @Test("sends nobody at home to facilities")
  func home() throws {
    let pack = try AuditPeople.pack.get()
    let facilities = Set(pack.corrections.filter { $0.who == "facilities" }.map(\.id))
    var told = 0
    for person in try AuditPeople.anybody.get() {
      let asked = facilities.intersection(person.corrections)
      if person.options("work_place") == ["home"] { #expect(asked.isEmpty, "\(asked)") } else { told += asked.count }
      if person.options("work_place") == ["home"] { #expect(!person.tasks.contains { $0.contains("facilities") }) }
    }
    #expect(told > 20)
  }

  @Test("never pulls one thing both ways: chair against desk, seat up and down")
  func opposites() throws {
    let desks: Set = [
      "lower-fixed-desk", "keyboard-tray", "raise-fixed-desk", "raise-table-home", "buy-sit-stand",
      "adjust-desk-to-elbow",
    ]
    var (raised, measured) = (0, 0)
    for person in try AuditPeople.anybody.get() {
      let plan = Set(person.plan)
      #expect(plan.intersection(["lower-seat", "raise-seat", "raise-seat-for-desk"]).count <= 1)
      #expect(plan.intersection(["lower-fixed-desk", "raise-fixed-desk", "raise-table-home"]).count <= 1)
      guard plan.contains("raise-seat-for-desk") else { continue }
      raised += 1
      #expect(plan.isDisjoint(with: desks), "\(person.plan)")
      guard let seat = person.number("seat_height"), let desk = person.number("desk_height"),
        let elbow = person.number("elbow_height")
      else { continue }
      measured += 1
      // In millimetres: no higher than office chairs go, and not so high that feet need a stool.
      #expect(seat + desk - elbow <= 560 && desk - elbow <= 100, "\(seat) \(desk) \(elbow)")
    }
    #expect(raised > 5 && measured > 0)
  }

  @Test(
    "tells nobody without a backrest to sit right back, unless on another chair",
    arguments: ["stool", "kneeling_chair", "exercise_ball", "standing", "wheelchair"])
  func backless(seat: String) throws {
    let people = try AuditPeople.people(100, seed: 17, saying: ["seat_type": seat])
    for person in people where person.corrections.contains("sit-back") {
      let swap = person.plan.firstIndex { Self.swaps.contains($0) }
      #expect(swap != nil && person.plan.firstIndex(of: "sit-back").map { $0 > swap! } != false, "\(person.plan)")
    }
    #expect(people.contains { $0.plan.isEmpty == false })
  }

  @Test("asks nobody in a wheelchair to stand")
  func wheelchair() throws {
    let people = try AuditPeople.people(300, seed: 18, saying: ["seat_type": "wheelchair"])
    for person in people {
      let standing = person.tasks.filter {
        $0.contains(/\b[Ss]tanding\b|\b[Ss]tand (up|for|tall|with|in|at|side)\b|on your feet|castors/)
          && !$0.contains(/if you (can|stand)/)
      }
      #expect(standing.isEmpty, "\(standing)")
    }
    #expect(people.contains { $0.corrections.contains("desk-for-a-wheelchair") })
  }

  @Test(
    "solves a finding that takes two of its corrections",
    arguments: [
      (["reach_trouble": "things_far;papers_flat"], "things-and-papers-out-of-place", 2),
      (
        ["seat_type": "sofa_or_bed", "desk_type": "lap", "computer": "tablet", "laptop_time": "6 h"],
        "work-on-the-lap", 1
      ),
    ])
  func together(answers: [Question.ID: String], finding: Rule.ID, steps: Int) throws {
    let person = try AuditPeople.typical("well-set-up-office", saying: answers)
    #expect(person.assessment.findings.contains { $0.id == finding })
    #expect(person.assessment.plan.contains { $0.solves.contains(finding) })
    let its = try #require(try AuditPeople.pack.get().rule(finding)).corrections
    #expect(Set(person.plan).intersection(its).count >= steps, "\(person.plan)")
  }

  @Test(
    "has a step for hours that are too long",
    arguments: [
      (["driving_time": "3 h"], "driving-over-two-hours", "fewer-drives"),
      (["sitting_time": "7.5 h"], "sitting-over-six-hours", "hours-off-the-chair"),
      (["desk_type": "sit_stand", "standing_time": "5 h"], "standing-over-four-hours", "stand-less"),
    ])
  func hours(answers: [Question.ID: String], finding: Rule.ID, step: Correction.ID) throws {
    let person = try AuditPeople.typical("well-set-up-office", saying: answers)
    let taken = person.assessment.plan.first { $0.correction == step }
    #expect(taken?.solves.contains(finding) == true, "\(person.plan)")
  }

  @Test("can change whatever adds points")
  func everyPoint() throws {
    let pack = try AuditPeople.pack.get()
    let changing = Set(pack.corrections.filter { !$0.sets.isEmpty }.map(\.id))
    for rule in pack.rules where !rule.adds.isEmpty {
      #expect(!changing.isDisjoint(with: rule.corrections), "\(rule.id)")
    }
  }
}
