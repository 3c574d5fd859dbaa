/// Names that mean something to packs or options, so that what they stand for must not be lost.
struct NeededNames {
  private let columns: Set<String>
  private let finders: [QuestionFinder]

  init(_ finders: [QuestionFinder], _ options: SurveyOptions) {
    self.finders = finders
    columns = Set(options.namedColumns + [options.idColumn ?? "id"])
  }

  func contains(_ name: String) -> Bool {
    columns.contains(name) || finders.contains { $0.match(SurveySheet.Heading(name)) != nil }
  }
}
