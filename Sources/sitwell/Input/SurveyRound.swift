import Ergonomics
import Foundation
import Ledger
import Surveys
import Synchronization

/// Survey files as one round of a team report, and what of them was not counted, told without places or numbers.
struct SurveyRound: Sendable {
  let round: TeamRound
  let summary: SurveySummary
  let omissions: [TeamSummary.Omission]
  /// For a ledger; `nil` without one.
  let people: Respondents?

  /// - Parameters:
  ///   - options: Keeps the column that names the teams.
  ///   - empty: What people are put in.
  ///   - people: Nobody yet, to be filled for a ledger.
  static func read(
    _ files: SurveyFiles, _ program: RuleProgram, _ empty: TeamRound, people: Respondents?, rejects: Int32?
  ) async throws -> SurveyRound {
    let print = people?.print
    let parts = Mutex((round: empty, omissions: [TeamSummary.Omission](), people: people))
    let read = try await files.read([program.pack]) { file in
      let survey = TeamSurvey(empty, file.options, print: print)
      return try await survey.read(file.descriptor, after: file.start, rejects: rejects) { part throws(SurveyError) in
        parts.withLock { parts in
          parts.round.add(part.round)
          parts.omissions += part.omissions(file: (file.options.file as NSString).lastPathComponent, program)
          parts.people?.add(part.people, part.prints)
        }
      }
    }
    let summary = read.map(\.summary).total
    return parts.withLock { parts in
      parts.round.unasked = Set(summary.missingQuestions)
      return SurveyRound(
        round: parts.round, summary: summary, omissions: parts.omissions.withoutDoubles, people: parts.people)
    }
  }
}

extension TeamSurvey.Part {
  /// In an order that tells nothing of the file's.
  fileprivate func omissions(file: String, _ program: RuleProgram) -> [TeamSummary.Omission] {
    let unread = program.questions.filter { misread.contains($0.id) }.map {
      "Some answers under '\($0.id)' were not understood; they were left open"
    }
    let rows = Set(leftOut.map(\.words)).sorted().map { "Some rows were left out: \($0)" }
    return (rows + unread).map { TeamSummary.Omission(place: .init(file: file), words: $0) }
  }
}

extension LeftOut {
  /// Of several rows.
  fileprivate var words: String {
    switch self {
    case .ragged: "they have more or fewer cells than the header"
    case .unopened: "they cannot be opened with the key"
    case .broken: "a cell of them is in another encoding"
    case .double, .setAside(.duplicate): "their id stands in another row too"
    case .unread: "an answer in them is not understood"
    case .setAside: "the platform marks them as a test, a preview or incomplete"
    }
  }

  var ofARow: String {
    switch self {
    case .ragged: "it has more or fewer cells than the header"
    case .unopened: "it cannot be opened with the key"
    case .broken: "a cell of it is not in UTF-8"
    case .double, .setAside(.duplicate): "its id stands in another row too"
    case .unread: "an answer in it is not understood"
    case .setAside: "the platform marks it as a test, a preview or incomplete"
    }
  }
}

extension SurveyRound {
  /// By question that has no column now: the heading that was its own in the earlier round, or is nearly its own in this one.
  func nearHeadings(since earlier: SurveyRound?) -> [Question.ID: String] {
    var headings = summary.nearHeadings
    for entry in earlier?.summary.mapping.entries ?? [] where summary.missingQuestions.contains(entry.question) {
      if headings[entry.question] == nil { headings[entry.question] = summary.unusedColumns.nearest(to: entry.wording) }
    }
    return headings
  }

  /// What whoever makes the report should know: nothing of health, and no number of people.
  func warnings(_ report: TeamSummary) -> String {
    var lines = summary.problems.map { "warning: \($0)\n" }
    for question in report.unasked where question.isSurprising {
      let place = question.isAsked ? "in the earlier survey" : "in this survey"
      let near = question.heading.map { "the column '\($0.printable)' was not taken for it" } ?? "no heading is near"
      lines.append(
        "warning: '\(question.id)' has no column \(place): nothing is told of findings that read it, nor of their change\n"
          + "  help: \(near); a line in a --mapping FILE names its column\n")
    }
    if !omissions.isEmpty { lines.append("warning: some rows or answers were left out\n  help: the report says why\n") }
    return lines.joined()
  }
}
