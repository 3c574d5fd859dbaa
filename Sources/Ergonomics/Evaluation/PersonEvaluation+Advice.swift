extension PersonEvaluation {
  struct ExerciseAdvice {
    var exercises: [Assessment.ExerciseAdvice] = []
    var reliefs: [Assessment.ReliefAdvice] = []
    var leftOut: [Assessment.LeftOut] = []
  }

  /// The cards whose condition certainly holds, most pressing first.
  var careCards: [Assessment.CareAdvice] {
    let shown = pack.careCards.indices.filter { verdicts.truth(of: program.careCards[$0], for: lane).isTrue == 1 }
    let cards = shown.map { pack.careCards[$0] }.map {
      Assessment.CareAdvice(
        id: $0.id, level: $0.level, title: $0.title, signs: $0.signs, ask: $0.ask, soon: $0.soon, text: $0.text,
        sources: $0.sources)
    }
    return CareCard.Level.allCases.flatMap { level in cards.filter { $0.level == level } }
  }

  /// A few exercises and reliefs out of those that found rules call for, fitted to the person.
  ///
  /// They are taken so that together they answer to as much of what was found as they can; more than a handful nobody does,
  /// and fewer where there is much else to do.
  /// - Parameter holdBack: Cards that say to ask somebody first: while there is one, every exercise and relief is left out.
  func exerciseAdvice(holdBack: [Assessment.CareAdvice]) -> ExerciseAdvice {
    let rules = found.map { pack.rules[$0] }
    let held = holdBack.map(\.title)
    let most = rules.count > Self.manyFindings ? Self.exerciseLimitBesideMuch : Self.exerciseLimit
    var advice = ExerciseAdvice()
    for place in choice(of: pack.exercises.map(\.id), rules, \.exercises) {
      if advice.exercises.count == most || advice.leftOut.count == Self.exerciseLimit { break }
      add(pack.exercises[place], program.exerciseAvoidances[place], for: rules, held, &advice)
    }
    let reliefsStart = advice.leftOut.count
    for place in choice(of: pack.reliefs.map(\.id), rules, \.reliefs) {
      let leftOut = advice.leftOut.count - reliefsStart
      if advice.reliefs.count == Self.reliefLimit || leftOut == Self.reliefLimit { break }
      add(pack.reliefs[place], program.reliefAvoidances[place], for: rules, held, &advice)
    }
    return advice
  }

  private static let exerciseLimit = 6
  private static let exerciseLimitBesideMuch = 4
  private static let manyFindings = 20
  private static let reliefLimit = 3

  /// Places of what rules name. Each finding about health has its first choice first. Then in the order in which each
  /// answers to most of what those before it do not; a rule weighs what it adds, and one more. Equal ones in the order of
  /// the findings.
  private func choice(of all: [String], _ rules: [Rule], _ named: (Rule) -> [String]) -> [Int] {
    let places = Dictionary(zip(all, all.indices)) { first, _ in first }
    let names = rules.map { named($0).compactMap { places[$0] } }
    let weights = found.map { 1 + points(of: $0) }
    var chosen = zip(found, names).filter { program.rules[$0.0].isAboutHealth }.compactMap(\.1.first).withoutDoubles
    var waiting = Array(names.joined()).withoutDoubles.filter { !chosen.contains($0) }
    // By rule: how many of those it names are chosen.
    var answered = names.map { $0.count(where: chosen.contains) }
    func gain(_ place: Int) -> Int {
      names.indices.reduce(0) { names[$1].contains(place) ? $0 + 4 * weights[$1] / (1 + answered[$1]) : $0 }
    }
    while let best = waiting.map(gain).enumerated().max(by: { ($0.element, -$0.offset) < ($1.element, -$1.offset) }) {
      let place = waiting.remove(at: best.offset)
      chosen.append(place)
      for rule in names.indices where names[rule].contains(place) { answered[rule] += 1 }
    }
    return chosen
  }

  private func add(
    _ relief: Relief, _ compiled: [RuleProgram.CompiledAvoidance], for rules: [Rule], _ held: [String],
    _ advice: inout ExerciseAdvice
  ) {
    let check = check(relief.avoidWhen, compiled)
    let because = held + check.avoided.map(\.says)
    guard because.isEmpty else {
      advice.leftOut.append(.init(id: relief.id, title: relief.title, because: because, instead: nil))
      return
    }
    let findings = rules.filter { $0.reliefs.contains(relief.id) }.map(\.id)
    advice.reliefs.append(self.advice(relief, notIf: check.notIf, findings))
  }

  private func add(
    _ exercise: Exercise, _ compiled: [RuleProgram.CompiledAvoidance], for rules: [Rule], _ held: [String],
    _ advice: inout ExerciseAdvice
  ) {
    let check = check(exercise.avoidWhen, compiled)
    let findings = rules.filter { $0.exercises.contains(exercise.id) }.map(\.id)
    let because = held + check.avoided.map(\.says)
    if because.isEmpty {
      advice.merge(self.advice(exercise, notIf: check.notIf, findings))
      return
    }
    let instead = held.isEmpty ? check.avoided.lazy.compactMap { self.replacement($0.instead, findings) }.first : nil
    advice.leftOut.append(.init(id: exercise.id, title: exercise.title, because: because, instead: instead?.id))
    if let instead { advice.merge(instead) }
  }

  /// The exercise to do in another's place, if it is none to avoid itself.
  private func replacement(_ id: Exercise.ID?, _ findings: [Rule.ID]) -> Assessment.ExerciseAdvice? {
    guard let place = pack.exercises.firstIndex(where: { $0.id == id }) else { return nil }
    let check = check(pack.exercises[place].avoidWhen, program.exerciseAvoidances[place])
    return check.avoided.isEmpty ? advice(pack.exercises[place], notIf: check.notIf, findings) : nil
  }

  /// Which reasons to avoid something certainly hold, and the words of those that may.
  func check(
    _ avoidances: [Avoidance], _ compiled: [RuleProgram.CompiledAvoidance]
  ) -> (avoided: [Avoidance], notIf: [String]) {
    let all = zip(avoidances, compiled)
    let avoided = all.filter { verdicts.truth(of: $0.1.given, for: lane).isTrue == 1 }.map(\.0)
    let open = all.filter { verdicts.truth(of: $0.1.asked, for: lane).isUndecided == 1 }.map(\.0.says)
    return (avoided, open.withoutDoubles)
  }

  private func advice(_ its: Exercise, notIf: [String], _ findings: [Rule.ID]) -> Assessment.ExerciseAdvice {
    Assessment.ExerciseAdvice(
      id: its.id, title: its.title, kind: its.kind, figure: its.figure, isAtDesk: its.isAtDesk,
      muscles: names(its.targets), steps: its.steps, dose: its.dose, doseSource: its.doseSource, sources: its.sources,
      easier: its.easier, stopIf: its.stopIf, cautions: its.cautions, notIf: notIf, findings: findings)
  }

  private func advice(_ its: Relief, notIf: [String], _ findings: [Rule.ID]) -> Assessment.ReliefAdvice {
    Assessment.ReliefAdvice(
      id: its.id, title: its.title, tool: its.tool, muscles: names(its.muscles), steps: its.steps,
      duration: its.duration, pressure: its.pressure, cautions: its.cautions, notIf: notIf, evidence: its.evidence,
      findings: findings)
  }

  private func names(_ muscles: [Muscle.ID]) -> [String] {
    muscles.compactMap { id in pack.muscles.first { $0.id == id }?.plainName }
  }
}

extension PersonEvaluation.ExerciseAdvice {
  /// An exercise that is there already takes on the findings that call for it again.
  mutating func merge(_ exercise: Assessment.ExerciseAdvice) {
    if let place = exercises.firstIndex(where: { $0.id == exercise.id }) {
      exercises[place].findings = (exercises[place].findings + exercise.findings).withoutDoubles
    } else {
      exercises.append(exercise)
    }
  }
}
