import Ergonomics
import Foundation
import TestSupport
import Testing

@testable import Reports

/// What the personal report says of a person, held against their answers; worked out apart from what writes it.
@Suite("Every sentence about a person")
struct TrueSentencesTests {
  /// Three thousand people at random, and the twelve typical ones.
  private static let everybody = Result {
    let pack = try AuditPeople.pack.get()
    let typical = try TypicalPerson.all(pack).map(\.answers)
    var random = RandomAnswers(seed: 23)
    let drawn = (0..<3000).map { place in
      place % 2 == 0 ? random.person(pack) : random.changed(typical[place / 2 % typical.count], pack)
    }
    let assessor = try AuditPeople.assessor.get()
    return (typical + drawn).map { ToldPerson(answers: $0, assessment: assessor.assess($0, date: "2026-01-31")) }
  }

  private static let words = Result {
    try ReportPhrases(TemplateFolder("\(Shipped.repository)/Reports").file("words.txt"))
  }

  private static func page(_ person: ToldPerson) throws -> PersonPageView {
    PersonPageView(of: [person.assessment], words: try words.get(), figures: [:], body: nil)
  }

  @Test("calls good only what was answered, in the answer's own words, and no answer that a finding rests on")
  func good() throws {
    let pack = try AuditPeople.pack.get()
    let alone = Dictionary(
      uniqueKeysWithValues: pack.questions.map { ($0.label, $0) })
    var said = 0
    for person in try Self.everybody.get() {
      let page = try Self.page(person)
      guard let good = page.good(among: page.records) else { continue }
      for case let item as Fields in try #require(good["items"] as? [any ViewValue]) {
        let label = try #require(item["label"] as? HTMLText).html
        let words = try #require(item["words"] as? HTMLText).html
        let question = try #require(alone.first { HTMLText($0.key).html == label }?.value)
        let answer = try #require(person.answers[question.id])
        #expect(words == HTMLText(question.words(for: answer, notSure: pack.notSure)).html)
        #expect(Self.isGood(question.id, answer), "\(question.id): \(words)")
        let reasons = person.assessment.findings.flatMap { $0.reasons.flatMap(\.questions) }
        #expect(!reasons.contains(question.id), "\(label) is a reason of a finding")
        said += 1
      }
    }
    #expect(said > 3000)
  }

  /// Written down by hand: the answers that nothing in the pack speaks against.
  private static func isGood(_ question: Question.ID, _ answer: Answer) -> Bool {
    let bad: [Question.ID: Set<AnswerOption.ID>] = [
      "lumbar_support": ["wrong_place", "not_touching", "none"], "backrest_use": ["some", "never"],
      "recline": ["locked_upright", "far_back"], "foot_contact": ["knees_up", "toes_only", "hanging"],
      "thigh_pressure": ["yes"], "seat_depth_gap": ["touching", "one_finger", "wide"],
      "armrests": ["too_high", "too_low", "in_the_way"],
      "seat_feel": ["hard", "worn", "narrow", "over_limit", "rolls_badly"],
      "seat_type": ["sofa_or_bed", "stool", "kneeling_chair", "exercise_ball"], "desk_type": ["lap", "table"],
      "forearm_level": ["shoulders_up", "bent_down"], "computer": ["laptop_bare", "tablet"],
      "leg_room": ["thighs_touch", "cannot_stretch", "narrow", "things_stored"],
      "break_activity": ["no_breaks"], "chair_adjusts": ["none_of_these"],
    ]
    let limits: [Question.ID: ClosedRange<Int>] = [
      "sitting_time": 0...360, "sitting_spell": 0...60, "break_minutes": 5...60, "standing_spell": 0...40,
      "standing_time": 1...240, "driving_time": 0...120, "driving_spell": 0...120, "activity_week": 150...2400,
      "strength_days": 2...7, "laptop_time": 0...120, "slump_spell": 0...30, "side_spell": 0...30,
      "crossed_spell": 0...30,
    ]
    let onlyNone: Set = ["screen_trouble", "reach_trouble", "posture_habits"]
    switch answer {
    case .option(let id): return !(bad[question]?.contains(id) ?? true)
    case .options(let ids):
      return onlyNone.contains(question) ? ids == ["none_of_these"] : bad[question]?.isDisjoint(with: ids) ?? false
    case .number(let number):
      return limits[question]?.contains(number)
        ?? ["seat_height", "knee_height", "desk_height", "elbow_height"].contains(question)
    default: return false
    }
  }

  @Test("names causes in its first sentence that were found, and says nothing was only where nothing was")
  func headline() throws {
    for person in try Self.everybody.get() where !person.assessment.isWithheld {
      let headline = try Self.page(person).headline
      let titles = Set(person.assessment.findings.map { $0.title.lowercased() })
      #expect(Set(headline.causes.map { $0.lowercased() }).isSubset(of: titles))
      let atWork = person.assessment.findings.filter { !$0.adds.isEmpty }
      if headline.causes.isEmpty { #expect(atWork.isEmpty) }
      #expect(headline.isSomethingOpen == !person.assessment.open.isEmpty)
    }
  }

  @Test("calls what a reference leads to by its own title, also where a finding about health adds more than another")
  func references() throws {
    var mixed = 0
    for person in try Self.everybody.get() {
      let part = try #require(try Self.page(person).parts.first)
      let findings = part.assessment.findings
      let work = Set(part.findingsAtWork.map(\.id))
      guard let first = findings.firstIndex(where: { !work.contains($0.id) }),
        findings[first...].contains(where: { work.contains($0.id) })
      else { continue }
      mixed += 1
      for finding in findings {
        #expect(title(part.findingReference(finding.id)) == HTMLText(finding.title).html)
      }
      for exercise in part.assessment.exercises {
        #expect(title(part.exerciseReference(exercise.id)) == HTMLText(exercise.title).html)
      }
      for step in part.assessment.plan {
        let advice = try #require(part.assessment.corrections.first { $0.id == step.correction })
        #expect(title(part.stepReference(step.correction)) == HTMLText(advice.title).html)
      }
      for record in part.assessment.answers {
        let its = findings.filter { record.findings.contains($0.id) }.map { finding in
          [HTMLText(finding.title).html, finding.adds.isEmpty ? "" : part.pointsInARow(finding.adds)]
        }
        let told = try #require(part.answer(record)["findings"] as? [any ViewValue]).map { value in
          let adds = (value.fields?["adds"] as? [any ViewValue])?.first as? HTMLText
          return [title(value.fields), adds?.html ?? ""]
        }
        #expect(told == its, "\(record.id)")
      }
    }
    #expect(mixed > 100)
  }

  private func title(_ reference: Fields?) -> String { (reference?["title"] as? HTMLText)?.html ?? "" }

  @Test("draws nobody sitting at a desk who does not say that they do")
  func drawings() throws {
    let seated: Set = ["office_chair", "fixed_chair"]
    var drawn = 0
    for person in try Self.everybody.get() {
      let sits = person.options("seat_type").map { !seated.isDisjoint(with: $0) } ?? false
      let atDesk = person.options("desk_type").map { !$0.contains("lap") } ?? false
      #expect(person.assessment.isDrawn == (sits && atDesk) || person.assessment.isWithheld)
      if person.assessment.isDrawn { continue }
      let shown = person.assessment.findings.compactMap(\.figure) + person.assessment.corrections.compactMap(\.figure)
      let suiting: Set = ["light-on-the-screen.svg", "work-on-the-lap.svg", "sit-stand-desk.svg", "long-spells.svg"]
      #expect(suiting.isSuperset(of: shown), "\(shown)")
      drawn += shown.count
    }
    #expect(drawn > 100)
  }

  @Test("shows the hours as they were answered")
  func day() throws {
    var shown = 0
    for person in try Self.everybody.get() where !person.assessment.isWithheld {
      let numbers = try Self.page(person).numbersDrawn
      #expect(numbers[.sitting]?.now == person.number("sitting_time"))
      #expect(numbers[.sittingSpell]?.now == person.number("sitting_spell"))
      #expect(numbers[.standing]?.now == person.number("standing_time"))
      #expect(numbers[.driving]?.now == person.number("driving_time"))
      shown += numbers.count
    }
    #expect(shown > 3000)
  }

  @Test("puts at most three steps into an afternoon: the person's own, free, soon done, and certainly possible")
  func afternoon() throws {
    let pack = try AuditPeople.pack.get()
    var (steps, plans) = (0, 0)
    for person in try Self.everybody.get() where !person.assessment.isWithheld {
      let now = try Self.page(person).tasks.filter { $0.turn == .now }
      #expect(now.count <= 3)
      for task in now {
        let correction = try #require(pack.corrections.first { $0.id == task.step.correction })
        #expect(correction.who == "you" && correction.cost == .free && correction.minutes <= 15)
        let advice = try #require(person.assessment.corrections.first { $0.id == correction.id })
        #expect(advice.onlyIf.isEmpty, "\(correction.id)")
        steps += 1
      }
      plans += person.assessment.plan.isEmpty ? 0 : 1
      // Nothing of somebody else's comes before what is one's own.
      let turns = person.assessment.plan.map(\.turn)
      #expect(turns.prefix { $0 == .now }.count == turns.count { $0 == .now })
    }
    #expect(steps > 2 * plans / 2 && plans > 1500, "\(steps) in \(plans)")
  }

  @Test("counts no step that gives nothing, and every plan adds up with what is beyond the end of a scale")
  func sums() throws {
    var beyond = 0
    for person in try Self.everybody.get() where !person.assessment.isWithheld {
      let plan = person.assessment.plan
      #expect(plan.allSatisfy { $0.isWithNext || $0.gives.contains { $0.points > 0 } })
      for score in person.assessment.scores {
        guard let now = score.now, let after = score.after else { continue }
        let given = plan.flatMap(\.gives).filter { $0.score == score.id }.reduce(0) { $0 + $1.points }
        #expect(now.low + score.beyond.now - given == after.low + score.beyond.after)
        beyond += score.beyond.now
      }
    }
    #expect(beyond > 0)
  }
}
