package import Ergonomics

extension Pack {
  /// A pack for tests: whatever is not named is empty, with one score `load` of two bands unless there are others.
  package static func small(
    questions: [Question], rules: [Rule] = [], scores: [Score] = [.load], measures: [Measure] = [],
    tables: [LookupTable] = [], corrections: [Correction] = [], exercises: [Exercise] = [], reliefs: [Relief] = [],
    muscles: [Muscle] = [], careCards: [CareCard] = [], sources: [Source] = [], reviews: ReviewIntervals? = nil
  ) -> Pack {
    Pack(
      id: "small", version: "1.0.0", hash: "0123abcd", title: "Small", notSure: "Not sure", scores: scores,
      sections: [Section(id: "all", title: "All")], questions: questions, measures: measures, tables: tables,
      rules: rules, corrections: corrections, exercises: exercises, reliefs: reliefs, muscles: muscles,
      careCards: careCards, sources: sources, reviews: reviews)
  }
}

extension Score {
  package static let load = Score(
    id: "load", title: "Load", max: 100,
    bands: [Band(id: "low", from: 0, word: "fine"), Band(id: "high", from: 10, word: "much")])
}

extension Question {
  package static func yesNo(_ id: ID, askWhen: Condition? = nil, isSensitive: Bool = false) -> Question {
    make(
      id, .choice([AnswerOption(id: "yes", text: "Yes"), AnswerOption(id: "no", text: "No")]), askWhen, isSensitive,
      true)
  }

  package static func choice(
    _ id: ID, _ options: [String], points: [Int] = [], askWhen: Condition? = nil, isSensitive: Bool = false
  ) -> Question {
    make(id, .choice(self.options(options, points, alone: [])), askWhen, isSensitive)
  }

  package static func choices(
    _ id: ID, _ options: [String], points: [Int] = [], alone: [String] = [], askWhen: Condition? = nil,
    isSensitive: Bool = false
  ) -> Question {
    make(id, .choices(self.options(options, points, alone: alone)), askWhen, isSensitive)
  }

  package static func number(
    _ id: ID, _ bounds: ClosedRange<Int>, unit: UnitOfMeasure = .minute, askWhen: Condition? = nil
  ) -> Question {
    make(id, .number(NumberRange(unit: unit, bounds: bounds)), askWhen, false)
  }

  private static func options(_ ids: [String], _ points: [Int], alone: [String]) -> [AnswerOption] {
    ids.enumerated().map { place, id in
      AnswerOption(
        id: id, text: id.replacing("_", with: " ").capitalizedFirst, points: place < points.count ? points[place] : 0,
        isAlone: alone.contains(id))
    }
  }

  private static func make(
    _ id: ID, _ kind: Kind, _ askWhen: Condition?, _ isSensitive: Bool, _ isYesNo: Bool = false
  ) -> Question {
    Question(
      id: id, section: "all", kind: kind, isYesNo: isYesNo, askWhen: askWhen, isSensitive: isSensitive,
      label: id.capitalizedFirst, text: "What about \(id)?", help: "It matters.")
  }
}

extension Rule {
  package static func small(
    _ id: ID, applies: Condition? = nil, when: Condition, points: Int = 0, corrections: [Correction.ID] = [],
    exercises: [Exercise.ID] = [], loads: [Muscle.ID] = [], found: [Question.ID: Answer]? = nil
  ) -> Rule {
    Rule(
      id: id, since: "1.0", title: "Title of \(id)", applies: applies, when: when,
      adds: points == 0 ? [] : [Points(score: "load", points: points)], loads: loads,
      finding: Template([.text("Found \(id).")]), why: "Because.", corrections: corrections, exercises: exercises,
      solved: "Gone.", examples: found.map { [.init(outcome: .found, says: "it is", answers: Answers($0))] } ?? [])
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
