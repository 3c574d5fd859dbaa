import Dispatch
import Ergonomics
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
  private let names = Mutex(ReportNames())

  /// Few enough that Ctrl-C is noticed soon.
  private static let peopleAtATime = 32

  /// Makes the folder; nobody else may look into it.
  init(_ folder: String, _ assessors: [Assessor], home: Home, date: String, force: Bool, cores: Int) throws {
    (self.folder, self.assessors, self.date, self.force, self.cores) = (folder, assessors, date, force, cores)
    report = try PersonReport(templates: TemplateFolder(home.reports.path))
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw Failure.input("cannot make the folder '\(folder.printable)': \(error.localizedDescription)")
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
    let output = try OutputFile("\(folder)/\(name)", force: force, isPrivate: true)
    try output.write(bytes)
    try output.commit()
  }
}

/// File names for people: whatever an id holds, the name is a plain one, and no two are the same on any file system.
struct ReportNames {
  private static let longest = 60
  private var taken: Set<String> = []

  mutating func name(for id: String) -> String {
    let safe = String(id.map { $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) ? $0 : "_" })
    let start = safe.isEmpty ? "person" : String(safe.prefix(Self.longest))
    let base = Self.reserved.contains(start.lowercased()) ? "_" + start : start
    let names = sequence(first: 1) { $0 + 1 }.lazy.map { $0 == 1 ? base : "\(base)-\($0)" }
    let name = names.first { !taken.contains($0.lowercased()) }!
    taken.insert(name.lowercased())
    return name
  }

  /// Names that some systems keep for devices.
  private static let reserved = Set(
    ["con", "prn", "aux", "nul"] + (1...9).flatMap { ["com\($0)", "lpt\($0)"] })
}
