import Ergonomics

/// What a formula comes to in two states of a pack, over all that people can answer, with somebody for each pair of values.
///
/// Exact where a formula reads the points of options, and no question twice; of parts that share a question, and of very
/// many pairs, some are left out.
struct PairedValues {
  struct Pair: Hashable {
    let before: Int
    let after: Int
  }

  /// A few for each pair, so that they can be put together with others.
  var people: [Pair: [Answers]] = [:]
  var questions: Set<Question.ID> = []
  var isExact = true
  private static let mostAlike = 16

  fileprivate mutating func add(_ person: @autoclosure () -> Answers?, _ pair: Pair) {
    guard people[pair]?.count ?? 0 < Self.mostAlike, let person = person() else { return }
    people[pair, default: []].append(person)
  }
}

/// Works out paired values; what a change does not reach is worked out once for all changes.
final class ValuePairs {
  private let before: Pack
  private var known: [Formula: PairedValues] = [:]
  private static let mostPairs = 1 << 14

  init(_ pack: Pack) { before = pack }

  /// What a formula comes to as it is, and with a change.
  func values(
    of formula: Formula, with change: PackMutant.Change? = nil, _ part: PackMutant.Part? = nil
  )
    -> PairedValues
  {
    Search(pairs: self, after: before.with(change), changed: Set([part].compactMap { $0 })).values(formula, formula)
  }

  /// The same of a formula that is written differently.
  func values(of formula: Formula, and other: Formula) -> PairedValues {
    Search(pairs: self, after: before, changed: []).values(formula, other)
  }

  /// The same in another state of the pack.
  ///
  /// - Parameter changed: What of it is another there.
  func values(
    of formula: Formula, and other: Formula, in after: Pack, changed: Set<PackMutant.Part>
  ) -> PairedValues {
    Search(pairs: self, after: after, changed: changed).values(formula, other)
  }

  private struct Search {
    let pairs: ValuePairs
    let after: Pack
    let changed: Set<PackMutant.Part>

    func values(_ a: Formula, _ b: Formula) -> PairedValues {
      let isSame = a == b && (changed.isEmpty || pairs.before.parts(of: [a]).isDisjoint(with: changed))
      if isSame, let known = pairs.known[a] { return known }
      let found = workedOut(a, b)
      if isSame { pairs.known[a] = found }
      return found
    }

    private func workedOut(_ a: Formula, _ b: Formula) -> PairedValues {
      switch (a, b) {
      case (.constant(let was), .constant(let now)):
        return PairedValues(people: [.init(before: was, after: now): [Answers()]])
      case (.points(let id), _) where a == b: return points(id)
      case (.count(let id), _) where a == b:
        return selections(id) {
          $0.isAlone ? 0 : 1
        } _: {
          $0.isAlone ? 0 : 1
        }
      case (.answer(let id), _) where a == b: return numbers(id)
      case (.measure(let id), .measure(let other)) where id == other:
        guard let was = formula(of: id, pairs.before), let now = formula(of: id, after) else { break }
        return values(was, now)
      default: break
      }
      return combined(a, b)
    }

    private func formula(of measure: Measure.ID, _ pack: Pack) -> Formula? {
      pack.measures.first { $0.id == measure }?.formula
    }

    // MARK: - Answers

    private func points(_ id: Question.ID) -> PairedValues {
      guard let was = pairs.before.question(id), let now = after.question(id) else {
        return PairedValues(isExact: false)
      }
      let points = Dictionary(uniqueKeysWithValues: now.options.map { ($0.id, $0.points) })
      return selections(was.id) {
        $0.points
      } _: {
        points[$0.id] ?? 0
      }
    }

    private func selections(
      _ id: Question.ID, _ before: (AnswerOption) -> Int, _ after: (AnswerOption) -> Int
    ) -> PairedValues {
      guard let question = pairs.before.question(id) else { return PairedValues(isExact: false) }
      var values = PairedValues(questions: [id], isExact: question.askWhen == nil)
      func add(_ answer: Answer, _ chosen: [AnswerOption]) {
        let pair = PairedValues.Pair(
          before: chosen.reduce(0) { $0 + before($1) }, after: chosen.reduce(0) { $0 + after($1) })
        values.add(Answers([id: answer]), pair)
      }
      guard case .choices(let options) = question.kind else {
        for option in question.options { add(.option(option.id), [option]) }
        return values
      }
      for option in options where option.isAlone { add(.options([option.id]), [option]) }
      let together = options.filter { !$0.isAlone }
      let most = min(together.count, 12)
      values.isExact = values.isExact && most == together.count
      let selections = (1..<max(1, 1 << most)).sorted { ($0.nonzeroBitCount, $0) < ($1.nonzeroBitCount, $1) }
      for bits in selections {
        let chosen = (0..<most).filter { bits >> $0 & 1 == 1 }.map { together[$0] }
        add(.options(chosen.map(\.id)), chosen)
      }
      return values
    }

    /// Some, evenly spread.
    private func numbers(_ id: Question.ID) -> PairedValues {
      guard let question = pairs.before.question(id), case .number(let range) = question.kind else {
        return PairedValues(isExact: false)
      }
      let (low, high) = (range.bounds.lowerBound, range.bounds.upperBound)
      var values = PairedValues(questions: [id], isExact: question.askWhen == nil && high - low < 24)
      let step = max(1, (high - low) / 24)
      for value in Array(stride(from: low, through: high, by: step)) + (high - low < 24 ? [] : [low + 1, high]) {
        values.add(Answers([id: .number(value)]), .init(before: value, after: value))
      }
      return values
    }

    // MARK: - Operations

    private func combined(_ a: Formula, _ b: Formula) -> PairedValues {
      guard let reading = b.reading(operandsOf: a) else { return PairedValues(isExact: false) }
      let parts = a.operands.enumerated().map { place, operand in
        if case .each = reading { return self.values(operand, b.operands[place]) }
        return self.values(operand, operand)
      }
      // Each way to take a value of each part.
      var all: [(before: [Int], after: [Int], people: [Answers])] = [([], [], [Answers()])]
      var (questions, isExact) = (Set<Question.ID>(), true)
      for part in parts {
        isExact = isExact && part.isExact && part.questions.isDisjoint(with: questions)
        questions.formUnion(part.questions)
        if all.count * part.people.count > ValuePairs.mostPairs { return PairedValues(isExact: false) }
        let sorted = part.people.sorted { ($0.key.before, $0.key.after) < ($1.key.before, $1.key.after) }
        all = all.flatMap { so in
          sorted.compactMap { pair, people in
            let both = Self.merged(so.people, people)
            return both.isEmpty ? nil : (so.before + [pair.before], so.after + [pair.after], both)
          }
        }
      }
      var values = PairedValues(questions: questions, isExact: isExact)
      for each in all {
        let was = a.value(of: each.before, in: pairs.before)
        let now =
          switch reading {
          case .each: b.value(of: each.after, in: after)
          case .some(let places): b.value(of: places.map { each.after[$0] }, in: after)
          case .one(let place): each.after[place]
          }
        for person in each.people.prefix(2) { values.add(person, .init(before: was, after: now)) }
      }
      return values
    }

    private static func merged(_ some: [Answers], _ others: [Answers]) -> [Answers] {
      (0..<max(some.count, others.count)).compactMap { place in
        some[place % some.count].merged(with: others[(place * 5 + 1) % others.count])
      }.withoutDoubles
    }
  }
}

/// How a changed formula brings together what the formula before it does.
private enum OperandReading {
  case each
  case some([Int])
  case one(Int)
}

extension Formula {
  /// `nil` where it brings together others.
  fileprivate func reading(operandsOf other: Formula) -> OperandReading? {
    if let place = other.operands.firstIndex(of: self) { return .one(place) }
    if operands.isEmpty { return nil }
    if operands.count == other.operands.count { return .each }
    let places = operands.compactMap { other.operands.firstIndex(of: $0) }
    return places.count == operands.count ? .some(places) : nil
  }

  /// Of the values of its operands.
  fileprivate func value(of operands: [Int], in pack: Pack) -> Int {
    switch self {
    case .constant, .answer, .points, .count, .measure: preconditionFailure("no operation")
    case .sum: return operands[0] + operands[1]
    case .difference: return operands[0] - operands[1]
    case .scaled(_, let factor): return factor.times(operands[0])
    case .least: return operands.min()!
    case .greatest: return operands.max()!
    case .lookup(let id, _, _):
      let table = pack.tables.first { $0.id == id }!
      return table.cells(rows: operands[0]...operands[0], columns: operands[1]...operands[1]).lowerBound
    }
  }
}
