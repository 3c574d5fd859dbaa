import Ergonomics

/// The pack as it ships, with answers for the item scores that published tables speak of.
struct StrainPack {
  static let shipped = StrainPack(try! Shipped.pack("rosa"))

  let pack: Pack
  let program: RuleProgram

  private init(_ pack: Pack) { (self.pack, program) = (pack, RuleProgram(pack)) }

  /// The questions of each item, but those on time.
  static let questions: [String: [Question.ID]] = [
    "seat_height": ["rosa_seat_height", "rosa_seat_height_more"],
    "seat_depth": ["rosa_seat_depth", "rosa_seat_depth_adjusts"],
    "armrest": ["rosa_armrests", "rosa_armrests_more"],
    "back": ["rosa_back", "rosa_back_more"],
    "monitor": ["rosa_monitor", "rosa_monitor_more"],
    "phone": ["rosa_telephone", "rosa_telephone_more"],
    "mouse": ["rosa_mouse", "rosa_mouse_more"],
    "keyboard": ["rosa_keyboard", "rosa_keyboard_more"],
  ]

  /// Of an item with a time of its own, or of the chair.
  static let timeQuestions: [String: [Question.ID]] = [
    "chair": ["rosa_chair_spell", "rosa_chair_day"],
    "monitor": ["rosa_monitor_spell", "rosa_monitor_day"],
    "phone": ["rosa_telephone_spell", "rosa_telephone_day"],
    "mouse": ["rosa_mouse_spell", "rosa_mouse_day"],
    "keyboard": ["rosa_keyboard_spell", "rosa_keyboard_day"],
  ]

  /// Everything that can be answered to a question, with its points.
  func possibilities(_ question: Question.ID) -> [(answer: Answer, points: Int)] {
    let question = pack.question(question)!
    let single = question.options.map { (option: $0, points: $0.points) }
    guard case .choices = question.kind else { return single.map { (.option($0.option.id), $0.points) } }
    let together = question.options.filter { !$0.isAlone }
    let selections = (1..<1 << together.count).map { bits in
      let chosen = together.indices.filter { bits >> $0 & 1 == 1 }.map { together[$0] }
      return (answer: Answer.options(chosen.map(\.id)), points: chosen.reduce(0) { $0 + $1.points })
    }
    return question.options.filter(\.isAlone).map { (.options([$0.id]), $0.points) } + selections
  }

  /// Answers to these questions whose points add up to `total`; `nil` if none do.
  func answers(to questions: ArraySlice<Question.ID>, total: Int) -> [Question.ID: Answer]? {
    guard let first = questions.first else { return total == 0 ? [:] : nil }
    for possibility in possibilities(first) {
      if var rest = answers(to: questions.dropFirst(), total: total - possibility.points) {
        rest[first] = possibility.answer
        return rest
      }
    }
    return nil
  }

  /// Answers that give items these scores together, before any time.
  func answers(_ items: String..., total: Int) -> [Question.ID: Answer] {
    answers(to: items.flatMap { Self.questions[$0]! }[...], total: total)!
  }

  func time(_ item: String, _ modifier: Int) -> [Question.ID: Answer] {
    let pairs = Self.timeQuestions[item]!.map { question in
      (question, possibilities(question).first { $0.points == modifier }!.answer)
    }
    return Dictionary(uniqueKeysWithValues: pairs)
  }

  /// Answers that give an item this score with its time.
  func answersWithTime(_ item: String, total: Int) -> [Question.ID: Answer] {
    for modifier in [0, -1, 1] {
      if let answers = answers(to: Self.questions[item]![...], total: total - modifier) {
        return answers.joined(time(item, modifier))
      }
    }
    preconditionFailure("no answers give \(item) a score of \(total)")
  }

  /// A person without anything to change who spends a middling time on everything.
  var ideal: [Question.ID: Answer] {
    let items = Self.questions.keys.sorted().map { answers($0, total: 1) }
    return (items + Self.timeQuestions.keys.sorted().map { time($0, 0) }).reduce([:]) { $0.joined($1) }
  }

  /// By person: the scores of the pack, by id.
  func scores(_ people: [[Question.ID: Answer]]) -> [[Score.ID: ScoreInterval]] {
    var verdicts = Verdicts(program)
    return stride(from: 0, to: people.count, by: AnswerBlock.capacity).flatMap { start in
      let some = people[start..<min(people.count, start + AnswerBlock.capacity)]
      var block = AnswerBlock(program)
      for (person, answers) in some.enumerated() { block.set(Answers(answers), for: person, in: program) }
      verdicts.evaluate(block, count: some.count)
      return some.indices.map { person in
        let scores = pack.scores.indices.map { (pack.scores[$0].id, verdicts.score($0, for: person - start)!) }
        return Dictionary(uniqueKeysWithValues: scores)
      }
    }
  }

  /// Somebody who answered everything.
  func somebody(_ random: inout some RandomNumberGenerator) -> [Question.ID: Answer] {
    let pairs = pack.questions.map { ($0.id, possibilities($0.id).randomElement(using: &random)!.answer) }
    return Dictionary(uniqueKeysWithValues: pairs)
  }
}

extension [Question.ID: Answer] {
  func joined(_ others: [Question.ID: Answer]) -> [Question.ID: Answer] { merging(others) { _, new in new } }
}

extension [Score.ID: ScoreInterval] {
  /// A score of somebody who answered everything; `nil` where it is not exact.
  func exact(_ score: Score.ID) -> Int? { self[score].flatMap { $0.low == $0.high ? $0.low : nil } }
}
