import Dispatch
import Ergonomics
import Files
import Foundation
import Reports
import Surveys
import Synchronization

/// The personal reports of all people of a survey, as HTML and XML in one folder.
///
/// Reports are made on several cores, some people at a time, and written in the order of the file.
final class ReportBatch: Sendable {
  private let folder: String
  private let assessors: [Assessor]
  private let report: PersonReport
  private let date: String
  private let force: Bool
  private let cores: Int
  private let check: OutputCheck
  private let names = Mutex(ReportNames())

  /// Few enough that Ctrl-C is noticed soon.
  private static let peopleAtATime = 32

  /// The list of whose report is in which file.
  static func index(of folder: String) -> String { "\(folder)/people.csv" }

  /// Makes the folder; nobody else may look into it.
  init(
    _ folder: String, _ assessors: [Assessor], home: Home, date: String, check: OutputCheck, force: Bool, cores: Int
  ) throws {
    (self.folder, self.assessors, self.date, self.check, self.force) = (folder, assessors, date, check, force)
    self.cores = cores
    report = try PersonReport(templates: TemplateFolder(home.reports.path))
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw Failure.input("cannot make the folder '\(folder)': \(error.localizedDescription)")
    }
  }

  /// Writes the reports of a file; the people are those that the scorer scores.
  func write(_ people: SurveyPeople, in file: SurveyFiles.Opened) async throws -> SurveySummary {
    let failure = Mutex<(any Error)?>(nil)
    let summary = try await people.read(file.descriptor, after: file.start) { part throws(SurveyError) in
      for start in stride(from: 0, to: part.people.count, by: Self.peopleAtATime) {
        if failure.withLock({ $0 != nil }) || Task.isCancelled { return }
        do {
          try self.write(part.people[start...].prefix(Self.peopleAtATime).map(\.answers))
        } catch {
          failure.withLock { $0 = error }
        }
      }
    }
    if let error = failure.withLock({ $0 }) { throw error }
    return summary
  }

  private func write(_ people: [Answers]) throws {
    for (person, pages) in zip(people, pages(of: people)) {
      let name = names.withLock { $0.name(for: person.id ?? "") }
      try put(pages.html, "\(name).html")
      try put(pages.xml, "\(name).xml")
    }
  }

  private typealias Pages = (html: [UInt8], xml: [UInt8])

  /// In the order of the people, whichever core made them.
  private func pages(of people: [Answers]) -> [Pages] {
    let pages = Mutex([Pages](repeating: ([], []), count: people.count))
    DispatchQueue.concurrentPerform(iterations: cores) { [assessors, report, date, cores] first in
      for place in stride(from: first, to: people.count, by: cores) {
        let assessments = assessors.assess(people[place], date: date)
        let made = (report.html(of: assessments), AssessmentXML.bytes(of: assessments))
        pages.withLock { $0[place] = made }
      }
    }
    return pages.withLock { $0 }
  }

  private func put(_ bytes: [UInt8], _ name: String) throws {
    let path = "\(folder)/\(name)"
    try check.look(at: path)
    try OutputFile.write(bytes, to: path, replacing: force, isPrivate: true)
  }

  /// Writes the list of whose report is in which file.
  func finish() throws {
    let list = names.withLock { $0.list }
    try OutputFile.write(list.utf8, to: Self.index(of: folder), replacing: force, isPrivate: true)
  }
}

/// The names that reports were given so far.
private struct ReportNames {
  /// As a table of ids and files.
  private(set) var list = "id,file\n"
  private var taken: [SafeName: Int] = [:]

  /// Whoever has the same id, by wish of the user or in another file, gets a number.
  mutating func name(for id: String) -> String {
    let name = SafeName(for: id) { SHA256.digest($0.utf8).hexadecimal }
    taken[name, default: 0] += 1
    let file = taken[name] == 1 ? name.text : "\(name.text)~~\(taken[name]!)"
    list += "\(id.neutralised.asField),\(file).html\n"
    return file
  }
}
