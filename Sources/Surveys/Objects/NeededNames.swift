import Ergonomics

/// Names that mean something to packs or options, so that what they stand for must not be lost.
final class NeededNames {
  private let columns: Set<String>
  private let packs: [Pack]
  private lazy var finders = packs.map(QuestionFinder.init)

  init(_ packs: [Pack], _ options: SurveyOptions) {
    self.packs = packs
    columns = Set(options.namedColumns + [options.idColumn ?? "id"])
  }

  func contains(_ name: String) -> Bool {
    columns.contains(name) || finders.contains { $0.match(SurveySheet.Heading(name)) != nil }
  }
}
