import Ergonomics
import Foundation
import Markup
import RulePacks
import Surveys
import Synchronization
import TestSupport

/// What must hold of every survey, whatever bytes it is: read in one piece and in chunks, on one core and on several.
struct SurveyTrial {
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
      let said = [self, other].map { outcome in
        let counts = "\(outcome.results.count) and \(outcome.rejects.count) bytes, \(outcome.problems)"
        return [counts] + (outcome.summary.map(Self.parts) ?? [])
      }
      return zip(said[0], said[1]).filter { $0 != $1 }.map { "\n\($0)\n\($1)" }.joined()
    }

    private static func parts(_ summary: SurveySummary) -> [String] {
      Mirror(reflecting: summary).children.map { "\($0.label ?? ""): \($0.value)" }
    }
  }

  private static let pack = try! Pack.fixture("survey-fixtures")
  private let pack = Self.pack
  private let input: [UInt8]
  private let options: SurveyOptions

  /// With options that are as random as the input, and the same for it each time.
  init(_ input: [UInt8]) {
    self.input = input
    var hash = ContentHash()
    hash.add(input)
    var random = SeededGenerator(Int(hash.digits.prefix(15), radix: 16) ?? 0)
    func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    var options = SurveyOptions(file: "input")
    options.chunkSize = number(200...5000)
    options.blockSize = number(0...1) == 0 ? 1 << 16 : number(64...2000)
    options.cores = number(1...3)
    options.isStrict = number(0...3) == 0
    options.includesHealth = number(0...1) == 0
    options.format = ResultFormat.allCases[number(0...3)]
    options.included = Set(SetAsideReason.allCases.filter { _ in number(0...5) == 0 })
    self.options = options
  }

  func hold() throws {
    let done = DispatchSemaphore(value: 0)
    let result = Mutex(Result<Void, any Error>.success(()))
    Task {
      do { try await run() } catch { result.withLock { $0 = .failure(error) } }
      done.signal()
    }
    done.wait()
    try result.withLock { try $0.get() }
  }

  private func run() async throws {
    var whole = options
    (whole.chunkSize, whole.cores) = (1 << 18, 1)
    let one = try await outcome(whole)
    let two = try await outcome(options)
    // What does not fit into a chunk, and where headings were looked for: in the first chunk alone.
    let isOfChunks = two.problems.contains {
      [.rowTooLong, .openQuote, .noQuestionColumn, .wrongEncoding].contains($0.code)
    }
    if !isOfChunks { try demand(one == two, "chunks make another outcome: \(one.difference(to: two))") }
    guard let summary = one.summary else {
      return try demand(!one.problems.isEmpty && one.problems.allSatisfy { $0.help != nil }, "a refusal without help")
    }
    try demand(summary.rows == summary.scored + summary.rejected + summary.setAside, "rows are lost: \(summary)")
    try check(results: one.results, summary)
    try check(rejects: one.rejects, summary)
    try demand(try await people(whole) == summary.scored, "reports are made for others than those who are scored")
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
      try demand(rows.count == summary.scored + 1 && rows.allSatisfy { $0.count == rows[0].count }, "half a row")
    case .ndjson:
      let rows = results.split(separator: UInt8(ascii: "\n"))
      try demand(rows.count == summary.scored, "half a row of JSON")
      for row in rows { _ = try JSONSerialization.jsonObject(with: Data(row)) }
    case .xml: try demand(MarkupDocument(results).root.elements.count == summary.scored, "half a row of XML")
    }
  }

  private func check(rejects: [UInt8], _ summary: SurveySummary) throws {
    let rows = commaSeparatedRecords(String(decoding: rejects, as: UTF8.self))
    let least = 1 + summary.rejected + summary.cellsLeftOpen
    // Cells about health have their rows, and are not counted in what is said.
    let mayHaveMore = options.isStrict || summary.leavesHealthOpen
    try demand(
      rows.allSatisfy { $0.count == 8 } && (mayHaveMore ? rows.count >= least : rows.count == least),
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
