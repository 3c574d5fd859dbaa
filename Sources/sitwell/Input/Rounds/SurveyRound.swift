import Ergonomics
import Foundation
import Ledger
import Surveys
import Synchronization

/// Survey files as one round of a team report, and what of them was not counted, told without places or numbers.
struct SurveyRound: Sendable {
  var round: TeamRound
  var summary: SurveySummary
  var gaps: SurveyGaps
  /// By question that was asked, all that headed its columns.
  var headings: [Question.ID: Set<String>]
  /// For a ledger; `nil` without one.
  var people: Respondents?

  var omissions: [TeamSummary.Omission] { gaps.omissions(round.program) }

  /// - Parameters:
  ///   - options: Keeps the column that names the teams.
  ///   - empty: What people are put in.
  ///   - people: Nobody yet, to be filled for a ledger.
  static func read(
    _ files: SurveyFiles, _ program: RuleProgram, _ empty: TeamRound, people: Respondents?, rejects: Int32?
  ) async throws -> SurveyRound {
    let print = people?.print
    let parts = Mutex((round: empty, gaps: SurveyGaps(), people: people))
    let read = try await files.read([program.pack]) { file in
      let survey = TeamSurvey(empty, file.options, print: print)
      return try await survey.read(file.descriptor, after: file.start, rejects: rejects) { part throws(SurveyError) in
        parts.withLock { parts in
          parts.round.add(part.round)
          parts.gaps.add(part)
          parts.people?.add(part.people, part.prints)
        }
      }
    }
    return parts.withLock { parts in
      SurveyRound(parts.round, read.map(\.summary), parts.gaps, people: parts.people)
    }
  }
}

extension SurveyRound {
  /// - Parameter files: What became of each.
  init(_ round: TeamRound, _ files: [SurveySummary], _ gaps: SurveyGaps, people: Respondents? = nil) {
    let entries = files.flatMap(\.mapping.entries)
    let headings = Dictionary(grouping: entries, by: \.question).mapValues { Set($0.map(\.wording)) }
    self.init(round, files.total, gaps, headings: headings, people: people)
  }

  init(
    _ round: TeamRound, _ summary: SurveySummary, _ gaps: SurveyGaps, headings: [Question.ID: Set<String>],
    people: Respondents? = nil
  ) {
    (self.round, self.summary, self.gaps, self.headings, self.people) = (round, summary, gaps, headings, people)
    self.round.unasked = Set(summary.missingQuestions)
  }

  /// By question that has no column now: the heading that was its own in the earlier round, or is nearly its own in this one.
  func nearHeadings(since earlier: SurveyRound?) -> [Question.ID: String] {
    var headings = summary.nearHeadings
    for question in summary.missingQuestions where headings[question] == nil {
      let wordings = earlier?.headings[question, default: []].sorted() ?? []
      headings[question] = wordings.lazy.compactMap { summary.unusedColumns.nearest(to: $0) }.first
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
