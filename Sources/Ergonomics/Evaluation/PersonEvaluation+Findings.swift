extension PersonEvaluation {
  func points(of rule: Int) -> Int { pack.rules[rule].adds.reduce(0) { $0 + $1.points } }

  /// - Parameters:
  ///   - exercises: Those that are not left out.
  ///   - corrections: By rule: those that may be named.
  func findings(exercises: Set<Exercise.ID>, corrections: [Rule.ID: [Correction.ID]]) -> [Assessment.Finding] {
    found.map { place in
      let rule = pack.rules[place]
      let supporting = rule.evidence.filter { !$0.isAgainst }
      var finding = Assessment.Finding(
        id: rule.id, title: rule.title, figure: suits(rule) ? rule.figure : nil, toldUs: words(for: rule.finding),
        reasons: reasons(for: place), why: rule.why, adds: rule.adds,
        grade: supporting.map(\.strength).min { $0.rank < $1.rank } ?? .none,
        evidence: supporting + rule.evidence.filter(\.isAgainst), corrections: corrections[rule.id, default: []],
        exercises: rule.exercises.filter(exercises.contains), muscles: rule.loads, solved: rule.solved)
      finding.isAboutAnswers = rule.isAboutAnswers
      return finding
    }
  }

  /// Rules that missing answers leave open, in pack order.
  ///
  /// - Parameter deciding: By place of an open rule, the questions that decide it.
  func openRules(_ deciding: [Int: [Int]]) -> [Assessment.OpenRule] {
    rules(.undetermined).map { place in
      Assessment.OpenRule(
        id: pack.rules[place].id, title: pack.rules[place].title, adds: pack.rules[place].adds,
        decidedBy: deciding[place, default: []].map { pack.questions[$0].id })
    }
  }

  /// By place of an open rule, the questions that decide it, alone or beside others.
  func decidingQuestions(knowing choices: KnownChoices) -> [Int: [Int]] {
    var trials = AnswerTrials(program, answers, knowing: choices)
    let open = outcomes.indices.filter { outcomes[$0] == .undetermined }
    return Dictionary(
      uniqueKeysWithValues: open.map { ($0, trials.deciding(rule: $0, among: questionsDeciding($0)).all) })
  }

  /// Drawings of people at work show somebody like this person.
  var isDrawn: Bool { program.drawingsShow.map { verdicts.truth(of: $0, for: lane).isTrue == 1 } ?? true }

  private func suits(_ rule: Rule) -> Bool { rule.isFigureForAnyone || isDrawn }

  func mentions(_ outcome: Outcome) -> [Assessment.RuleMention] {
    // Open does not mean fine: an answer that something open hangs on proves nothing yet.
    let open = Set(
      rules(.undetermined).map { program.rules[$0] }.filter { !$0.isAboutHealth }.flatMap(\.holds.questions))
    let blamed = Set(found.flatMap { program.blamed[$0] })
    return rules(outcome).map { place in
      var mention = mention(place, provenBy: answersProving(place, except: open))
      mention.isUnmeasured = isUnmeasured(place)
      mention.isBesideFinding =
        !pack.rules[place].isAboutAnswers && !blamed.isDisjoint(with: program.blamed[place])
      return mention
    }
  }

  /// Those of `mentions` that wait for a length, without what proves them solved.
  func unmeasured(_ outcome: Outcome) -> [Assessment.RuleMention] {
    rules(outcome).filter(isUnmeasured).map { place in
      var mention = mention(place)
      mention.isUnmeasured = true
      return mention
    }
  }

  private func mention(_ rule: Int, provenBy: [Question.ID] = []) -> Assessment.RuleMention {
    Assessment.RuleMention(
      id: pack.rules[rule].id, title: pack.rules[rule].title, adds: pack.rules[rule].adds,
      solved: pack.rules[rule].solved, provenBy: provenBy)
  }

  /// Nothing where some of them may not be told.
  private func answersProving(_ rule: Int, except open: Set<Int>) -> [Question.ID] {
    let atoms = program.solved[rule].map { verdicts.reasonsFor($0, lane) } ?? []
    let questions = atoms.flatMap(\.questions).withoutDoubles
    let isProof = questions.allSatisfy { program.tells($0, at: disclosure) && !open.contains($0) }
    return isProof ? questions.map { pack.questions[$0].id } : []
  }

  /// Rules with this outcome that may be told of, in pack order.
  func rules(_ outcome: Outcome) -> [Int] {
    outcomes.indices.filter { outcomes[$0] == outcome && program.tells(rule: $0, at: disclosure) }
  }

  func tells(_ rule: Rule.ID) -> Bool {
    pack.rules.firstIndex { $0.id == rule }.map { program.tells(rule: $0, at: disclosure) } ?? false
  }

  /// The muscles that found rules load: those that most load first, equal ones in pack order.
  var muscles: [Assessment.MuscleLoad] {
    let rules = found.map { (id: pack.rules[$0].id, loads: pack.rules[$0].loads) }
    let loads = pack.muscles.map { muscle in
      let findings = rules.filter { $0.loads.contains(muscle.id) }.map(\.id)
      return Assessment.MuscleLoad(
        id: muscle.id, title: muscle.title, plainName: muscle.plainName, function: muscle.function,
        tenderness: muscle.tenderness, cautions: muscle.cautions, findings: findings)
    }
    return loads.enumerated().filter { !$0.element.findings.isEmpty }
      .sorted { (-$0.element.findings.count, $0.offset) < (-$1.element.findings.count, $1.offset) }.map(\.element)
  }

  /// Those without an answer that seem to leave a rule open.
  func questionsDeciding(_ rule: Int) -> [Int] {
    verdicts.questionsDeciding(program.rules[rule].holds, lane, of: block, in: program)
  }

  /// The parts of a found rule's condition, and of whom it is about, with the questions that decided them.
  func reasons(for rule: Int) -> [Assessment.Reason] {
    verdicts.reasonsFor(program.rules[rule].holds, lane).map(reason)
  }

  func reason(_ atom: Atom) -> Assessment.Reason {
    Assessment.Reason(
      condition: atom.written.text(in: program.vocabulary), words: words(of: atom.written),
      questions: atom.questions.map { pack.questions[$0].id })
  }
}

extension Evidence.Strength {
  /// From the best down.
  fileprivate var rank: Int { Self.allCases.firstIndex(of: self)! }
}
