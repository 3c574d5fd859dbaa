import Ergonomics
import Markup

/// What could be read of a pack, with the places it was read from.
struct PackDraft: Sendable {
  struct Placed<Value: Sendable>: Sendable {
    var value: Value
    let file: PackFile
    let element: MarkupElement

    func spot(_ attribute: String? = nil) -> SourceLocation {
      attribute.flatMap { file.attribute($0, of: element)?.spot } ?? file.spot(of: element)
    }

    /// Of the first child of this name, as far as there is one.
    func spot(ofChild name: String) -> SourceLocation { element.element(name).map { file.spot(of: $0) } ?? spot() }

    /// Of the text of the first child of this name, as far as there is one.
    func spot(ofTextIn name: String) -> SourceLocation {
      element.element(name).map { file.text(of: $0).spot } ?? spot()
    }
  }

  /// Which example of all: one of a file.
  struct ExampleKey: Hashable, Sendable {
    private let file: String
    private let element: Int

    init(in file: PackFile, _ element: MarkupElement) { (self.file, self.element) = (file.path, element.number) }
  }

  /// The file with the root `pack`.
  var head: PackFile?
  var evidenceCaps: [Evidence.Strength: Int] = [:]
  var drawingsShow: Condition?
  var generalAdvice = GeneralAdvice()
  var scores: [Placed<Score>] = []
  var sections: [Section] = []
  var questions: [Placed<Question>] = []
  var measures: [Placed<Measure>] = []
  var tables: [Placed<LookupTable>] = []
  var rules: [Placed<Rule>] = []
  var families: [[Rule.ID]] = []
  var corrections: [Placed<Correction>] = []
  var exercises: [Placed<Exercise>] = []
  var reliefs: [Placed<Relief>] = []
  var muscles: [Muscle] = []
  var careCards: [Placed<CareCard>] = []
  var emergencyNumbers: [EmergencyNumber] = []
  var sources: [Placed<Source>] = []
  var priceTable: Placed<PriceList>?
  var reviews: Placed<ReviewIntervals>?
  var people: [Placed<ExamplePerson>] = []
  /// What something in the pack names as its source; it may be misspelled.
  var cited: Set<Source.ID> = []
  /// Names that stand in conditions and formulas that could not be read.
  var namesInDoubt: Set<String> = []
  /// A file was refused: there may be more rules than there seem to be.
  var isIncomplete = false
  /// Scores that rules add to whose conditions could not be read.
  var scoresInDoubt: Set<Score.ID> = []
  /// Corrections of such rules.
  var correctionsInDoubt: Set<Correction.ID> = []
  /// Examples with answers that could not be read.
  var brokenExamples: Set<ExampleKey> = []
  /// Questions and measures whose value a text of a rule shows.
  var shown: Set<String> = []
}

extension PackDraft {
  /// The pack, for a draft that nothing is wrong with.
  func pack(hash: String) -> Pack? {
    guard let root = head?.root else { return nil }
    return Pack(
      id: root.required("id"), version: root.required("version"), hash: hash,
      language: root.attributes.first { $0.name == "lang" }?.value ?? "en", title: root.words(in: "title"),
      summary: root.element("summary")?.words, attribution: root.texts("attribution"),
      notSure: root.words(in: "not-sure"), scores: scores.map(\.value), evidenceCaps: evidenceCaps,
      drawingsShow: drawingsShow,
      sections: sections, questions: questions.map(\.value), measures: measures.map(\.value),
      tables: tables.map(\.value), rules: rules.map(\.value), families: families,
      corrections: corrections.map(\.value),
      exercises: exercises.map(\.value), reliefs: reliefs.map(\.value), muscles: muscles,
      careCards: careCards.map(\.value), emergencyNumbers: emergencyNumbers, sources: sources.map(\.value),
      prices: priceTable?.value, reviews: reviews?.value,
      generalAdvice: generalAdvice, people: people.map(\.value))
  }
}
