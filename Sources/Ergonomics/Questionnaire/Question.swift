/// A question of a pack and the answers it can have.
package struct Question: Sendable, Hashable, Codable, Identifiable {
  package typealias ID = String

  package enum Kind: Sendable, Hashable, Codable {
    /// One of several options. A yes-no question is one with the options `yes` and `no`.
    case choice([AnswerOption])
    /// Any number of several options.
    case choices([AnswerOption])
    case number(NumberRange)
    /// Kept for the person's own report; no condition can read it.
    case text
  }

  package internal(set) var id: ID
  /// Ids that it has in packs that are used together with this one.
  package internal(set) var otherIDs: [ID] = []
  /// The same question in another pack; packs that are used together ask it once.
  package var sameAs: Elsewhere?
  /// What drawings of a day or a workstation take its number for.
  package var drawnAs: Drawn?
  /// The section it is asked in, by id.
  package internal(set) var section: Section.ID
  package internal(set) var kind: Kind { didSet { names = OptionNames(kind.options) } }
  /// Of the options of a choice.
  package private(set) var names: OptionNames
  /// A yes-no question alone is a condition.
  package let isYesNo: Bool
  /// When it is asked at all; `nil` = always.
  package internal(set) var askWhen: Condition?
  /// About symptoms: never raises a score, never reaches an employer view.
  package let isSensitive: Bool
  /// A short noun phrase: "Lumbar support".
  package let label: String
  package let text: String
  /// Why it is asked, in a line.
  package let help: String
  /// Name of a drawing that makes it easier to see than to read.
  package let figure: String?
  /// Other headings that survey files may put over its column: codes, texts in other languages.
  package internal(set) var aliases: [String]
  /// By normalised wording: what words mean that are no answer, as a survey's mapping says.
  package private(set) var wordings: [String: OpenWording] = [:]

  mutating func read(_ words: [String: OpenWording]) {
    for word in words { wordings[word.key.normalised] = word.value }
  }

  package init(
    id: ID, section: Section.ID, kind: Kind, isYesNo: Bool = false, askWhen: Condition? = nil,
    isSensitive: Bool = false, label: String, text: String, help: String, figure: String? = nil,
    aliases: [String] = []
  ) {
    (self.id, self.section, self.kind, self.isYesNo) = (id, section, kind, isYesNo)
    (self.askWhen, self.isSensitive) = (askWhen, isSensitive)
    (self.label, self.text, self.help, self.figure) = (label, text, help, figure)
    self.aliases = aliases
    names = OptionNames(kind.options)
  }

  /// All ids it is found by.
  package var ids: [ID] { [id] + otherIDs }

  /// The options of a choice; none for numbers and text.
  package var options: [AnswerOption] { kind.options }
}

extension Question.Kind {
  fileprivate var options: [AnswerOption] {
    switch self {
    case .choice(let options), .choices(let options): options
    case .number, .text: []
    }
  }
}

extension Question {
  /// A question of another pack.
  package struct Elsewhere: Sendable, Hashable, Codable {
    package let pack: Pack.ID
    package let question: Question.ID

    package init(pack: Pack.ID, question: Question.ID) { (self.pack, self.question) = (pack, question) }
  }
}

extension Question {
  /// What of a day or a workstation a number is.
  package enum Drawn: String, Sendable, Hashable, Codable, CaseIterable {
    case sitting, standing, driving
    /// The longest time on end.
    case sittingSpell = "sitting-spell"
    case standingSpell = "standing-spell"
    /// Above the floor, of the person while they sit.
    case kneeHeight = "knee-height"
    case elbowHeight = "elbow-height"

    package var measures: QuantityKind {
      switch self {
      case .sitting, .standing, .driving, .sittingSpell, .standingSpell: .time
      case .kneeHeight, .elbowHeight: .length
      }
    }

    /// A height of the person, which no step sets.
    package var isOfTheBody: Bool { measures == .length }
  }
}

/// What words can mean that are no answer.
package enum OpenWording: String, Sendable, Hashable, Codable, CaseIterable {
  case declined = "not_sure"
  case unanswered = "not_answered"
  /// Nothing, beside what else was chosen.
  case ignored = "ignore"

  var answer: Answer? { self == .declined ? .declined : nil }
}

/// One of the answers to a choice.
package struct AnswerOption: Sendable, Hashable, Codable, Identifiable {
  package typealias ID = String

  package let id: ID
  package let text: String
  /// Other wordings that survey files may hold.
  package internal(set) var aliases: [String]
  /// Read by `points(question)`; may be negative.
  package let points: Int
  /// Excludes every other option, as "none of these" does.
  package let isAlone: Bool

  /// All its wordings: id, text and aliases.
  package var names: [String] { [id, text] + aliases }

  package init(id: ID, text: String, aliases: [String] = [], points: Int = 0, isAlone: Bool = false) {
    (self.id, self.text, self.aliases, self.points, self.isAlone) = (id, text, aliases, points, isAlone)
  }
}

/// The numbers a question accepts.
package struct NumberRange: Sendable, Hashable, Codable {
  /// The unit a plain number is read in, and in which it is shown.
  package let unit: UnitOfMeasure
  /// In base units, both ends included.
  package let bounds: ClosedRange<Int>
  /// What an interview offers, in base units; guides, never refuses.
  package let step: Int?
  /// The unit that plain numbers are in where a survey has asked in another than the pack; `nil` = `unit`.
  package var plainUnit: UnitOfMeasure?

  package init(unit: UnitOfMeasure, bounds: ClosedRange<Int>, step: Int? = nil) {
    (self.unit, self.bounds, self.step) = (unit, bounds, step)
  }
}

/// A stretch of the questionnaire under one heading.
package struct Section: Sendable, Hashable, Codable, Identifiable {
  package typealias ID = String
  package let id: ID
  package let title: String
  package let about: String?

  package init(id: ID, title: String, about: String? = nil) { (self.id, self.title, self.about) = (id, title, about) }
}
