import Ergonomics
import Files
import Foundation
import Reports
import Surveys

/// Where the files of one person go: readable for nobody else.
struct ReportFolder {
  let path: String
  var page: String { "\(path)/report.html" }
  private var record: String { "\(path)/report.xml" }
  var answersFile: String { "\(path)/answers.json" }
  private let force: Bool

  /// The folder that was asked for, or the first free one of `sitwell-2026-01-31`, `sitwell-2026-01-31-2`, …
  ///
  /// Whether it can be used is found out here, before any question is asked.
  /// - Parameter inputs: Files that are read, and must not be written.
  init(_ wanted: String?, day: String, force: Bool, inputs: [String]) throws {
    let names = sequence(first: 1) { $0 + 1 }.lazy.map { $0 == 1 ? "sitwell-\(day)" : "sitwell-\(day)-\($0)" }
    path = wanted ?? names.first { !FileManager.default.fileExists(atPath: $0) }!
    self.force = force
    try refuseWhatIsThere(OutputCheck(inputs: inputs, replacing: force))
  }

  private func refuseWhatIsThere(_ check: OutputCheck) throws {
    var check = check
    for file in [page, record, answersFile] {
      do {
        try check.add(file)
      } catch FileFailure.exists {
        throw Failure.input("'\(file)' exists\n  help: name another folder with -o, or overwrite with --force")
      }
    }
  }

  /// Writes the report, of all instruments on one page and in one file, and the answers.
  ///
  /// - Parameter pack: Whose questions were answered.
  func write(_ assessments: [Assessment], _ answers: Answers, _ pack: Pack, home: InstalledFolders) throws {
    let report = try PersonReport(templates: home.templates())
    try write(answers, pack)
    try put(report.html(of: assessments), page)
    try put(AssessmentXML.bytes(of: assessments), record)
  }

  private func write(_ answers: Answers, _ pack: Pack) throws {
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw Failure.input("cannot make the folder '\(path)': \(error.localizedDescription)")
    }
    try put(Array(AnswersFile([answers]).json(pack).utf8), answersFile)
  }

  private func put(_ bytes: [UInt8], _ file: String) throws {
    try OutputFile.write(bytes, to: file, replacing: force, isPrivate: true)
  }
}
