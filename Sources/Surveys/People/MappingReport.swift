import Ergonomics

/// How a survey file would be understood, without scoring it.
package struct MappingReport: Sendable {
  struct Coverage: Sendable {
    let question: Question
    let headings: [String]
    var answered = 0
    var misread = 0
  }
  private static let mostBadCells = 10

  let platform: SurveyPlatform
  /// `nil` for ASCII.
  var encoding: TextEncoding?
  /// The file ended within what was looked at.
  var isWhole = true
  package let mapping: SurveyMapping
  var responses = 0
  var coverage: [Coverage]
  let missing: [Question.ID]
  let unused: [String]
  let nearMisses: [Problem]
  private(set) var badCells: [Problem] = []

  init(_ header: SurveyHeader, _ pack: Pack) {
    platform = header.sheet.platform
    coverage = zip(pack.questions, header.questions[0]).compactMap { question, columns in
      columns.map { Coverage(question: question, headings: $0.all.map { header.names[$0] }) }
    }
    mapping = header.mapping(packs: [pack])
    missing = header.missingQuestions
    unused = header.unusedColumns.map { header.names[$0] }
    nearMisses = header.nearMisses
  }

  mutating func add(_ person: SurveyPeople.Person) {
    responses += 1
    for place in coverage.indices {
      let id = coverage[place].question.id
      if person.answers[id] != nil { coverage[place].answered += 1 }
      if person.misread.contains(where: { $0.question == id }) { coverage[place].misread += 1 }
    }
    let sensitive = Set(coverage.lazy.filter(\.question.isSensitive).map(\.question.id))
    for misread in person.misread where badCells.count < Self.mostBadCells {
      badCells.append(sensitive.contains(misread.question) ? misread.problem.withoutValue : misread.problem)
    }
  }
}

extension Problem {
  /// The same for the eyes of others than the person it is about.
  fileprivate var withoutValue: Problem {
    Problem(
      code: code, place: place, summary: "an answer about health is not understood",
      help: "look at this cell of the survey; its value is kept out of here")
  }
}

extension MappingReport: CustomStringConvertible {
  package var description: String {
    var lines = ["read as \(platform.rawValue), \(encoding?.rawValue ?? "ASCII")"]
    lines.append(isWhole ? "\(responses) responses" : "the first \(responses) responses")
    lines.append("\nquestions with a column:")
    for found in coverage {
      let share = responses == 0 ? 0 : 100 * found.answered / responses
      let misread = found.misread > 0 ? ", \(found.misread) not understood" : ""
      let headings = found.headings.map { "'\($0.printable)'" }.joined(separator: ", ")
      let counts = found.question.isSensitive ? "about health, not counted" : "\(share) % answered\(misread)"
      lines.append("  \(found.question.id): \(headings); \(counts)")
    }
    if !missing.isEmpty {
      lines.append("\nquestions without a column, which stay open:\n  \(missing.joined(separator: "\n  "))")
    }
    if !unused.isEmpty {
      lines.append("\ndropped, and in no output unless kept with --keep:")
      lines += unused.map { "  '\($0.printable)'" }
    }
    if !nearMisses.isEmpty { lines.append("\n" + nearMisses.map { "warning: \($0)" }.joined(separator: "\n")) }
    if !badCells.isEmpty {
      lines.append("\nfirst cells that are not understood:\n" + badCells.map { "\($0)" }.joined(separator: "\n"))
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
