/// Numbers that formulas bring together: finds one of each kind that the limits of formulas, and of the numbers on their
/// own, tell apart, by halving boxes of numbers until nothing within them is.
///
/// Exact for numbers that are all answered. Of numbers that are answered in part some are tried, evenly spread.
struct NumbersTogether {
  private typealias Box = [ClosedRange<Int>]
  private struct Compared {
    let reading: Int
    let column: Int
    let limits: [Int]
  }

  private let questions: [Question.ID]
  private let reads: [SideReading]
  private let whole: Box
  /// By question: where a class begins that some side tells from the one before.
  private let starts: [[Int]]
  private let compared: [Compared]
  private let isClosed: Bool
  private static let mostBoxes = 1 << 16

  init(_ questions: [Question.ID], _ reads: [SideReading]) {
    (self.questions, self.reads) = (questions, reads)
    let bounds = questions.map { id in
      reads.compactMap { reading -> ClosedRange<Int>? in
        guard case .number(let range)? = reading.question(id)?.kind else { return nil }
        return range.bounds
      }
    }
    whole = bounds.map { $0.first ?? 0...0 }
    starts = zip(questions, whole).map { id, bounds in
      let numbers = Set(reads.flatMap { $0.starts(of: id) }).filter(bounds.contains).sorted()
      let signatures = numbers.map { number in reads.map { $0.signature(of: .number(number), to: id) } }
      return numbers.indices.filter { $0 == 0 || signatures[$0] != signatures[$0 - 1] }.map { numbers[$0] }
    }
    var (compared, isClosed) = ([Compared](), bounds.allSatisfy { Set($0).count == 1 })
    for (place, reading) in reads.enumerated() {
      for (column, limits) in reading.compared.sorted(by: { $0.key < $1.key }) {
        let leaves = reading.leaves(of: column)
        if leaves.numbers.isDisjoint(with: questions) { continue }
        compared.append(Compared(reading: place, column: column, limits: limits.sorted()))
        isClosed = isClosed && leaves.others.isEmpty
      }
    }
    (self.compared, self.isClosed) = (compared, isClosed)
  }

  func axis() -> AnswerSpace.Axis {
    let (points, isWhole) = isClosed ? kinds() : (spread(), false)
    let open = Array(repeating: Answer?.none, count: questions.count)
    let choices = [open] + partly() + points.map { $0.map { .number($0) } }
    return AnswerSpace.Axis(questions: questions, choices: choices, isExact: isWhole)
  }

  /// A point of each kind, and whether these are all kinds there are.
  private func kinds() -> (points: [[Int]], isWhole: Bool) {
    var (waiting, seen, points, tried) = ([whole], Set<[Int]>(), [[Int]](), 0)
    for (point, told) in drawn() where told.allSatisfy({ $0.count == 1 }) {
      if seen.insert(told.map(\.lowerBound)).inserted { points.append(point) }
    }
    while !waiting.isEmpty {
      let boxes = Array(waiting.suffix(AnswerBlock.capacity))
      waiting.removeLast(boxes.count)
      tried += boxes.count
      if tried > Self.mostBoxes { return (points, false) }
      for (box, told) in zip(boxes, told(of: boxes)) {
        if told.allSatisfy({ $0.count == 1 }) {
          if seen.insert(told.map(\.lowerBound)).inserted { points.append(box.map(\.lowerBound)) }
        } else if !isKnown(told, seen) {
          waiting += halves(of: box)
        }
      }
    }
    return (points, true)
  }

  /// Numbers at random, and beside each those that bring a formula to one of its limits: most kinds are soon seen.
  private func drawn() -> [(point: [Int], told: [ClosedRange<Int>])] {
    var (points, draw) = ([[Int]](), UInt64(1))
    for _ in 0..<Self.drawnPoints {
      points.append(
        whole.map { range in
          draw = draw &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
          return range.lowerBound + Int(draw >> 33) % range.count
        })
    }
    for (point, values) in zip(points, values(of: points)) { points += atLimits(point, values) }
    return stride(from: 0, to: points.count, by: AnswerBlock.capacity).flatMap { start in
      let some = Array(points[start..<min(points.count, start + AnswerBlock.capacity)])
      return Array(zip(some, told(of: some.map { $0.map { $0...$0 } })))
    }
  }

  private static let drawnPoints = 192

  /// - Parameter values: What the formulas come to there.
  private func atLimits(_ point: [Int], _ values: [Int]) -> [[Int]] {
    zip(compared, values).flatMap { compared, value in
      compared.limits.filter { $0 > .min }.flatMap { limit in
        point.indices.flatMap { place in
          [limit - value, value - limit, limit - 1 - value, value - limit + 1].compactMap { moved -> [Int]? in
            guard whole[place].contains(point[place] + moved) else { return nil }
            var other = point
            other[place] += moved
            return other
          }
        }
      }
    }
  }

  /// What the formulas come to, by point.
  private func values(of points: [[Int]]) -> [[Int]] {
    stride(from: 0, to: points.count, by: AnswerBlock.capacity).flatMap { start in
      let some = points[start..<min(points.count, start + AnswerBlock.capacity)].map { $0.map { $0...$0 } }
      let runs = reads.indices.map { run(some, $0) }
      return some.indices.map { person in
        compared.map { runs[$0.reading].low[AnswerBlock.capacity * $0.column + person] }
      }
    }
  }

  /// Whether whatever may be in a box was seen.
  private func isKnown(_ told: [ClosedRange<Int>], _ seen: Set<[Int]>) -> Bool {
    let count = told.reduce(1) { min($0 * $1.count, 1 << 10) }
    if count > seen.count || count == 1 << 10 { return false }
    var kinds: [[Int]] = [[]]
    for range in told { kinds = kinds.flatMap { kind in range.map { kind + [$0] } } }
    return kinds.allSatisfy(seen.contains)
  }

  private func halves(of box: Box) -> [Box] {
    let widest = box.indices.max { box[$0].count < box[$1].count }!
    let range = box[widest]
    let middle = range.lowerBound + (range.upperBound - range.lowerBound) / 2
    return [middle + 1...range.upperBound, range.lowerBound...middle].map { half in
      var smaller = box
      smaller[widest] = half
      return smaller
    }
  }

  /// Evenly spread, where a formula reads more than numbers.
  private func spread() -> [[Int]] {
    questions.indices.reduce([[]]) { points, place in
      points.count > 512
        ? points.map { $0 + [some(place)[0]] } : points.flatMap { point in some(place).map { point + [$0] } }
    }
  }

  private func some(_ place: Int) -> [Int] {
    let (low, high) = (whole[place].lowerBound, whole[place].upperBound)
    let steps = stride(from: low, through: high, by: max(1, (high - low) / 6))
    return Set(Array(steps) + starts[place] + [high]).sorted()
  }

  /// Choices that leave some of the questions open.
  private func partly() -> [[Answer?]] {
    guard questions.count < 6 else { return [] }
    var (choices, seen) = ([[Answer?]](), Set<[ClosedRange<Int>]>())
    for answered in 1..<(1 << questions.count) - 1 {
      seen = []
      let places = questions.indices.filter { answered >> $0 & 1 == 1 }
      var boxes = [whole]
      for place in places where boxes.count <= 256 {
        boxes = boxes.flatMap { box in
          some(place).map { number in
            var smaller = box
            smaller[place] = number...number
            return smaller
          }
        }
      }
      for start in stride(from: 0, to: boxes.count, by: AnswerBlock.capacity) {
        let some = Array(boxes[start..<min(boxes.count, start + AnswerBlock.capacity)])
        for (box, told) in zip(some, told(of: some)) where seen.insert(told).inserted {
          choices.append(
            questions.indices.map { places.contains($0) && box[$0].count == 1 ? .number(box[$0].lowerBound) : nil })
        }
      }
    }
    return choices
  }

  /// For each box, between which classes its numbers lie, and between which limits the formulas.
  private func told(of boxes: [Box]) -> [[ClosedRange<Int>]] {
    var told = boxes.map { box in
      zip(box, starts).map { range, starts in place(range.lowerBound, starts)...place(range.upperBound, starts) }
    }
    for place in reads.indices {
      let own = compared.filter { $0.reading == place }
      if own.isEmpty { continue }
      let run = run(boxes, place)
      for person in boxes.indices {
        for compared in own {
          let place = AnswerBlock.capacity * compared.column + person
          told[person].append(
            self.place(run.low[place], compared.limits)...self.place(run.high[place], compared.limits))
        }
      }
    }
    return told
  }

  /// Works out the formulas of a side for people whose numbers lie in boxes.
  private func run(_ boxes: [Box], _ place: Int) -> RuleProgram.Run {
    let (reading, program) = (reads[place], reads[place].side.program)
    var (block, run) = (AnswerBlock(program), RuleProgram.Run(program))
    for (person, box) in boxes.enumerated() {
      for (id, range) in zip(questions, box) {
        guard let question = reading.place(of: id) else { continue }
        let answer: Answer = range.count == 1 ? .number(range.lowerBound) : .range(range)
        block.set(answer, to: question, for: person, in: program)
      }
    }
    let columns = compared.filter { $0.reading == place }.map(\.column)
    program.run(program.part(for: [], columns: columns), on: block, into: &run)
    return run
  }

  private func place(_ number: Int, _ starts: [Int]) -> Int { starts.count { $0 <= number } }
}
