/// Conditions as somebody reads them who knows the questions, not their names.
extension PersonEvaluation {
  /// What was answered, with the limit it is held against: "Sitting time a day: 11 h (more than 6 h)".
  func words(of condition: Condition) -> String {
    switch condition {
    case .isOneOf(let id, _): answered(id)
    case .hasAny(let id, let options): "\(label(id)): \(chosen(of: id, among: options) ?? answer(to: id))"
    case .isWithin(let formula, let range):
      "\(words(of: formula)) (\(printer(of: formula).text(ofLimits: range)))"
    case .not(.isWithin(let formula, let range)):
      "\(words(of: formula)) (not \(printer(of: formula).text(ofLimits: range)))"
    case .not(.hasAny(let id, _)): answered(id)
    case .not(let part): words(of: part)
    case .all(let parts), .any(let parts), .atLeast(_, let parts):
      parts.map(words).withoutDoubles.joined(separator: "; ")
    }
  }

  private func words(of formula: Formula) -> String {
    switch formula {
    case .constant(let value): printer(of: formula).text(ofConstant: value)
    case .answer(let id), .points(let id): answered(id)
    case .count(let id): "\(label(id)), how many"
    case .measure(let id): "\(title(ofMeasure: id)): \(words(forValue: id))"
    case .lookup(_, let row, let column): "\(words(of: row)) by \(words(of: column))"
    case .sum(let a, let b): "\(words(of: a)) and \(words(of: b)) together"
    case .difference(let a, let b): "\(words(of: a)), less \(words(of: b))"
    case .scaled(let part, let factor): "\(words(of: part)) × \(factor)"
    case .least(let parts): "the least of \(parts.map(words).joined(separator: ", "))"
    case .greatest(let parts): "the most of \(parts.map(words).joined(separator: ", "))"
    }
  }

  private func printer(of formula: Formula) -> FormulaPrinter {
    FormulaPrinter(vocabulary: program.vocabulary, unit: formula.unit(in: program.vocabulary))
  }

  private func answered(_ id: Question.ID) -> String { "\(label(id)): \(answer(to: id))" }

  private func label(_ id: Question.ID) -> String { pack.question(id)?.label ?? id }

  private func answer(to id: Question.ID) -> String { words(forValue: id) }

  /// Of what was ticked, what the condition asks about; `nil` where that cannot be told from the rest.
  private func chosen(of id: Question.ID, among options: [AnswerOption.ID]) -> String? {
    guard let question = pack.question(id), case .options(let ticked)? = answers[id] else { return nil }
    let its = ticked.filter(options.contains)
    return its.isEmpty ? nil : question.words(for: .options(its), notSure: pack.notSure)
  }

  private func title(ofMeasure id: Measure.ID) -> String { pack.measures.first { $0.id == id }?.title ?? id }
}

extension PersonEvaluation {
  /// Whether a rule waits for a length that nobody measured: with one it could be found.
  func isUnmeasured(_ rule: Int) -> Bool {
    program.lengths[rule].contains(where: isNotMeasured) && couldHold(program.rules[rule].holds)
  }

  private func isNotMeasured(_ question: Int) -> Bool {
    let question = pack.questions[question]
    return question.lengthUnit != nil && answers[question.id] == nil
  }

  /// Whether a part could be true if what was not measured were not in the way.
  private func couldHold(_ node: RuleProgram.Node) -> Bool {
    switch node.shape {
    case .atom(_, _, let questions):
      questions.contains(where: isNotMeasured) || verdicts.truth(of: node, for: lane).canBeTrue == 1
    case .all(let parts): parts.allSatisfy(couldHold)
    case .any(let parts): parts.contains(where: couldHold)
    case .atLeast(let count, let parts): parts.count(where: couldHold) >= count
    }
  }
}
