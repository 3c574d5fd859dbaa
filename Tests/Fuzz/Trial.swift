import Ergonomics
import Foundation
import LibXML
import Surveys
import Synchronization
import TestSupport

/// What must hold of every input, whatever bytes it is.
struct Trial {
  struct Failure: Error { let words: String }
  private struct Outcome: Equatable {
    var results: [UInt8] = []
    var rejects: [UInt8] = []
    var summary: SurveySummary?
    var problems: [Problem] = []

    /// Where the first difference is.
    func difference(to other: Outcome) -> String {
      for (own, others) in [(results, other.results), (rejects, other.rejects)] {
        let lines = [own, others].map { String(decoding: $0, as: UTF8.self).split(separator: "\n") }
        if let line = zip(lines[0], lines[1]).first(where: { $0 != $1 }) { return "\n\(line.0)\n\(line.1)" }
      }
      return "\n\(problems) \(summary.map { "\($0)" } ?? "")\n\(other.problems) \(other.summary.map { "\($0)" } ?? "")"
    }
  }

  let pack: Pack
  let input: [UInt8]
  let options: SurveyOptions

  /// Whether people were scored.
  ///
  /// - Throws: `Failure`, or an error that is none of the ordinary ones.
  func run() async throws -> Bool {
    _ = try? AnswersFile(input, file: "input", pack: pack)
    _ = try? SurveyMapping(input, file: "input").applied(to: [pack])
    var whole = options
    (whole.chunkSize, whole.cores) = (1 << 18, 1)
    let one = try await outcome(whole)
    let two = try await outcome(options)
    let isTooLong = two.problems.contains { ["row-too-long", "open-quote"].contains($0.code.rawValue) }
    if !isTooLong { try check(one == two, "chunks make another outcome: \(one.difference(to: two))") }
    guard let summary = one.summary else {
      try check(!one.problems.isEmpty && one.problems.allSatisfy { $0.help != nil }, "a refusal without help")
      return false
    }
    try check(summary.rows == summary.scored + summary.rejected + summary.setAside, "rows are lost: \(summary)")
    try check(results: one.results, summary)
    try check(rejects: one.rejects, summary)
    try check(try await people(whole) == summary.scored, "reports are made for others than those who are scored")
    return summary.scored > 0
  }

  private func check(_ isTrue: Bool, _ words: @autoclosure () -> String) throws {
    if !isTrue { throw Failure(words: words()) }
  }

  private func outcome(_ options: SurveyOptions) async throws -> Outcome {
    let files = try (0..<3).map { _ in try ScratchFile() }
    try files[0].write(input)
    var outcome = Outcome()
    do {
      outcome.summary = try await SurveyScorer([pack], options).run(
        input: files[0].descriptor, output: files[1].descriptor, rejects: files[2].descriptor)
      (outcome.results, outcome.rejects) = (try files[1].bytes, try files[2].bytes)
    } catch SurveyError.refused(let problems) {
      outcome.problems = problems
    }
    return outcome
  }

  private func check(results: [UInt8], _ summary: SurveySummary) throws {
    switch options.format {
    case .csv, .xlsx:
      let table = String(decoding: results, as: UTF8.self)
      let rows = commaSeparatedRecords(table.hasPrefix("sep=") ? String(table.drop { $0 != "\n" }.dropFirst()) : table)
      try check(rows.count == summary.scored + 1 && rows.allSatisfy { $0.count == rows[0].count }, "half a row")
    case .ndjson:
      let rows = results.split(separator: UInt8(ascii: "\n"))
      try check(rows.count == summary.scored, "half a row of JSON")
      for row in rows { _ = try JSONSerialization.jsonObject(with: Data(row)) }
    case .xml: try check(MarkupDocument(results).root.elements.count == summary.scored, "half a row of XML")
    }
  }

  private func check(rejects: [UInt8], _ summary: SurveySummary) throws {
    let rows = commaSeparatedRecords(String(decoding: rejects, as: UTF8.self))
    let least = 1 + summary.rejected + summary.cellsLeftOpen
    try check(
      rows.allSatisfy { $0.count == 8 } && (options.isStrict ? rows.count >= least : rows.count == least),
      "\(rows.count - 1) rows of rejects for \(summary)")
  }

  private func people(_ options: SurveyOptions) async throws -> Int {
    let file = try ScratchFile()
    try file.write(input)
    let count = Mutex(0)
    _ = try await SurveyPeople([pack], options).read(file.descriptor) { part in
      count.withLock { $0 += part.people.count }
    }
    return count.withLock { $0 }
  }
}
