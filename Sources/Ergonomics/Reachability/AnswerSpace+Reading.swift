/// What a side reads of each question.
struct SideReading {
  let side: AnswerSpace.Side
  /// Of the questions that decide its conditions, in the order of its pack.
  let ids: [Question.ID]
  private let places: [Question.ID: Int]
  /// The columns that are compared, each with the limits at which something changes.
  let compared: [Int: Set<Int>]

  init(_ side: AnswerSpace.Side) {
    self.side = side
    let program = side.program
    let questions = Set(side.nodes.flatMap(program.questionsDeciding)).sorted()
    ids = questions.map { program.questions[$0].id }
    places = Dictionary(uniqueKeysWithValues: zip(ids, questions))
    var compared: [Int: Set<Int>] = [:]
    for step in side.part.steps {
      guard case .quantity(let column, let range, _) = program.steps[step] else { continue }
      // The first value beyond each limit; what lies before the least is told from it.
      compared[column, default: []].insert(range.lowerBound)
      if range.upperBound < .max { compared[column, default: []].insert(range.upperBound + 1) }
    }
    self.compared = compared
  }

  func question(_ id: Question.ID) -> Question? { places[id].map { side.program.questions[$0] } }

  /// What the side asks of a class of answers to a question.
  func signature(of answer: Answer?, to id: Question.ID) -> [Int] {
    guard let place = places[id] else { return [] }
    let classes = side.program.classes[place]
    let chosen = side.program.classSet(of: answer, to: place)
    let steps = side.part.steps.compactMap { step -> Int? in
      guard case .answer(classes.masks, let wanted, _, _) = side.program.steps[step] else { return nil }
      return chosen & wanted == 0 ? 0 : 1
    }
    let totals = totals(of: place).map { points in
      points.indices.reduce(0) { chosen >> UInt64(classes.of(option: $1)) & 1 == 1 ? $0 + points[$1] : $0 }
    }
    return steps + totals + [chosen == 1 << UInt64(AnswerClasses.unanswered) ? 0 : 1]
  }

  private func totals(of place: Int) -> [[Int]] {
    let first = side.program.classes[place].masks.lowerBound
    return side.part.columns.compactMap {
      if case .total(first, let points, _) = side.program.columns[$0] {
        Array(side.program.optionPoints[points])
      } else {
        nil
      }
    }
  }

  /// The least number of each class of a number.
  func starts(of id: Question.ID) -> [Int] {
    guard let place = places[id], case .number(let range) = side.program.questions[place].kind else { return [] }
    let classes = side.program.classes[place]
    return (1...classes.count).map { classes.members(of: $0).lowerBound } + [range.bounds.upperBound]
  }

  /// The questions that a compared column reads.
  func leaves(of column: Int) -> (numbers: Set<Question.ID>, others: Set<Question.ID>) {
    var (numbers, others) = (Set<Question.ID>(), Set<Question.ID>())
    for place in side.program.part(for: [], columns: [column]).columns {
      switch side.program.columns[place] {
      case .number(_, let masks, _): numbers.formUnion(ids.filter { classes($0)?.masks == masks })
      case .total(let first, _, _): others.formUnion(ids.filter { classes($0)?.masks.lowerBound == first })
      default: break
      }
    }
    return (numbers, others)
  }

  private func classes(_ id: Question.ID) -> AnswerClasses? { places[id].map { side.program.classes[$0] } }

  func place(of id: Question.ID) -> Int? { places[id] }
}
