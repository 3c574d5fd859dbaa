import Ergonomics
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Surveys

/// A survey scored from bytes to text.
struct SurveyRun {
  let results: String
  let rejects: String
  let summary: SurveySummary

  init(
    _ survey: some Sequence<UInt8>, packs: [Pack] = [.office], _ change: (inout SurveyOptions) -> Void = { _ in }
  ) async throws {
    var options = SurveyOptions(file: "team.csv")
    change(&options)
    let files = try (0..<3).map { _ in try ScratchFile() }
    try files[0].write(Array(survey))
    summary = try await SurveyScorer(packs, options).run(
      input: files[0].descriptor, output: files[1].descriptor, rejects: files[2].descriptor)
    (results, rejects) = (try files[1].text, try files[2].text)
  }

  init(
    _ survey: String, packs: [Pack] = [.office], _ change: (inout SurveyOptions) -> Void = { _ in }
  ) async throws {
    try await self.init(survey.utf8, packs: packs, change)
  }

  /// Rows of results as cells by heading.
  var rows: [[String: String]] {
    let lines = results.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    return lines.dropFirst().map { cells in
      Dictionary(uniqueKeysWithValues: zip(lines[0].map(String.init), cells.map(String.init)))
    }
  }
}

/// The problems a survey is refused with, as printed.
func refusal(
  _ survey: String, packs: [Pack] = [.office], _ change: (inout SurveyOptions) -> Void = { _ in }
) async -> [String] {
  do {
    _ = try await SurveyRun(survey, packs: packs, change)
    return []
  } catch SurveyError.refused(let problems) {
    return problems.map(\.description)
  } catch {
    return ["\(error)"]
  }
}

/// All people of a survey, as reports get them.
func everybody(
  of survey: some Sequence<UInt8>, packs: [Pack] = [.office], _ change: (inout SurveyOptions) -> Void = { _ in }
) async throws -> [SurveyPerson] {
  var options = SurveyOptions(file: "team.csv")
  change(&options)
  let file = try ScratchFile()
  try file.write(Array(survey))
  let people = Mutex([SurveyPerson]())
  _ = try await SurveyPeople(packs, options).read(file.descriptor) { part in
    people.withLock { $0 += part.people }
  }
  return people.withLock { $0 }
}

/// How a survey is understood.
func picture(
  of survey: String, packs: [Pack] = [.office], _ change: (inout SurveyOptions) -> Void = { _ in }
) async throws -> SurveyUnderstanding {
  var options = SurveyOptions(file: "team.csv")
  change(&options)
  let file = try ScratchFile()
  try file.write(Array(survey.utf8))
  return try await SurveyUnderstanding(packs, options, of: file.descriptor)
}
