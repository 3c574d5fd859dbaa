import Ergonomics

/// A questionnaire in the format of some tool.
package struct FormDocument: Sendable {
  package let bytes: [UInt8]
  /// What the format cannot say, and what the form does instead: a sentence each, without a full stop.
  package let notes: [String]

  package init(bytes: [UInt8], notes: [String] = []) { (self.bytes, self.notes) = (bytes, notes) }
}

/// Why there is no form.
package struct FormRefused: Error, Sendable {
  package let problems: [Problem]
  package init(_ problems: [Problem]) { self.problems = problems }
  init(_ problem: Problem) { self.init([problem]) }
}

extension Problem {
  static func notMade(_ format: FormFormat) -> Problem {
    Problem(
      code: .form, place: Place(file: format.rawValue), summary: "this form is not made yet",
      help: "take another format")
  }
}
