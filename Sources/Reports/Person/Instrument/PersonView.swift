import Ergonomics

/// What the templates of the personal report can ask for of one assessment; `PersonPageView` makes a page of one or several.
///
/// One file an aspect: `+Scores`, `+Body`, `+Plan`, `+Findings`, `+Advice`, `+Week`, `+Answers`, `+Sources`,
/// `+Instrument`.
///
/// What several places of the page show is made once, when it is first asked for: a view is of one page, and not shared.
final class PersonView: PageView {
  let assessment: Assessment
  /// Among the assessments of a page, counted from 0; `nil` for the only one.
  let place: Int?
  let words: ReportPhrases
  let figures: [String: HTMLText]
  /// `nil` where no person is drawn.
  let body: BodyDrawing?
  /// Where each finding, exercise, source and step of the plan stands in the report, counted from 1: the anchors.
  let findingNumbers: [Rule.ID: Int]
  let exerciseNumbers: [Exercise.ID: Int]
  let stepNumbers: [Correction.ID: Int]
  let sourceNumbers: [Source.ID: Int]
  let corrections: [Correction.ID: Assessment.CorrectionAdvice]
  let findingFigures: [Rule.ID: HTMLText]
  /// Beside the steps for this afternoon.
  let stepFigures: [Correction.ID: HTMLText]
  /// What is about the workstation and the day, in the order of the assessment; then what hurts, and needs of one's own.
  let findingsAtWork: [Assessment.Finding]
  let findingsAboutHealth: [Assessment.Finding]
  /// Both, one after the other, as they are numbered.
  let numberedFindings: [Assessment.Finding]
  let labels: [Question.ID: String]

  private(set) lazy var exercises = exerciseFields
  private(set) lazy var decidingQuestions = questionsThatDecide
  /// In words, inside a sentence.
  private(set) lazy var scoreNames = Dictionary(assessment.scores.map { ($0.id, inSentence($0.title)) }) { first, _ in
    first
  }
  private(set) lazy var shortStrengths = Dictionary(
    uniqueKeysWithValues: Evidence.Strength.allCases.map { ($0, words.shortStrength($0)) })
  /// No finding adds to a score.
  private(set) lazy var isNothingAdded = assessment.findings.allSatisfy { $0.adds.isEmpty }
  /// References to all that a page leads to, by number.
  private lazy var findingReferences = references("f", numberedFindings.map(\.title))
  private lazy var exerciseReferences = references("exercise-", assessment.exercises.map(\.title))
  private lazy var stepReferences = references(
    "step", assessment.plan.map { corrections[$0.correction]?.title ?? $0.correction })
  private(set) lazy var sourceReferences = references("s", assessment.sources.map(\.shortName))
  private var correctionFields: [Correction.ID: Fields] = [:]

  init(
    of assessment: Assessment, words: ReportPhrases, figures: [String: HTMLText], body: BodyDrawing? = nil,
    place: Int? = nil
  ) {
    self.assessment = assessment.isWithheld ? assessment.withheld : assessment
    self.place = place
    (self.words, self.figures, self.body) = (words, figures, body)
    let sensitive = Set(self.assessment.answers.filter(\.isSensitive).map(\.id))
    let isAboutHealth = { (finding: Assessment.Finding) in
      !sensitive.isDisjoint(with: finding.reasons.flatMap(\.questions))
    }
    findingsAtWork = self.assessment.findings.filter { !isAboutHealth($0) }
    findingsAboutHealth = self.assessment.findings.filter(isAboutHealth)
    numberedFindings = findingsAtWork + findingsAboutHealth
    findingNumbers = Self.numbers(numberedFindings.map(\.id))
    exerciseNumbers = Self.numbers(self.assessment.exercises.map(\.id))
    stepNumbers = Self.numbers(self.assessment.plan.map(\.correction))
    sourceNumbers = Self.numbers(self.assessment.sources.map(\.id))
    corrections = Dictionary(self.assessment.corrections.map { ($0.id, $0) }) { first, _ in first }
    let names = Self.figureNames(of: self.assessment)
    stepFigures = names.compactMapValues { figures[$0] }
    findingFigures =
      self.assessment.findings.count > Self.manyFindings
      ? [:] : Self.figures(for: findingsAtWork, of: figures, but: Set(names.values))
    labels = Dictionary(self.assessment.answers.map { ($0.id, $0.label) }) { first, _ in first }
  }

  private static func numbers(_ ids: [String]) -> [String: Int] {
    Dictionary(zip(ids, 1...)) { first, _ in first }
  }

  /// The sections of one instrument; nothing of it in an emergency.
  var fields: Fields {
    let (week, leftOut) = (week, leftOut)
    return [
      "prefix": text(prefix), "instrument": someOrNone(place == nil ? nil : instrument),
      "isFirst": (place ?? 0) == 0,
      "baseline": baseline, "scores": list(scores), "bodyFigure": someOrNone(isLong ? nil : bodyFigure),
      "sum": someOrNone(assessment.plan.isEmpty ? nil : sum),
      "findings": someOrNone(findingsAtWork.isEmpty ? nil : findings),
      "hurts": someOrNone(findingsAboutHealth.isEmpty ? nil : ["items": list(findingsAboutHealth.map(need))]),
      "open": someOrNone(assessment.open.isEmpty ? nil : open),
      "exercises": someOrNone(
        assessment.exercises.isEmpty ? nil : ["intro": said(.exercises), "items": list(exercises)]),
      "week": someOrNone(
        week.isEmpty ? nil : ["rows": list(week), "time": someOrNone(exerciseTime)]),
      "leftOut": someOrNone(
        leftOut.isEmpty ? nil : ["count": text(words.counted(leftOut.count, "things")), "items": list(leftOut)]),
      "reliefs": someOrNone(
        assessment.reliefs.isEmpty ? nil : ["intro": said(.reliefs), "items": list(reliefs)]),
      "muscles": someOrNone(assessment.muscles.isEmpty || isLong ? nil : muscles),
    ]
  }

  /// With so many findings, a page is left without what only says again where they are.
  var isLong: Bool { assessment.findings.count > 15 }

  /// With more than these, findings are not drawn.
  private static let manyFindings = 20

  func care(_ card: Assessment.CareAdvice) -> Fields {
    [
      "level": text(words.level(card.level)), "isEmergency": card.level == .emergency,
      "isUrgent": card.level == .urgent, "isRoutine": card.level == .routine,
      "title": text(card.title),
      "signs": someOrNone(card.signs.isEmpty ? nil : ["items": texts(card.signs)]),
      "ask": text(card.ask), "soon": text(card.soon), "text": texts(card.text),
      "sources": list(card.sources.compactMap(citation)),
    ]
  }
}

extension PersonView {
  /// What names of places in the page begin with, for every instrument but the first.
  var prefix: String { place.flatMap { $0 > 0 ? "pack-\($0 + 1)-" : nil } ?? "" }

  /// A name of a place in the page: `f3`. Short, as a page has hundreds of them.
  func anchor(_ kind: String, _ number: Int?) -> HTMLText { HTMLText("\(prefix)\(kind)\(number ?? 0)") }

  /// Of each item of a list a link to its place in the page, its text, and its number.
  private func references(_ kind: String, _ titles: [String]) -> [Fields] {
    zip(titles, 1...).map { title, number in
      ["title": text(title), "number": HTMLText(number), "to": HTMLText(toPlace: "\(prefix)\(kind)\(number)")]
    }
  }

  func citation(_ id: Source.ID) -> Fields? { sourceNumbers[id].map { sourceReferences[$0 - 1] } }

  func findingReference(_ id: Rule.ID) -> Fields? { findingNumbers[id].map { findingReferences[$0 - 1] } }

  /// The step of the plan that is this correction.
  func stepReference(_ id: Correction.ID) -> Fields? { stepNumbers[id].map { stepReferences[$0 - 1] } }

  func exerciseReference(_ id: Exercise.ID) -> Fields? { exerciseNumbers[id].map { exerciseReferences[$0 - 1] } }

  /// A correction in words; by its id alone when the assessment does not hold it.
  func correction(_ id: Correction.ID) -> Fields {
    if let known = correctionFields[id] { return known }
    let fields = fields(ofCorrection: id)
    correctionFields[id] = fields
    return fields
  }

  /// The label of a question; its id when the assessment does not hold it.
  func label(_ question: Question.ID) -> String { labels[question] ?? question }

  /// Points by score in words, inside a sentence: "lower back 12, hips 3".
  func pointsByScore(_ points: [Rule.Points]) -> String {
    points.map { points in
      "\(scoreNames[points.score] ?? inSentence(points.score)) \(points.points)"
    }.joined(separator: ", ")
  }

  /// A title inside a sentence: English ones begin with a small letter there, unless it is a name or an abbreviation.
  func inSentence(_ title: String) -> String {
    let second = title.dropFirst().first
    guard assessment.header.language.hasPrefix("en"), second == " " || second?.isLowercase == true else { return title }
    return title.prefix(1).lowercased() + title.dropFirst()
  }
}

extension Assessment.AnswerRecord {
  var isAnswered: Bool { state == .answered }
  /// Whether an answer to it counts; where it is not told, nobody can see.
  var isAsked: Bool { ![.notAsked, .notNeeded, .setAside, .withheld].contains(state) }
}

extension Assessment {
  /// Without all that must not stand beside an emergency card, whatever a saved file holds.
  var withheld: Assessment {
    var bare = self
    (bare.scores, bare.plan, bare.findings, bare.open) = ([], [], [], [])
    (bare.clear, bare.notApplicable, bare.corrections) = ([], [], [])
    (bare.exercises, bare.reliefs, bare.leftOut, bare.muscles) = ([], [], [], [])
    (bare.leftOutCorrections, bare.decision) = ([], nil)
    let cited = Set(careCards.flatMap(\.sources))
    bare.sources = sources.filter { cited.contains($0.id) }
    return bare
  }
}

extension Source {
  /// Author and year, or the body that wrote it: "Baker 2018". The whole citation stands in the list of sources.
  fileprivate var shortName: String {
    let end = citation.utf8.firstIndex { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".") } ?? citation.endIndex
    var author = String(citation[..<end])
    let words = author.utf8.split(separator: UInt8(ascii: " ")).map(Substring.init)
    if words.count > 1, let last = words.last, last.count <= 3, last.allSatisfy(\.isUppercase) {
      author = words.dropLast().joined(separator: " ")
    }
    return ([author] + [year].compactMap { $0.map(String.init) }).joined(separator: " ")
  }
}
