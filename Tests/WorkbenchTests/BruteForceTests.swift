import Ergonomics
import RulePacks
import TestSupport
import Testing

@testable import Workbench

@Suite("What changes do, beside judging everybody plainly")
struct BruteForceTests {
  private static let everybody = SmallWorld.people.indices.filter { SmallWorld.isComplete[$0] }.map { place in
    Answers(id: "p-\(place)", SmallWorld.people[place].byQuestion)
  }

  /// Three rules at random, with points and two levels at random.
  private func pack(_ random: inout RandomConditions) -> Pack {
    let rules = (0..<3).map { number in
      let points = Int.random(in: 1...6, using: &random.generator)
      return Rule.small(
        "rule-\(number)", applies: number == 0 ? random.condition(1) : nil, when: random.condition(), points: points)
    }
    return SmallWorld.pack.with(rules: rules, scores: [score(&random)])
  }

  private func score(_ random: inout RandomConditions) -> Score {
    let from = Int.random(in: 1...8, using: &random.generator)
    return Score(
      id: "load", title: "Load", max: Int.random(in: 5...12, using: &random.generator),
      bands: [Band(id: "low", from: 0, word: "fine"), Band(id: "high", from: from, word: "much")])
  }

  /// With another condition, other points, another scale, a rule less.
  private func changed(_ pack: Pack, _ way: Int, _ random: inout RandomConditions) -> Pack {
    var rules = pack.rules
    var scores = pack.scores
    switch way % 4 {
    case 0: rules[1].when = random.condition()
    case 1: rules[2].adds = [.init(score: "load", points: rules[2].adds[0].points + 2)]
    case 2: scores = [score(&random)]
    default: rules.removeLast()
    }
    return pack.with(rules: rules, scores: scores)
  }

  @Test("counts findings, levels and numbers of everybody there can be, by name")
  func differences() {
    var random = RandomConditions(generator: SeededGenerator(21), hasFormulas: true)
    var (levels, numbers, findings) = (0, 0, 0)
    for way in 0..<24 {
      let old = pack(&random)
      let new = changed(old, way, &random)
      let impact = PackImpact.of(Self.everybody, from: RuleProgram(old), to: RuleProgram(new))
      let (before, after) = (
        Self.everybody.map { PlainJudge(pack: old, person: $0) },
        Self.everybody.map { PlainJudge(pack: new, person: $0) }
      )
      var hit: Set<String> = []
      for rule in impact.rules {
        let (was, now) = (old.rule(rule.id), new.rule(rule.id))
        let found = zip(before, after).map { (was.map($0.isFound) ?? false, now.map($1.isFound) ?? false) }
        let gained = found.indices.filter { !found[$0].0 && found[$0].1 }.map { Self.everybody[$0].id! }
        let lost = found.indices.filter { found[$0].0 && !found[$0].1 }.map { Self.everybody[$0].id! }
        #expect(rule.gained == gained && rule.lost == lost && rule.otherwise.isEmpty, "\(way) \(rule.id)")
        hit.formUnion(gained + lost)
      }
      #expect(impact.hits.findings == hit.count)
      findings += hit.count
      var (moves, shifts) = ([[String]: [String]](), [Int: [String]]())
      for (place, person) in Self.everybody.enumerated() {
        let (was, now) = (before[place].told(old.scores[0])!, after[place].told(new.scores[0])!)
        if was.level != now.level { moves[[was.level, now.level], default: []].append(person.id!) }
        if was.points != now.points { shifts[now.points - was.points, default: []].append(person.id!) }
      }
      #expect(impact.scores[0].named == moves && impact.scores[0].shifts == shifts, "\(way)")
      hit.formUnion((Array(moves.values) + Array(shifts.values)).joined())
      #expect(impact.hits.all == hit.count && impact.people == Self.everybody.count)
      #expect(impact.first.map(\.person) == Array(Self.everybody.prefix(100)))
      #expect(impact.first.map(\.isHit) == Self.everybody.prefix(100).map { hit.contains($0.id!) })
      levels += moves.count
      numbers += shifts.count
    }
    #expect(levels > 5 && numbers > 10 && findings > 1_000)
  }

  @Test("counts those who leave answers open by what each of them alone is told")
  func open() {
    let some = stride(from: 0, to: SmallWorld.people.count, by: 11)
    let people = some.map { Answers(id: "p-\($0)", SmallWorld.people[$0].byQuestion) }
    var random = RandomConditions(generator: SeededGenerator(22), hasFormulas: true)
    var (unknown, otherwise) = (0, 0)
    for way in 0..<12 {
      let old = pack(&random)
      let new = changed(old, way, &random)
      let impact = PackImpact.of(people, from: RuleProgram(old), to: RuleProgram(new))
      let told = people.map { person in
        [old, new].map { Assessor($0, programVersion: "").assess(person, date: "2026-01-31") }
      }
      var (moves, shifts, hit) = ([[String]: [String]](), [Int: [String]](), Set<String>())
      for (person, both) in zip(people, told) {
        let (was, now) = (both[0].scores[0].now!, both[1].scores[0].now!)
        if was.level != now.level { moves[[was.level ?? "", now.level ?? ""], default: []].append(person.id!) }
        if was.low != now.low { shifts[now.low - was.low, default: []].append(person.id!) }
        if was.level == nil, now.level != nil { unknown += 1 }
        if was.level != now.level || was.low != now.low { hit.insert(person.id!) }
      }
      #expect(impact.scores[0].named == moves && impact.scores[0].shifts == shifts, "\(way)")
      for rule in impact.rules {
        let outcomes = told.map { both in
          both.map { one in
            if one.findings.contains(where: { $0.id == rule.id }) { return "found" }
            return one.open.contains { $0.id == rule.id } ? "open" : ""
          }
        }
        func who(_ isMeant: ([String]) -> Bool) -> [String] {
          people.indices.filter { isMeant(outcomes[$0]) }.map { people[$0].id! }
        }
        let (gained, lost) = (
          who { $0[0] != "found" && $0[1] == "found" }, who { $0[0] == "found" && $0[1] != "found" }
        )
        let other = who { !$0.contains("found") && $0[0] != $0[1] }
        #expect(rule.gained == gained && rule.lost == lost && rule.otherwise == other, "\(way) \(rule.id)")
        hit.formUnion(gained + lost + other)
        otherwise += other.count
      }
      #expect(impact.hits.all == hit.count && impact.people == people.count)
    }
    #expect(unknown > 10 && otherwise > 100)
  }

  @Test("tells which findings hide in others, and who has each level, as everybody there can be shows")
  func notes() {
    var random = RandomConditions(generator: SeededGenerator(4), hasFormulas: false)
    var (hidden, unreached) = (0, 0)
    for _ in 0..<40 {
      let pack = pack(&random)
      let notes = PackNotes(of: pack)
      let judges = Self.everybody.map { PlainJudge(pack: pack, person: $0) }
      let found = pack.rules.map { rule in judges.map { $0.isFound(rule) } }
      let (reads, most) = (pack.rules.map { Set($0.reads(pack)) }, pack.rules.indices)
      var wanted: Set<[String]> = []
      for inner in most {
        for outer in most where inner != outer && !reads[inner].isDisjoint(with: reads[outer]) {
          let alone = zip(found[inner], found[outer]).contains { $0 && !$1 }
          if found[inner].contains(true), !alone { wanted.insert([pack.rules[inner].id, pack.rules[outer].id]) }
        }
      }
      #expect(Set(notes.hidden.map { [$0.rule, $0.by] }) == wanted)
      hidden += wanted.count
      for level in notes.levels {
        let someone = judges.first { $0.told(pack.scores[0])!.level == level.level }
        #expect(level.person != nil || someone == nil, "\(level.level)")
        guard someone == nil else { continue }
        // At most somebody who has it as long as some answers are open.
        #expect(level.person.map { $0.byQuestion.count < pack.questions.count } ?? true)
        unreached += 1
      }
    }
    #expect(hidden > 5 && unreached > 0)
  }

  @Test("tells what a family of rules leaves out where, and only where, somebody has none of them")
  func gaps() {
    let questions: [Question] = [
      .choice("seat", ["chair", "stool", "bed"]),
      .choice("arms", ["high", "low", "none"], askWhen: .isOneOf("seat", ["chair", "stool"])),
    ]
    var generator = SeededGenerator(31)
    func some(_ all: [String]) -> [String] {
      let chosen = all.filter { _ in Bool.random(using: &generator) }
      return chosen.isEmpty ? [all[0]] : chosen
    }
    var (with, without) = (0, 0)
    for _ in 0..<60 {
      let rules = (0..<3).map { number in
        let parts: [Condition] = [
          .isOneOf("seat", some(["chair", "stool", "bed"])), .isOneOf("arms", some(["high", "low", "none"])),
        ]
        return Rule.small("rule-\(number)", when: Bool.random(using: &generator) ? .any(parts) : .all(parts))
      }
      let pack = Pack.small(questions: questions, rules: rules)
      let open = questions[0].options.flatMap { seat in
        questions[1].options.map { Answers(["seat": .option(seat.id), "arms": .option($0.id)]) }
      }.filter { person in
        let judge = PlainJudge(pack: pack, person: person)
        return judge.isAsked("arms") && !rules.contains(where: judge.isFound)
      }
      let gaps = PackNotes(of: pack).gaps
      #expect(gaps.isEmpty == open.isEmpty)
      for answers in gaps.flatMap(\.answers) { #expect(open.contains { $0.byQuestion == answers.byQuestion }) }
      if open.isEmpty { without += 1 } else { with += 1 }
    }
    #expect(with > 5 && without > 5)
  }

  @Test("counts of the main pack what other points and another limit do to 2,000 people, as one after the other would")
  func mainPack() throws {
    let old = try Pack.shipped("lower-back-hips")
    var rules = old.rules
    let place = try #require(rules.firstIndex { $0.id == "sitting-over-six-hours" })
    rules[place].when = .isWithin(.answer("sitting_time"), 301...Int.max)
    let other = try #require(rules.firstIndex { $0.id == "lumbar-support-missing" })
    rules[other].adds = rules[other].adds.map { .init(score: $0.score, points: $0.points - 1) }
    var new = old
    new.rules = rules
    // Plain judging is of those who answer everything: of whatever is left open, anything.
    var (drawn, random) = (DrawnPeople(RuleProgram(new), seed: 5), RandomAnswers(seed: 5))
    let people = drawn.next(2_000).map { person in
      var person = person
      for question in old.questions where person[question.id] == nil && question.kind != .text {
        person[question.id] = random.answer(to: question)
      }
      return person
    }
    let impact = PackImpact.of(people, from: RuleProgram(old), to: RuleProgram(new))
    for (score, each) in impact.scores.enumerated() {
      var (moves, shifts) = ([[String]: [String]](), [Int: [String]]())
      for person in people {
        let was = PlainJudge(pack: old, person: person).told(old.scores[score])!
        let now = PlainJudge(pack: new, person: person).told(new.scores[score])!
        if was.level != now.level { moves[[was.level, now.level], default: []].append(person.id!) }
        if was.points != now.points { shifts[now.points - was.points, default: []].append(person.id!) }
      }
      #expect(each.named == moves && each.shifts == shifts)
      #expect(score > 0 || shifts.values.reduce(0) { $0 + $1.count } > 100)
    }
    let gained = people.filter { person in
      let judges = [old, new].map { PlainJudge(pack: $0, person: person) }
      return !judges[0].isFound(old.rules[place]) && judges[1].isFound(rules[place])
    }
    #expect(impact.rules[place].gained == gained.map { $0.id! } && gained.count > 20)
  }
}

extension PackImpact.OfScore {
  /// The levels from and to, and who moves.
  fileprivate var named: [[String]: [String]] {
    Dictionary(uniqueKeysWithValues: moves.map { ([$0.key.before ?? "", $0.key.after ?? ""], $0.value) })
  }
}

extension Rule {
  /// The questions that its conditions name, and those that decide whether they are asked.
  fileprivate func reads(_ pack: Pack) -> [Question.ID] {
    let measures = Dictionary(pack.measures.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let named = ([applies].compactMap { $0 } + [when]).flatMap { $0.questions(measures: measures) }
    return named + named.compactMap { pack.question($0)?.askWhen }.flatMap { $0.questions(measures: measures) }
  }
}
