/// A person's answers as JSON or XML name them, value by value.
struct SurveyObject {
  /// Where it begins.
  let line: Int
  var cells: [(name: String, value: String)] = []
  /// It is encrypted, and the key does not open it.
  private(set) var isUnopened = false

  init(line: Int) { self.line = line }

  init(unopenedIn line: Int) { (self.line, isUnopened) = (line, true) }
}
