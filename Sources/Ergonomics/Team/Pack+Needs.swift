/// That a correction is the first for somebody of whom a finding is found: a row of a round, counted and told like a finding.
///
/// Of the corrections of a rule only those count that take the finding away by themselves, in an example of the rule. Each
/// part of the organisation has its own first one: a person who can lower the seat needs no footrest, and one who may put a
/// box under the feet for now still does.
struct Need: Sendable, Hashable {
  /// Places in the pack.
  let correction: Int
  /// Later ones of the rule that take the same item: the need is for whomever any of them fits.
  var alike: [Int] = []
  let finding: Int
  /// The row that counts whom it is for: that of the finding, where that is everybody.
  var row: Int
}

extension Correction {
  /// Who has to act.
  package enum Part: String, CaseIterable, Sendable {
    /// The organisation decides, pays or sends someone.
    case decide
    /// Managers arrange it with their people.
    case manage
    /// Everybody for themselves.
    case tell
  }

  package var part: Part {
    switch who {
    case "you": .tell
    case "manager" where item == nil && effort != .buy: .manage
    default: .decide
    }
  }

  /// What one can do at once, with what is there.
  fileprivate var isOwnChange: Bool { part == .tell && effort != .borrow && effort != .buy }
}

extension RuleProgram {
  /// The same program with a rule for each need that a finding of its own does not count, and what is needed. It keeps
  /// numbers, so that a ledger knows answers again.
  ///
  /// Nothing of it reads an answer about health: whom it is for is judged as if these were not given.
  func withNeeds() -> (program: RuleProgram, needs: [Need]) {
    let builder = NeedBuilder(self)
    var pack = pack
    var needs = builder.needs
    var rows: [Condition: Int] = [:]
    for place in needs.indices {
      guard let when = builder.condition(of: needs[place]) else { continue }
      if rows[when] == nil {
        rows[when] = pack.rules.count
        pack.rules.append(builder.rule(for: needs[place], when: when))
      }
      needs[place].row = rows[when]!
    }
    let program = RuleProgram(pack, keepsNumbers: true)
    for place in needs.indices where needs[place].row != needs[place].finding {
      let overlap = program.overlap(ofRules: needs[place].finding, needs[place].row)
      if overlap.isComplete, !overlap.onlyFirst { needs[place].row = needs[place].finding }
    }
    return (program, needs)
  }
}

/// Finds what is needed for which finding, and for whom.
private struct NeedBuilder {
  private let program: RuleProgram
  private let measures: [Measure.ID: Measure]
  /// By rule, its corrections that take it away.
  private let solving: [[Int]]

  private var pack: Pack { program.pack }

  init(_ program: RuleProgram) {
    self.program = program
    let pack = program.pack
    measures = Dictionary(uniqueKeysWithValues: pack.measures.map { ($0.id, $0) })
    let places = Dictionary(uniqueKeysWithValues: pack.corrections.enumerated().map { ($1.id, $0) })
    solving = pack.rules.indices.map { rule in
      if program.rules[rule].isAboutHealth { return [] }
      let examples = pack.rules[rule].examples.filter { $0.outcome == .found }.map(\.answers)
      return pack.rules[rule].corrections.compactMap { places[$0] }.filter { correction in
        let after = examples.compactMap { program.answers($0, after: correction) }
        return program.prospects(of: after).contains { !$0.found.contains(rule) }
      }
    }
  }

  /// Those of every part, each with the finding's own row.
  var needs: [Need] {
    pack.rules.indices.flatMap { rule in
      solving[rule].filter { isEver($0, for: rule) }.map { correction in
        Need(correction: correction, alike: alike(correction, for: rule), finding: rule, row: rule)
      }
    }
  }

  private func alike(_ correction: Int, for rule: Int) -> [Int] {
    solving[rule].drop { $0 != correction }.dropFirst().filter { takesTheSame($0, correction) }
  }

  private func takesTheSame(_ one: Int, _ other: Int) -> Bool {
    let (one, other) = (pack.corrections[one], pack.corrections[other])
    return one.item != nil && one.item == other.item && one.part == .decide && other.part == .decide
  }

  /// Whether it can be the first, and nobody's health decides that.
  private func isEver(_ correction: Int, for rule: Int) -> Bool {
    !([correction] + alike(correction, for: rule)).flatMap(fits).contains(where: isAboutHealth)
      && !solving[rule].prefix { $0 != correction }.contains { takesTheSame($0, correction) }
      && rivals(of: correction, for: rule).allSatisfy { !fits($0).isEmpty || !avoidances($0).isEmpty }
  }

  /// Corrections that come before one: of the same part, and for what is bought or borrowed also what one can change oneself.
  private func rivals(of correction: Int, for rule: Int) -> [Int] {
    let own = pack.corrections[correction]
    return solving[rule].prefix { $0 != correction }.filter { earlier in
      let other = pack.corrections[earlier]
      return other.part == own.part || own.part == .decide && other.isOwnChange
    }
  }

  /// `nil` where it is for everybody of whom the finding is found.
  func condition(of need: Need) -> Condition? {
    let ways = ([need.correction] + need.alike).map { fits($0) + avoidances($0).map(isFalse) }
    let own = ways.contains { $0.isEmpty } ? [] : [Condition.any(ways.map { .all($0) })]
    let others = rivals(of: need.correction, for: need.finding).map { rival in
      Condition.any(fits(rival).map(isFalse) + avoidances(rival))
    }
    if own.isEmpty, others.isEmpty { return nil }
    let rule = pack.rules[need.finding]
    return .all([rule.applies, rule.when].compactMap { $0 } + own + others)
  }

  func rule(for need: Need, when: Condition) -> Rule {
    let (correction, finding) = (pack.corrections[need.correction], pack.rules[need.finding])
    return Rule(
      id: "\(finding.id)/\(correction.id)", since: finding.since, title: correction.title, when: when,
      finding: Template([]), why: "", solved: "")
  }

  private func fits(_ correction: Int) -> [Condition] { pack.corrections[correction].fitsWhen.map(\.when) }

  private func avoidances(_ correction: Int) -> [Condition] {
    pack.corrections[correction].avoidWhen.map(\.when).filter { !isAboutHealth($0) }
  }

  private func isAboutHealth(_ condition: Condition) -> Bool {
    condition.questions(measures: measures).contains { id in
      program.questions.firstIndex { $0.id == id }.map { program.isAboutHealth[$0] } ?? false
    }
  }

  /// That a condition does not hold: also where what it reads is not asked.
  private func isFalse(_ condition: Condition) -> Condition {
    switch condition {
    case .all(let parts): .any(parts.map(isFalse))
    case .any(let parts): .all(parts.map(isFalse))
    case .not(let part): isFalseNegated(part)
    case .atLeast(let count, let parts): .atLeast(parts.count - count + 1, of: parts.map(isFalse))
    case .isOneOf, .hasAny, .isWithin: .any([.not(condition)] + notAsked(condition))
    }
  }

  /// The same for the negation of a condition, which is false too where what it reads is not asked.
  private func isFalseNegated(_ condition: Condition) -> Condition {
    switch condition {
    case .all(let parts): .all(parts.map(isFalseNegated))
    case .any(let parts): .any(parts.map(isFalseNegated))
    case .not(let part): isFalse(part)
    case .atLeast(let count, let parts): .atLeast(count, of: parts.map(isFalseNegated))
    case .isOneOf, .hasAny, .isWithin: .any([condition] + notAsked(condition))
    }
  }

  private func notAsked(_ atom: Condition) -> [Condition] {
    atom.questions(measures: measures).compactMap { id in pack.question(id)?.askWhen.map(isFalse) }
  }
}
