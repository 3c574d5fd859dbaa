import Ergonomics
import TestSupport
import Testing

@Suite("The order of anybody's plan")
struct AuditTestsOrder {
  @Test("sets the chair before the desk that goes by it")
  func chairFirst() throws {
    let pack = try AuditPeople.pack.get()
    func setting(_ question: Question.ID) -> Set<Correction.ID> {
      Set(pack.corrections.filter { $0.sets.contains { $0.question == question } }.map(\.id))
    }
    let (chairs, desks) = (setting("elbow_height"), setting("desk_height").subtracting(setting("elbow_height")))
    var pairs = 0
    // Where the thighs touch it, the desk goes up before the chair can.
    for person in try AuditPeople.anybody.get() where person.options("leg_room")?.contains("thighs_touch") != true {
      for (chair, desk) in pairsOf(chairs, desks, in: person.plan) {
        pairs += 1
        #expect(chair < desk, "\(person.plan)")
      }
    }
    #expect(pairs > 2)
  }

  @Test("does what is free before what costs money for the same finding")
  func freeFirst() throws {
    let pack = try AuditPeople.pack.get()
    let free = Set(pack.corrections.filter(\.isAtOnce).map(\.id))
    let dear = Set(pack.corrections.filter { $0.cost != .free }.map(\.id))
    var pairs = 0
    for person in try AuditPeople.anybody.get() {
      for rule in pack.rules {
        let its = Set(rule.corrections)
        for (first, second) in pairsOf(free.intersection(its), dear.intersection(its), in: person.plan) {
          pairs += 1
          #expect(first < second, "\(rule.id): \(person.plan)")
        }
      }
    }
    #expect(pairs > 10)
  }

  @Test("moves screen, keyboard and mouse in one step where several of them are out of place")
  func oneObject() throws {
    let away = ["screen_trouble": "too_far;to_side", "reach_trouble": "mouse_far;keyboard_far"]
    for (computer, step) in [("desktop", "screen-and-keys-ahead"), ("laptop_bare", "books-under-laptop")] {
      let person = try AuditPeople.typical(
        "well-set-up-office", saying: away.merging(["computer": computer, "laptop_time": "6 h"]) { $1 })
      #expect(person.plan.contains(step), "\(person.plan)")
      let alone: Set = ["centre-screen-keyboard", "pull-screen-closer", "mouse-close", "larger-worktop"]
      #expect(alone.isDisjoint(with: person.plan), "\(person.plan)")
    }
  }

  @Test("says from what to what a number of the answers goes")
  func aims() throws {
    let person = try AuditPeople.typical("long-day-slumper", saying: ["sitting_time": "9 h"])
    let step = try #require(person.assessment.corrections.first { $0.id == "hours-off-the-chair" })
    #expect(step.aims == [.init(question: "sitting_time", from: "9 h", to: "7 h")])
    for person in try AuditPeople.anybody.get() {
      let answered = Set(person.assessment.answers.filter { $0.state == .answered }.map(\.id))
      for aim in person.assessment.corrections.flatMap(\.aims) {
        #expect(answered.contains(aim.question) && aim.from != aim.to)
      }
    }
  }

  private func pairsOf(
    _ some: Set<Correction.ID>, _ others: Set<Correction.ID>, in plan: [Correction.ID]
  ) -> [(Int, Int)] {
    let (first, second) = (
      plan.indices.filter { some.contains(plan[$0]) }, plan.indices.filter { others.contains(plan[$0]) }
    )
    return first.flatMap { one in second.map { (one, $0) } }
  }
}
