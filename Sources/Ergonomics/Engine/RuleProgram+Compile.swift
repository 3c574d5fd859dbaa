extension RuleProgram {
  /// - Parameter keepsNumbers: Blocks hold every number that is answered, not only those that formulas read.
  package init(_ pack: Pack, keepsNumbers: Bool = false) {
    var compiler = Compiler(RuleProgram(layoutOf: pack, keepsNumbers: keepsNumbers))
    compiler.compile()
    self = compiler.program
  }

  /// Gives each answer its place in a block; no steps yet.
  private init(layoutOf pack: Pack, keepsNumbers: Bool) {
    self.pack = pack
    vocabulary = pack.vocabulary
    let limits = pack.numberLimits
    let readAsNumbers = pack.questionsReadAsNumbers
    for question in pack.questions {
      let isRead = readAsNumbers.contains(question.id)
      let isNumber = if case .number = question.kind { true } else { false }
      let valueColumn = isRead || keepsNumbers && isNumber ? valueColumnCount : nil
      if valueColumn != nil { valueColumnCount += 1 }
      classes.append(
        AnswerClasses(
          question, limits: limits[question.id, default: []], firstMask: maskCount, valueColumn: valueColumn,
          isReadAsNumber: isRead))
      maskCount = classes.last!.masks.upperBound + 1
    }
  }
}

/// Turns conditions and formulas into steps, each once.
struct Compiler {
  var program: RuleProgram
  private struct Key: Hashable {
    let condition: Condition
    let isNegated: Bool
    let gates: Gates
  }

  /// Whether the answer to a question that is not asked counts.
  enum Gates { case heeded, ignored }
  private var knownConditions: [Key: RuleProgram.Node] = [:]
  var knownColumns: [Formula: Int] = [:]
  private var knownCounts: [Int: RuleProgram.Node] = [:]
  private var questionPlaces: [Question.ID: Int] = [:]
  var measures: [Measure.ID: Measure] = [:]

  init(_ program: RuleProgram) {
    self.program = program
    questionPlaces = Dictionary(uniqueKeysWithValues: program.questions.enumerated().map { ($1.id, $0) })
    measures = Dictionary(uniqueKeysWithValues: program.pack.measures.map { ($0.id, $0) })
  }

  mutating func compile() {
    let pack = program.pack
    program.counts = pack.questions.indices.map { counts($0) }
    program.askConditions = pack.questions.map { $0.askWhen.map { node($0) } }
    program.isAboutHealth = pack.questions.indices.map { question in
      ([question] + (program.counts[question].map(program.questionsDeciding) ?? []))
        .contains { pack.questions[$0].isSensitive }
    }
    program.rules = pack.rules.map { compile($0) }
    program.scores = pack.scores.map { compile($0) }
    program.scoring = (program.steps.count, program.columns.count)
    compileAdvice()
  }

  /// What no score needs.
  private mutating func compileAdvice() {
    let pack = program.pack
    program.changes = pack.corrections.map { $0.sets.map { compile($0) } }
    program.correctionFits = pack.corrections.map { $0.fitsWhen.map { node($0.when) } }
    program.correctionAvoidances = pack.corrections.map { compile($0.avoidWhen) }
    program.planning = (program.steps.count, program.columns.count)
    program.measures = pack.measures.map { compile($0.formula) }
    program.blamed = pack.rules.map { blamed($0) }
    program.lengths = program.rules.map { $0.holds.questions.filter { pack.questions[$0].lengthUnit != nil } }
    program.solved = pack.rules.map { $0.solvedWhen.map { node($0) } }
    program.drawingsShow = pack.drawingsShow.map { node($0) }
    program.careCards = pack.careCards.map { node($0.when, .ignored) }
    program.exerciseAvoidances = pack.exercises.map { compile($0.avoidWhen) }
    program.reliefAvoidances = pack.reliefs.map { compile($0.avoidWhen) }
  }

  private func blamed(_ rule: Rule) -> [Int] {
    if rule.isAboutAnswers { return [] }
    return rule.when.questions(measures: measures).map { place(of: $0) }.filter { question in
      if case .choices = program.questions[question].kind { false } else { true }
    }
  }

  func place(of question: Question.ID) -> Int {
    guard let place = questionPlaces[question] else { preconditionFailure("no question '\(question)' in the pack") }
    return place
  }

  private mutating func compile(_ change: Correction.Change) -> RuleProgram.CompiledChange {
    var place: Int?
    if case .formula(let formula) = change.value {
      place = program.changeFormulas.count
      program.changeFormulas.append(compile(formula))
    }
    return .init(question: self.place(of: change.question), value: change.value, formula: place)
  }

  private mutating func compile(_ avoidances: [Avoidance]) -> [RuleProgram.CompiledAvoidance] {
    avoidances.map { .init(given: node($0.when, .ignored), asked: node($0.when)) }
  }

  private mutating func compile(_ rule: Rule) -> RuleProgram.CompiledRule {
    let applies = rule.applies.map { node($0) }
    let when = node(rule.when)
    let holds = applies.map { combine(.all([$0, when])) } ?? when
    return RuleProgram.CompiledRule(
      applies: applies, when: when, holds: holds,
      isAboutHealth: program.questionsDeciding(holds).contains { program.questions[$0].isSensitive })
  }

  private mutating func compile(_ score: Score) -> RuleProgram.CompiledScore {
    let points = program.pack.rules.map { $0.adds.filter { $0.score == score.id }.reduce(0) { $0 + $1.points } }
    guard let formula = score.formula else {
      return RuleProgram.CompiledScore(
        points: points, formula: nil, widest: 0...points.reduce(0, +), bandStarts: score.bands.map(\.from))
    }
    let compiled = compile(formula)
    return RuleProgram.CompiledScore(
      points: points.map { _ in 0 }, formula: compiled, widest: program.widestRange(ofColumn: compiled.column),
      bandStarts: score.bands.map(\.from))
  }

  private mutating func compile(_ formula: Formula) -> RuleProgram.CompiledFormula {
    let questions = formula.questions(measures: measures).map { place(of: $0) }
    let column = column(formula)
    return RuleProgram.CompiledFormula(
      column: column, counts: combine(.all(questions.compactMap { counts($0) })), questions: questions)
  }

  /// The step that tells whether a question counts for a person; `nil` if it is asked of everyone.
  private mutating func counts(_ question: Int) -> RuleProgram.Node? {
    guard let condition = program.questions[question].askWhen else { return nil }
    if let known = knownCounts[question] { return known }
    let asked = node(condition)
    let step = append(.counts(askWhen: asked.step, masks: program.classes[question].masks))
    let node = RuleProgram.Node(step: step, shape: asked.shape)
    knownCounts[question] = node
    return node
  }

  /// Compiles a condition, pushing `not` down to the atoms, where a question that is not asked makes either sense false,
  /// unless gates are ignored.
  private mutating func node(
    _ condition: Condition, _ gates: Gates = .heeded, isNegated: Bool = false
  ) -> RuleProgram.Node {
    let key = Key(condition: condition, isNegated: isNegated, gates: gates)
    if let known = knownConditions[key] { return known }
    let node: RuleProgram.Node =
      switch condition {
      case .not(let part): self.node(part, gates, isNegated: !isNegated)
      case .all(let parts):
        combine(isNegated ? .any(nodes(parts, gates, isNegated)) : .all(nodes(parts, gates, isNegated)))
      case .any(let parts):
        combine(isNegated ? .all(nodes(parts, gates, isNegated)) : .any(nodes(parts, gates, isNegated)))
      case .atLeast(let count, let parts):
        combine(.atLeast(isNegated ? parts.count - count + 1 : count, nodes(parts, gates, isNegated)))
      case .isOneOf, .hasAny, .isWithin: atom(condition, gates, isNegated: isNegated)
      }
    knownConditions[key] = node
    return node
  }

  private mutating func nodes(_ parts: [Condition], _ gates: Gates, _ isNegated: Bool) -> [RuleProgram.Node] {
    parts.map { node($0, gates, isNegated: isNegated) }
  }

  private mutating func atom(_ condition: Condition, _ gates: Gates, isNegated: Bool) -> RuleProgram.Node {
    let questions = condition.questions(measures: measures).map { place(of: $0) }
    var places = [append(atomStep(condition, isNegated: isNegated))]
    if gates == .heeded { places += questions.compactMap { counts($0)?.step } }
    let step = places.count == 1 ? places[0] : append(.all(operands(places)))
    return RuleProgram.Node(step: step, shape: .atom(condition, isNegated: isNegated, questions: questions))
  }

  private mutating func atomStep(_ condition: Condition, isNegated: Bool) -> RuleProgram.Step {
    switch condition {
    case .isOneOf(let question, let options), .hasAny(let question, let options):
      let all = program.questions[place(of: question)].options
      return answer(to: place(of: question), isNegated) { options.contains(all[$0].id) }
    case .isWithin(.answer(let question), let range):
      return answer(to: place(of: question), isNegated, in: range.contains)
    case .isWithin(let formula, let range):
      return .quantity(column: column(formula), range, isNegated: isNegated)
    case .all, .any, .not, .atLeast:
      preconditionFailure("not an atom")
    }
  }

  private func answer(to question: Int, _ isNegated: Bool, in isIn: (Int) -> Bool) -> RuleProgram.Step {
    let classes = program.classes[question]
    let chosen = classes.set(where: isIn)
    let everything = classes.set { _ in true }
    let open = Truth(canBeTrue: chosen == 0 ? 0 : .max, canBeFalse: chosen == everything ? 0 : .max)
    return .answer(masks: classes.masks, classes: chosen, unanswered: open, isNegated: isNegated)
  }

  private mutating func combine(_ shape: RuleProgram.Node.Shape) -> RuleProgram.Node {
    let step: RuleProgram.Step
    switch shape {
    case .all(let parts):
      if parts.count == 1 { return parts[0] }
      step = .all(operands(parts.map(\.step)))
    case .any(let parts):
      if parts.count == 1 { return parts[0] }
      step = .any(operands(parts.map(\.step)))
    case .atLeast(let count, let parts): step = .atLeast(count, operands(parts.map(\.step)))
    case .atom: preconditionFailure("an atom is no combination")
    }
    return RuleProgram.Node(step: append(step), shape: shape)
  }

  private mutating func append(_ step: RuleProgram.Step) -> Int {
    program.steps.append(step)
    return program.steps.count - 1
  }

  private mutating func operands(_ places: [Int]) -> Range<Int> {
    program.operands += places
    return program.operands.count - places.count..<program.operands.count
  }
}

extension RuleProgram.Node {
  /// The questions it reads, in the order it reads them, without doubles; not those that only decide what is asked.
  package var questions: [Int] {
    var seen: Set<Int> = []
    return atoms.flatMap(\.questions).filter { seen.insert($0).inserted }
  }

  private var atoms: [(condition: Condition, questions: [Int])] {
    switch shape {
    case .atom(let condition, _, let questions): [(condition, questions)]
    case .all(let parts), .any(let parts), .atLeast(_, let parts): parts.flatMap(\.atoms)
    }
  }
}
