import Ergonomics
import Foundation
import Reports
import Surveys

/// Where the files of one person go: readable for nobody else.
struct ReportFolder {
  let path: String
  var page: String { "\(path)/report.html" }
  var answersFile: String { "\(path)/answers.json" }

  /// The folder that was asked for, or the first free one of `sitwell-2026-01-31`, `sitwell-2026-01-31-2`, …
  ///
  /// Whether it can be used is found out here, before any question is asked.
  init(_ wanted: String?, day: String, force: Bool) throws {
    let names = sequence(first: 1) { $0 + 1 }.lazy.map { $0 == 1 ? "sitwell-\(day)" : "sitwell-\(day)-\($0)" }
    path = wanted ?? names.first { !FileManager.default.fileExists(atPath: $0) }!
    if !force, FileManager.default.fileExists(atPath: page) {
      throw Failure.input("'\(page.printable)' exists\n  help: name another folder with -o, or overwrite with --force")
    }
  }

  /// Writes the report, of all instruments on one page and in one file, and the answers.
  ///
  /// - Parameter pack: Whose questions were answered.
  func write(_ assessments: [Assessment], _ answers: Answers, _ pack: Pack, home: Home) throws {
    let report = try PersonReport(templates: TemplateFolder(home.reports.path))
    try write(answers, pack)
    try put(report.html(of: assessments), page)
    try put(AssessmentXML.bytes(of: assessments), "\(path)/report.xml")
  }

  private func write(_ answers: Answers, _ pack: Pack) throws {
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw Failure.input("cannot make the folder '\(path.printable)': \(error.localizedDescription)")
    }
    try put(Array(AnswersFile([answers]).json(pack).utf8), answersFile)
  }

  private func put(_ bytes: [UInt8], _ file: String) throws {
    let output = try OutputFile(file, force: true, isPrivate: true)
    try output.write(bytes)
    try output.commit()
  }
}
