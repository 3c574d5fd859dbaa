import Ergonomics
import Reports
import Surveys
import Synchronization

extension TeamOptions {
  /// What to do for each person of a survey, and what was left out of it.
  func actionList(
    of files: SurveyFiles, _ assessor: Assessor, date: String, rejects: RejectsOutput
  ) async throws -> ActionList {
    if includeHealth {
      throw Failure.usage(
        "the list of a survey never tells of health\n  help: leave out --include-health, or choose one person with --id"
      )
    }
    let list = Mutex(assessor.actionList(by: by, date: date))
    let read = try await rejects.write { rejects in
      try await files.read([assessor.pack]) { file in
        let people = SurveyPeople([assessor.pack], file.options)
        return try await people.read(file.descriptor, after: file.start, rejects: rejects) { part in
          let listed = part.people.map { assessor.listed($0.answers, group: $0.group) }
          let omissions = part.omissions(assessor.program)
          list.withLock { list in
            list.people += listed
            list.omissions += omissions
          }
        }
      }
    }
    let left = read.map(\.summary).total
    if left.rejected + left.setAside > 0 {
      Console.err("warning: \(left.rejected + left.setAside) rows were left out\n  help: the report says which\n")
    }
    return list.withLock { $0 }
  }
}

extension SurveyPeople.Part {
  /// By place, without anything that cells hold, and nothing of health.
  fileprivate func omissions(_ program: RuleProgram) -> [TeamSummary.Omission] {
    let cells = people.flatMap(\.misread).filter { !program.isAboutHealth($0.question) }.map {
      TeamSummary.Omission(
        place: $0.problem.place, words: "The answer under '\($0.question)' is not understood; it was left open")
    }
    let rows = gaps.map {
      TeamSummary.Omission(place: $0.place, words: "The row was left out: \(SurveyGaps.Rows($0.why).ofARow)")
    }
    return (rows + cells).sorted {
      ($0.place.line ?? 0, $0.place.column ?? 0) < ($1.place.line ?? 0, $1.place.column ?? 0)
    }
  }
}

extension ActionList {
  func bytes(as format: ReportFormat, templates: TemplateFolder) throws -> [UInt8] {
    let report = try ActionListReport(templates: templates)
    switch format {
    case .html: return report.html(of: self)
    case .pdf: return try PDFPrinter.found().pdf(of: report.html(of: self))
    case .csv: return report.csv(of: self)
    case .xlsx: return try report.workbook(of: self)
    case .xml:
      throw Failure.usage(
        "the list of a survey is html, csv or xlsx\n  help: --id chooses one person, whose view is xml too")
    }
  }
}
