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
        uniqueKeysWithValues: definitions(.measure).compactMap { _, element in
          element["unit"].flatMap { UnitOfMeasure($0) }.map { (element["id"] ?? "", $0) }
        }),
      tables: draft.tables.map(\.value.id))
    readMeasures()
    readScores()
    readWhomDrawingsShow()
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
  }

  /// The elements that define ids of a kind, by file and line; of double ids the first.
  func definitions(_ kind: NameKind) -> [(file: PackFile, element: MarkupElement)] {
    files.flatMap { file in
      kind.elements(in: file).filter { names.isFirst(kind, $0, in: file) }.map { (file, $0) }
    }
  }

  /// Reads an attribute that names something of this kind; `nil` if there is no such attribute. An unknown name is a
  /// problem.
  mutating func reference(
    _ kind: NameKind, _ attribute: String, of element: MarkupElement, in file: PackFile
  ) -> String? {
    guard let name = file.attribute(attribute, of: element) else { return nil }
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
      guard let name = reference(kind, attribute, of: child, in: file) else { continue }
      if found.contains(name) {
        problems.append(.doubleReference(kind, name, at: file.attribute(attribute, of: child)?.spot))
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
        source: reference(.source, "source", of: evidence, in: file) ?? "",
        strength: evidence["strength"].flatMap(Evidence.Strength.init) ?? .none,
        isAgainst: evidence["against"] == "yes", text: evidence.words)
    }
  }
}

extension MarkupElement {
  /// An attribute as a whole number, beyond a thousand million as that; the format has checked that it is one.
  func number(_ attribute: String) -> Int? {
    guard let text = self[attribute] else { return nil }
    let limit = 1_000_000_000
    return min(max(Int(text) ?? (text.hasPrefix("-") ? -limit : limit), -limit), limit)
  }
}
