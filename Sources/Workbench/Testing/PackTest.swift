import Ergonomics
import RulePacks

/// What the examples of a pack prove, and what they would let pass.
package struct PackTest: Sendable {
  /// How much of something the examples show.
  package struct Coverage: Sendable, Hashable {
    package private(set) var all = 0
    package private(set) var missing: [Missing] = []
    package var met: Int { all - missing.count }

    mutating func add(_ isMet: Bool, _ missing: @autoclosure () -> Missing) {
      all += 1
      if !isMet { self.missing.append(missing()) }
    }

    mutating func add(_ other: Coverage) {
      all += other.all
      missing += other.missing
    }
  }

  package struct Missing: Sendable, Hashable {
    package let place: Problem.Place
    package let words: String
    /// An example of the rule that would show it, as a pack writes it.
    package let example: String?

    package init(place: Problem.Place, words: String, example: String? = nil) {
      (self.place, self.words, self.example) = (place, words, example)
    }
  }

  /// A change that no example notices.
  package struct Survivor: Sendable, Hashable {
    package let place: Problem.Place
    package let rule: String
    /// What was changed to what.
    package let words: String
  }

  /// An example that would notice some changes, as a pack writes it.
  package struct Suggestion: Sendable, Hashable {
    package let survivors: [Survivor]
    package let xml: String
    /// The element that it belongs into, as its last part, and where that begins.
    package let element: String
    /// It is a file that is not there yet.
    package let isFile: Bool
    package let place: Problem.Place

    init(survivors: [Survivor], xml: String, element: String, isFile: Bool = false, place: Problem.Place) {
      (self.survivors, self.xml, self.element, self.isFile, self.place) = (survivors, xml, element, isFile, place)
    }
  }

  package var outcomes = Coverage()
  /// Each seen to hold, not to hold, and to decide.
  package var branches = Coverage()
  package var boundaries = Coverage()
  package var options = Coverage()
  package var mutants = 0
  package var killed = 0
  /// Nobody is told anything different: all that there is to try was tried.
  package var equivalent: [Survivor] = []
  /// No answers were found that tell them apart, but not everything could be tried.
  package var notProved: [Survivor] = []
  package var suggestions: [Suggestion] = []
  /// Rules with more combinations of answers than are tried.
  package var tooLarge: [Missing] = []
  package var examples = 0
  /// What of the pack is not changed: no example is known to notice mistakes there.
  package let untried: [Untried]

  package enum Untried: String, CaseIterable, Sendable {
    case askWhen = "ask-when"
    case solvedWhen = "solved-when"
    case fitsWhen = "fits-when"
    case avoidWhen = "avoid-when"
    case care = "care cards"
    case measures = "formulas that texts alone show"
  }

  package var survivors: [Survivor] { suggestions.flatMap(\.survivors) }
  /// Some examples notice whatever can be noticed.
  package var isAllNoticed: Bool { killed == mutants - equivalent.count }
  /// Of all changes that somebody could notice, those that an example does notice, in per cent, rounded down.
  package var score: Int {
    let killable = mutants - equivalent.count
    return killable == 0 ? 100 : killed * 100 / killable
  }

  package init(of pack: Pack, at places: PackPlaces) {
    let program = RuleProgram(pack)
    untried = Untried.allCases.filter { $0.stands(in: program) }
    for (place, rule) in pack.rules.enumerated() {
      add(RuleTest(of: rule, in: pack, at: places), reach: program.reach(ofRule: place), unanswered: program, place)
    }
    add(PeopleTest(program, at: places), pack)
    let readers = RuleReaders(program)
    for correction in pack.corrections {
      add(CorrectionTest(of: correction, in: pack, readers, at: places), correction)
    }
  }

  private mutating func add(_ test: PeopleTest, _ pack: Pack) {
    examples += pack.people.count
    mutants += test.mutants
    killed += test.killed
    equivalent += test.equivalent
    notProved += test.notProved
    suggestions += test.suggestions
  }

  private mutating func add(_ test: CorrectionTest, _ correction: Correction) {
    examples += correction.examples.count
    mutants += test.mutants
    killed += test.killed
    equivalent += test.equivalent
    notProved += test.notProved
    suggestions += test.suggestions
  }

  private mutating func add(_ test: RuleTest, reach: RuleProgram.Reach?, unanswered: RuleProgram, _ place: Int) {
    examples += test.rule.examples.count
    branches.add(test.branches)
    boundaries.add(test.boundaries)
    options.add(test.options)
    mutants += test.mutants
    killed += test.killed
    equivalent += test.equivalent
    notProved += test.notProved
    suggestions += test.suggestions
    let shown = Set(test.rule.examples.map(\.outcome))
    guard let reach else {
      tooLarge.append(Missing(place: test.place, words: "rule '\(test.rule.id)'"))
      return
    }
    let possible = reach.outcomes.union([unanswered.outcomes(for: Answers())[place]])
    for outcome in Outcome.allCases where possible.contains(outcome) {
      outcomes.add(
        shown.contains(outcome),
        Missing(place: test.place, words: "rule '\(test.rule.id)' comes out as '\(outcome.rawValue)'"))
    }
  }
}

extension PackTest.Untried {
  fileprivate func stands(in program: RuleProgram) -> Bool {
    let pack = program.pack
    switch self {
    case .askWhen: return pack.questions.contains { $0.askWhen != nil }
    case .solvedWhen: return pack.rules.contains { $0.solvedWhen != nil }
    case .fitsWhen: return pack.corrections.contains { !$0.fitsWhen.isEmpty }
    case .avoidWhen:
      return pack.corrections.contains { !$0.avoidWhen.isEmpty } || pack.exercises.contains { !$0.avoidWhen.isEmpty }
        || pack.reliefs.contains { !$0.avoidWhen.isEmpty }
    case .care: return !pack.careCards.isEmpty
    case .measures:
      let readers = PartReaders(program)
      return pack.measures.contains { readers.isUnread(.measure($0.id)) }
    }
  }
}
