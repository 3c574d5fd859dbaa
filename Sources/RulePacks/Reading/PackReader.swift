import Ergonomics
import Markup

/// Turns the files of a pack into values and notes what is wrong with single ones of them.
///
/// What cannot be read is left out of the draft, and its name is doubtful from then on, so that one mistake is reported
/// once and not again wherever the name is used.
struct PackReader {
  let files: [PackFile]
  /// File names of the drawings there are; `nil` when that is not known.
  let figures: Set<String>?
  var names: PackNames
  var draft = PackDraft()
  var problems: [Problem] = []
  /// What conditions and formulas can name; complete once questions and tables are read.
  var vocabulary = Vocabulary(questions: [])

  init(_ files: [PackFile], doubtful: Set<String>, figures: Set<String>?) {
    (self.files, self.figures) = (files, figures)
    var problems: [Problem] = []
    names = PackNames(files, doubtful: doubtful, problems: &problems)
    self.problems = problems
  }

  mutating func read() {
    readHead()
    readSections()
    readQuestions()
    readTables()
    vocabulary = Vocabulary(
      questions: draft.questions.map(\.value),
      measures: Dictionary(
        uniqueKeysWithValues: definitions(.measure).map { _, element in
          (element.required("id"), element.required("unit", as: UnitOfMeasure.init))
        }),
      tables: draft.tables.map(\.value.id))
    readMeasures()
    readScores()
    readWhomDrawingsShow()
    readGeneralAdvice()
    readAskWhen()
    readMuscles()
    readSources()
    readCorrections()
    readExercises()
    readReliefs()
    readCareCards()
    readRules()
    readFamilies()
    readPrices()
    readReviews()
    readPeople()
  }

  /// The elements that define ids of a kind, by file and line; of double ids the first.
  func definitions(_ kind: NameKind) -> [(file: PackFile, element: MarkupElement)] {
    files.flatMap { file in
      kind.elements(in: file).filter { names.isFirst(kind, $0, in: file) }.map { (file, $0) }
    }
  }

  /// What names something of this kind; an unknown name is a problem.
  mutating func reference(_ kind: NameKind, _ name: WrittenText) -> String {
    if kind == .source { draft.cited.insert(name.text) }
    let isUnknowable = kind == .score && draft.head == nil || names.doubtful.contains(name.text)
    if !names.contains(kind, name.text), !isUnknowable {
      problems.append(.unknownName(kind, name.text, at: name.spot, known: names.all(kind)))
    }
    return name.text
  }

  /// The references of all children of this name; one that stands twice is a problem.
  mutating func references(
    _ kind: NameKind, _ child: String, _ attribute: String, of element: MarkupElement, in file: PackFile
  ) -> [String] {
    var found: [String] = []
    for child in element.elements(child) {
      let written = file.required(attribute, of: child)
      let name = reference(kind, written)
      if found.contains(name) {
        problems.append(.doubleReference(kind, name, at: written.spot))
      } else {
        found.append(name)
      }
    }
    return found
  }

  /// The drawing an element names; one that is known not to be there is a problem.
  mutating func figure(of element: MarkupElement, in file: PackFile) -> String? {
    guard let name = file.attribute("figure", of: element) else { return nil }
    if let figures, !figures.contains(name.text) {
      problems.append(.unknownFigure(name.text, at: name.spot, known: figures.sorted()))
    }
    return name.text
  }

  mutating func evidence(of element: MarkupElement, in file: PackFile) -> [Evidence] {
    element.elements("evidence").map { evidence in
      Evidence(
        source: reference(.source, file.required("source", of: evidence)),
        strength: evidence.required("strength", as: Evidence.Strength.init), isAgainst: evidence.claims("against"),
        text: evidence.words)
    }
  }
}

extension MarkupElement {
  /// An attribute as a whole number, beyond a thousand million as that; the format has checked that it is one.
  func number(_ attribute: String) -> Int? { token(attribute).map(Self.number) }

  func requiredNumber(_ attribute: String) -> Int { Self.number(required(attribute)) }

  static func number(_ text: String) -> Int {
    let limit = 1_000_000_000
    return min(max(Int(text) ?? (text.hasPrefix("-") ? -limit : limit), -limit), limit)
  }
}
