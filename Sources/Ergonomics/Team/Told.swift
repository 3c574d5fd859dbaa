/// Rows that are told, with what is known of them whoever answered.
struct Told: Sendable {
  /// Of the round.
  let rows: [Int]
  let links: StepMethod.Links
  let kinds: StepMethod.Kinds

  /// Rows that hold for everybody the search comes to are left out, as of nobody could be shown that they may not, and so
  /// are those that come with others only. What is left out hangs on the pack alone.
  ///
  /// Everybody in it answers everything. Bands of scores are no more than links say of them.
  ///
  /// - Parameter lesser: Rows that are rather left out than others.
  init(_ rows: [Int], _ program: Program, _ all: RowLinks, lesser: Range<Int> = 0..<0) {
    var rows = rows
    while true {
      let search = PeopleSearch(program, rows)
      let (answers, found) = search.idlest()
      if !found.isEmpty {
        rows = rows.indices.filter { !found.contains($0) }.map { rows[$0] }
        continue
      }
      let links = all.among(rows, together: search.neighbours.map(Set.init))
      let idle = StepMethod.Person(rows: RowSet(of: rows.count), answers: answers)
      let least = rows.indices.map { search.least($0, from: idle, links) }
      let spare = Set(rows.indices.filter { lesser.contains(rows[$0]) })
      let dependent = Self.dependent(least, links, cuts: search.bands, lesser: spare)
      if !dependent.isEmpty {
        rows = rows.indices.filter { !dependent.contains($0) }.map { rows[$0] }
        continue
      }
      kinds = StepMethod.Kinds(idle: idle, least: least) { row, person in
        links.allow(row, with: person.rows) ? search.giving(row, to: person) : nil
      }
      (self.rows, self.links) = (rows, links)
      return
    }
  }

  /// Rows to be left out so that for each of the others there is somebody with no more than what contains it. First those
  /// that hold for nobody who is found, then, one after the other, the one that most others hold for nobody without, or that
  /// holds for nobody without most others: a union or an intersection of them, or close to one.
  private static func dependent(
    _ least: [StepMethod.Person?], _ links: StepMethod.Links, cuts: Set<Int>, lesser: Set<Int>
  ) -> Set<Int> {
    var gone = Set(least.indices.filter { least[$0] == nil })
    while true {
      var pairs: [Int: Int] = [:]
      for (row, person) in least.enumerated() where !gone.contains(row) {
        for other in least.indices where other != row && person!.rows.contains(other) && !cuts.contains(other) {
          if links.containers[row].contains(other) || gone.contains(other) { continue }
          pairs[row, default: 0] += 1
          pairs[other, default: 0] += 1
        }
      }
      let spare = pairs.filter { lesser.contains($0.key) }
      guard let next = (spare.isEmpty ? pairs : spare).max(by: { ($0.value, $0.key) < ($1.value, $1.key) })?.key else {
        return gone
      }
      gone.insert(next)
    }
  }
}

/// Looks for answers that make a person in whom some findings are found, and no others.
struct PeopleSearch: Sendable {
  private static let mostTried = 1024

  private let program: Program
  private let told: [Int]
  /// By row, what it counts; nothing of a score's bands.
  private let rules: [[Int]]
  private let questions: [[Int]]
  /// By row, those that read an answer it reads, itself among them.
  let neighbours: [[Int]]
  /// By row, the questions that these read.
  private let read: [[Int]]
  /// By question, an answer of each kind that any of the rows tells apart.
  private let choices: [[Program.CodedAnswer]]
  /// By row, what its neighbours need to be told.
  private let parts: [Program.Part]

  init(_ program: Program, _ told: [Int]) {
    (self.program, self.told) = (program, told)
    let findings = program.findingRows
    let rules = told.map { $0 < findings.count ? findings[$0] : [] }
    let questions = rules.map { Set($0.flatMap { program.questionsDeciding(program.rules[$0].holds) }).sorted() }
    neighbours = questions.map { own in questions.indices.filter { !Set(own).isDisjoint(with: questions[$0]) } }
    read = neighbours.map { near in Set(near.flatMap { questions[$0] }).sorted() }
    let nodes = rules.joined().map { program.rules[$0].holds }
    let part = program.part(for: Array(nodes))
    choices = program.questions.indices.map { program.distinguished($0, by: part) }
    (self.rules, self.questions) = (rules, questions)
    parts = neighbours.map { near in program.part(for: near.flatMap { rules[$0] }.map { program.rules[$0].holds }) }
  }

  /// Rows that are bands of scores.
  var bands: Set<Int> { Set(rules.indices.filter { rules[$0].isEmpty }) }

  private func nodes(of rows: [Int]) -> [Program.Node] { rows.flatMap { rules[$0] }.map { program.rules[$0].holds } }

  /// Up to 64 ways to answer the questions of a row.
  private struct Trials {
    let count: Int
    /// By neighbour of the row, a bit for each way in which it is found.
    let found: [UInt64]

    func found(_ way: Int) -> Int { found.reduce(0) { $0 + Int($1 >> UInt64(way) & 1) } }
  }

  /// Tries all answers to the questions of a row, with the others as they are; `body` gets them with what makes the answers
  /// of one, and says whether to go on.
  private func vary(_ row: Int, of answers: [Int], _ body: (_ trials: Trials, _ answers: (Int) -> [Int]) -> Bool) {
    let options = questions[row].map { near(answers[$0], to: $0) }
    let count = options.reduce(1) { min($0 * $1.count, Self.mostTried) }
    var (block, run) = (AnswerBlock(program), Program.Run(program))
    for question in read[row] {
      let answer = choices[question][answers[question]]
      for way in 0..<min(count, AnswerBlock.capacity) { block.set(answer, for: way) }
    }
    for start in stride(from: 0, to: count, by: AnswerBlock.capacity) {
      let ways = min(AnswerBlock.capacity, count - start)
      var lap = 1
      for (question, options) in zip(questions[row], options) {
        for way in 0..<ways {
          block.set(choices[question][options[(start + way) / lap % options.count]], for: way)
        }
        lap = min(lap * options.count, Self.mostTried)
      }
      program.run(parts[row], on: block, into: &run)
      let truths = neighbours[row].map { near in
        rules[near].reduce(0 as UInt64) { $0 | run.truth(of: program.rules[$1].holds).isTrue }
      }
      let goesOn = body(Trials(count: ways, found: truths)) { way in
        var next = answers
        var rest = start + way
        for (question, options) in zip(questions[row], options) {
          next[question] = options[rest % options.count]
          rest /= options.count
        }
        return next
      }
      if !goesOn { return }
    }
  }

  /// Of the neighbours of a row.
  private func found(_ trials: Trials, _ way: Int, near row: Int) -> [Int] {
    zip(neighbours[row], trials.found).filter { $1 >> UInt64(way) & 1 == 1 }.map(\.0)
  }

  /// Of a choice of several, only one or two answers together and those that are one more or less than a given one.
  private func near(_ answer: Int, to question: Int) -> [Int] {
    let all = choices[question]
    guard case .choices = program.questions[question].kind else { return Array(all.indices) }
    let own = Set(all[answer].masks)
    return all.indices.filter { all[$0].masks.count <= 2 || own.symmetricDifference(all[$0].masks).count <= 1 }
  }

  /// Answers to which few rows are found, none if that can be: as long as other answers to a row that is found leave fewer,
  /// they are taken.
  func idlest() -> (answers: [Int], found: Set<Int>) {
    var answers = harmless
    var found = found(to: answers)
    while true {
      var best = (answers: answers, found: found)
      for row in found.sorted() {
        let others = found.subtracting(neighbours[row])
        vary(row, of: answers) { trials, answers in
          for way in 0..<trials.count where others.count + trials.found(way) < best.found.count {
            best = (answers(way), others.union(self.found(trials, way, near: row)))
          }
          return true
        }
      }
      if best.found.count == found.count { return best }
      (answers, found) = best
    }
  }

  /// To each question, the answer that goes with the fewest findings, whatever else is answered: also where it is not asked,
  /// as it may be of somebody else.
  private var harmless: [Int] {
    let all = program.part(for: nodes(of: Array(told.indices)))
    var (block, run, draw) = (AnswerBlock(program), Program.Run(program), UInt64(1))
    for person in 0..<AnswerBlock.capacity {
      for choices in choices {
        draw = draw &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        block.set(choices[Int(draw >> 33) % choices.count], for: person)
      }
    }
    return choices.indices.map { question in
      var varied = block
      let found = choices[question].map { answer in
        for person in 0..<AnswerBlock.capacity { varied.set(answer, for: person) }
        program.run(all, on: varied, into: &run)
        return rules.joined().reduce(0) { $0 + run.truth(of: program.rules[$1].holds).isTrue.nonzeroBitCount }
      }
      return found.indices.min { (found[$0], $0) < (found[$1], $1) } ?? 0
    }
  }

  private func found(to answers: [Int]) -> Set<Int> {
    var (block, run) = (AnswerBlock(program), Program.Run(program))
    for (question, answer) in answers.enumerated() { block.set(choices[question][answer], for: 0) }
    program.run(program.part(for: nodes(of: Array(told.indices))), on: block, into: &run)
    return Set(
      told.indices.filter { row in
        rules[row].contains { run.truth(of: program.rules[$0].holds).isTrue & 1 == 1 }
      })
  }

  /// Somebody a row holds for, with as few others as there are near one for whom none does.
  func least(_ row: Int, from idle: StepMethod.Person, _ links: StepMethod.Links) -> StepMethod.Person? {
    var best = rules[row].isEmpty ? (answers: idle.answers, found: [row]) : nil
    if best == nil, let own = neighbours[row].firstIndex(of: row) {
      vary(row, of: idle.answers) { trials, answers in
        for way in 0..<trials.count where trials.found[own] >> UInt64(way) & 1 == 1 {
          if trials.found(way) < best?.found.count ?? .max {
            best = (answers(way), found(trials, way, near: row))
          }
        }
        return true
      }
    }
    return best.map { best in
      var rows = RowSet(best.found, of: told.count)
      // Bands that one of the findings reaches.
      for found in best.found {
        for cut in told.indices where rules[cut].isEmpty && links.containers[found].contains(cut) { rows.insert(cut) }
      }
      return StepMethod.Person(rows: rows, answers: best.answers)
    }
  }

  /// The same person with one row more, and nothing else changed.
  func giving(_ row: Int, to person: StepMethod.Person) -> StepMethod.Person? {
    var more = person
    more.rows.insert(row)
    if rules[row].isEmpty { return more }
    var answers: [Int]?
    let wanted = neighbours[row].map(more.rows.contains)
    vary(row, of: person.answers) { trials, making in
      let same = zip(trials.found, wanted).reduce(UInt64.max) { $0 & ($1.1 ? $1.0 : ~$1.0) }
      if same.trailingZeroBitCount < trials.count { answers = making(same.trailingZeroBitCount) }
      return answers == nil
    }
    return answers.map { StepMethod.Person(rows: more.rows, answers: $0) }
  }
}
