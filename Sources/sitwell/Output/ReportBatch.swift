import Dispatch
import Ergonomics
import Files
import Foundation
import Reports
import Surveys
import Synchronization

/// The personal reports of all people of a survey, as HTML and XML in one folder.
///
/// Reports are made and written on several cores, some people at a time.
final class ReportBatch: Sendable {
  private let folder: String
  private let assessors: [Assessor]
  private let report: PersonReport
  private let date: String
  private let force: Bool
  private let resumes: Bool
  private let cores: Int
  private let check: OutputCheck
  private let names = Mutex(ReportNames())
  private let done = Mutex((people: 0, kept: 0))

  /// Few enough that Ctrl-C is noticed soon.
  private static let peopleAtATime = 32

  /// The list of whose report is in which file.
  static func index(of folder: String) -> String { "\(folder)/people.csv" }

  /// - Throws: `Failure` with how many there are, where an earlier run has left reports.
  static func refuseReports(in folder: String) throws {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let count = names.count { $0.hasSuffix(".html") }
    guard count > 0 else { return }
    throw Failure.input(
      "'\(folder)' holds \(count) report\(count == 1 ? "" : "s") already\n  help: go on where that run stopped with "
        + "--resume-reports, name another folder, or overwrite with --force")
  }

  /// Makes the folder; nobody else may look into it.
  ///
  /// - Parameter resumes: Reports that are there already, of the same people with the same answers, stay.
  init(
    _ folder: String, _ assessors: [Assessor], home: InstalledFolders, date: String, check: OutputCheck, force: Bool,
    resumes: Bool, cores: Int
  ) throws {
    (self.folder, self.assessors, self.date, self.check, self.force) = (folder, assessors, date, check, force)
    (self.resumes, self.cores) = (resumes, cores)
    report = try PersonReport(templates: home.templates())
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

  /// How many people have their reports, and how many of them had before.
  var count: (people: Int, kept: Int) { done.withLock { $0 } }

  /// Each core makes and writes some of them; of several failures the first in the order of the people is told.
  private func write(_ people: [Answers]) throws {
    let names = names.withLock { names in people.map { names.name(for: $0.id ?? "") } }
    let failure = Mutex<(place: Int, error: any Error)?>(nil)
    DispatchQueue.concurrentPerform(iterations: cores) { [cores] first in
      for place in stride(from: first, to: people.count, by: cores) {
        if failure.withLock({ $0.map { $0.place < place } ?? false }) { return }
        do {
          try write(people[place], as: names[place])
        } catch {
          failure.withLock { if place < $0?.place ?? .max { $0 = (place, error) } }
        }
      }
    }
    if let error = failure.withLock({ $0?.error }) { throw error }
  }

  /// A page is dear to make, and not made once more for whom it is there already.
  private func write(_ person: Answers, as name: String) throws {
    let assessments = assessors.assess(person, date: date)
    let record = AssessmentXML.bytes(of: assessments)
    let isKept = hasPage(name, with: record)
    if !isKept { try put(report.html(of: assessments), "\(name).html") }
    try put(record, "\(name).xml")
    done.withLock { $0 = ($0.people + 1, $0.kept + (isKept ? 1 : 0)) }
  }

  /// The page is written before the record: where the same record is, so is the page.
  private func hasPage(_ name: String, with record: [UInt8]) -> Bool {
    guard resumes, FileManager.default.fileExists(atPath: "\(folder)/\(name).html") else { return false }
    return FileManager.default.contents(atPath: "\(folder)/\(name).xml").map { $0.elementsEqual(record) } ?? false
  }

  private func put(_ bytes: [UInt8], _ name: String) throws {
    let path = "\(folder)/\(name)"
    try check.look(at: path)
    try OutputFile.write(bytes, to: path, replacing: force, isPrivate: true, orSame: resumes)
  }

  /// Writes the list of whose report is in which file.
  func finish() throws {
    let list = names.withLock { $0.list }
    try OutputFile.write(list.utf8, to: Self.index(of: folder), replacing: force, isPrivate: true, orSame: resumes)
  }
}

/// The names that reports were given so far.
private struct ReportNames {
  /// As a table of ids and files.
  private(set) var list = "id,file\n"
  private var taken: [SafeName: Int] = [:]

  /// Whoever has the same id, by wish of the user or in another file, gets a number.
  mutating func name(for id: String) -> String {
    let name = SafeName(for: id)
    taken[name, default: 0] += 1
    let file = taken[name] == 1 ? name.text : "\(name.text)~~\(taken[name]!)"
    list += "\(id.neutralised.asField),\(file).html\n"
    return file
  }
}
