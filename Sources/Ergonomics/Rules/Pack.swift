/// A questionnaire with its rules and its advice, checked: every name in it is defined, every unit fits.
package struct Pack: Sendable, Hashable, Codable, Identifiable {
  package typealias ID = String
  package var id: ID { joint.description }
  /// Its own id; of a pack that is made of several the ids of all.
  package internal(set) var joint: JointPackID
  package let version: String
  /// Eight hexadecimal digits worked out from the bytes of all its files.
  package internal(set) var hash: String
  /// Id of the key that its signature names; `nil` of a pack that nobody signed.
  package var signingKey: String?
  package let language: String
  package let title: String
  package let summary: String?
  package let attribution: [String]
  /// The text of the answer every question accepts.
  package let notSure: String
  package internal(set) var scores: [Score]
  package let evidenceCaps: [Evidence.Strength: Int]
  /// Whom drawings of people at work suit; `nil` = everybody.
  package internal(set) var drawingsShow: Condition?
  package internal(set) var sections: [Section]
  /// In the order they are asked.
  package internal(set) var questions: [Question]
  package internal(set) var measures: [Measure]
  package internal(set) var tables: [LookupTable]
  /// In pack order: the byte order of their files' paths.
  package var rules: [Rule]
  /// Rules that are cuts of one thing, the outermost first: who has a later one counts in each before it. No rule is in
  /// two of them.
  package let families: [[Rule.ID]]
  package var corrections: [Correction]
  package internal(set) var exercises: [Exercise]
  package internal(set) var reliefs: [Relief]
  package let muscles: [Muscle]
  package internal(set) var careCards: [CareCard]
  package let emergencyNumbers: [EmergencyNumber]
  package let sources: [Source]
  /// What the items of corrections cost; `nil` where the pack does not say.
  package let prices: PriceList?
  /// When to look again; `nil` where the pack does not say.
  package let reviews: ReviewIntervals?
  /// What it says to everybody; nothing where the pack does not.
  package internal(set) var generalAdvice = GeneralAdvice()
  /// The tests of what its scores come to.
  package internal(set) var people: [ExamplePerson] = []

  package init(
    id: ID, version: String, hash: String, language: String = "en", title: String, summary: String? = nil,
    attribution: [String] = [], notSure: String, scores: [Score], evidenceCaps: [Evidence.Strength: Int] = [:],
    drawingsShow: Condition? = nil,
    sections: [Section], questions: [Question], measures: [Measure] = [], tables: [LookupTable] = [], rules: [Rule],
    families: [[Rule.ID]] = [],
    corrections: [Correction] = [], exercises: [Exercise] = [], reliefs: [Relief] = [], muscles: [Muscle] = [],
    careCards: [CareCard] = [], emergencyNumbers: [EmergencyNumber] = [], sources: [Source] = [],
    prices: PriceList? = nil, reviews: ReviewIntervals? = nil, generalAdvice: GeneralAdvice = .init(),
    people: [ExamplePerson] = []
  ) {
    (joint, self.version, self.hash, self.language) = (JointPackID([id]), version, hash, language)
    (self.title, self.summary, self.attribution, self.notSure) = (title, summary, attribution, notSure)
    (self.scores, self.evidenceCaps, self.sections) = (scores, evidenceCaps, sections)
    (self.questions, self.measures, self.tables, self.rules) = (questions, measures, tables, rules)
    (self.corrections, self.exercises, self.reliefs) = (corrections, exercises, reliefs)
    (self.families, self.drawingsShow, self.people) = (families, drawingsShow, people)
    (self.muscles, self.careCards, self.emergencyNumbers) = (muscles, careCards, emergencyNumbers)
    (self.sources, self.prices, self.reviews) = (sources, prices, reviews)
    self.generalAdvice = generalAdvice
  }

  /// What tells one state of a pack from every other: `lower-back-hips@1.0.0+1a2b3c4d`.
  package var stamp: String { "\(id)@\(version)+\(hash)" }

  /// Linear in the number of questions.
  package func question(_ id: Question.ID) -> Question? { questions.first { $0.id == id } }
  /// Also by an id that it has in another pack. Linear in the number of questions.
  package func question(named name: Question.ID) -> Question? {
    question(name) ?? questions.first { $0.otherIDs.contains(name) }
  }
  package func rule(_ id: Rule.ID) -> Rule? { rules.first { $0.id == id } }

  /// The same pack with other questions, which must be the same but for their wordings: what is read into it.
  package func with(questions: [Question]) -> Pack {
    var pack = self
    pack.questions = questions
    return pack
  }
}
