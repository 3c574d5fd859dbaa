/// A person's answers as JSON or XML name them, value by value.
struct SurveyObject {
  /// Where it begins.
  let line: Int
  var cells: [(name: String, value: String)] = []
}
