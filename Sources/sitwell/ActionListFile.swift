import Ergonomics
import Reports

extension TeamOptions {
  /// What to do for each person of a survey, and what was left out of it.
  func actionList(of survey: String, _ assessor: Assessor, date: String) throws -> ActionList {
    if includeHealth {
      throw Failure.usage(
        "the list of a survey never tells of health\n  help: leave out --include-health, or choose one person with --id"
      )
    }
    var list = assessor.actionList(by: by, date: date)
    let reading = try SurveyReading(path: survey, assessor.program, by: by, needsIDs: false) { answers, team in
      list.people.append(assessor.listed(answers, group: team))
      return true
    }
    list.omissions = reading.omissions
    reading.warn()
    return list
  }
}

extension ActionList {
  func bytes(as format: ReportFormat, templates: TemplateFolder) throws -> [UInt8] {
    let report = try ActionListReport(templates: templates)
    switch format {
    case .html: return report.html(of: self)
    case .csv: return report.csv(of: self)
    case .xlsx: return try report.workbook(of: self)
    case .xml:
      throw Failure.usage(
        "the list of a survey is html, csv or xlsx\n  help: --id chooses one person, whose view is xml too")
    }
  }
}
