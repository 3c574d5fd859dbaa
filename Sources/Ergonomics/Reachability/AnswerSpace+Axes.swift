/// Finds the answers to a question, or to the numbers of formulas, that some sides tell apart.
struct AxisBuilder {
  private let questions: [Question.ID]
  private let reads: [SideReading]
  private static let mostChoices = 4096

  init(questions: [Question.ID], _ reads: [SideReading]) { (self.questions, self.reads) = (questions, reads) }

  /// The number questions that formulas bring together with one, itself included.
  static func numbersTogether(with id: Question.ID, in reads: [SideReading]) -> Set<Question.ID> {
    let groups = reads.flatMap { reading in reading.compared.keys.map { reading.leaves(of: $0).numbers } }
    var together: Set<Question.ID> = [id]
    while let more = groups.first(where: { !$0.isDisjoint(with: together) && !$0.isSubset(of: together) }) {
      together.formUnion(more)
    }
    return together
  }

  func axis() -> AnswerSpace.Axis {
    if reads.contains(where: { reading in
      reading.compared.keys.contains { !reading.leaves(of: $0).numbers.isDisjoint(with: questions) }
    }) {
      return NumbersTogether(questions, reads).axis()
    }
    let id = questions[0]
    let kinds = reads.compactMap { $0.question(id)?.kind }
    guard let first = kinds.first else { return AnswerSpace.Axis(questions: [id], choices: [[nil]], isExact: true) }
    let (answers, isExact): ([Answer], Bool)
    switch first {
    case .choice: (answers, isExact) = (distinct(optionIDs(of: id).map { .option($0) }, to: id), true)
    case .choices: (answers, isExact) = selections(of: id)
    case .number:
      let numbers = Set(reads.flatMap { $0.starts(of: id) }).sorted()
      (answers, isExact) = (distinct(numbers.map { .number($0) }, to: id), true)
    case .text: (answers, isExact) = ([], true)
    }
    let isOneKind = kinds.allSatisfy { Self.isSameKind($0, first) }
    return AnswerSpace.Axis(questions: [id], choices: [[nil]] + answers.map { [$0] }, isExact: isExact && isOneKind)
  }

  private static func isSameKind(_ a: Question.Kind, _ b: Question.Kind) -> Bool {
    switch (a, b) {
    case (.choice, .choice), (.choices, .choices), (.number, .number), (.text, .text): true
    default: false
    }
  }

  private func options(of id: Question.ID) -> [AnswerOption] {
    var options: [AnswerOption] = []
    for option in reads.compactMap({ $0.question(id)?.options }).joined()
    where !options.contains(where: { $0.id == option.id }) { options.append(option) }
    return options
  }

  private func optionIDs(of id: Question.ID) -> [AnswerOption.ID] { options(of: id).map(\.id) }

  /// The first of those that no side tells apart.
  private func distinct(_ answers: [Answer], to id: Question.ID) -> [Answer] {
    var seen: Set<[[Int]]> = []
    return answers.filter { answer in seen.insert(reads.map { $0.signature(of: answer, to: id) }).inserted }
  }

  /// Of options that no side tells apart one, two, … are chosen, as far as sides count them.
  private func selections(of id: Question.ID) -> (answers: [Answer], isExact: Bool) {
    let all = options(of: id)
    let alone = distinct(all.filter(\.isAlone).map { .options([$0.id]) }, to: id)
    var (groups, order) = ([[[Int]]: [AnswerOption.ID]](), [[[Int]]]())
    for option in all where !option.isAlone {
      let signature = reads.map { $0.signature(of: .options([option.id]), to: id) }
      if groups[signature] == nil { order.append(signature) }
      groups[signature, default: []].append(option.id)
    }
    let isCounted = reads.contains { $0.counts(id) }
    var selections: [[AnswerOption.ID]] = [[]]
    for signature in order {
      let group = groups[signature]!
      let counts = isCounted ? 0...group.count : 0...1
      guard selections.count * counts.count <= Self.mostChoices else {
        return (distinct(all.map { .options([$0.id]) }, to: id), false)
      }
      selections = selections.flatMap { chosen in counts.map { chosen + group.prefix($0) } }
    }
    let places = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1.id, $0) })
    let together = selections.filter { !$0.isEmpty }.sorted { $0.count < $1.count }.map {
      Answer.options($0.sorted { places[$0]! < places[$1]! })
    }
    return (distinct(together, to: id) + alone, true)
  }
}

extension SideReading {
  /// Whether it matters how many options are chosen, or which of several points they have.
  func counts(_ id: Question.ID) -> Bool {
    compared.keys.contains { leaves(of: $0).others.contains(id) }
  }
}
