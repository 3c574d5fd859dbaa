import Ergonomics
import Foundation
import TestSupport
import Testing

@testable import Surveys

@Suite("A damaged survey file")
struct HostileSurveyTests {
  @Test("is scored with every row accounted for, or refused, whatever bytes it holds", arguments: 0..<60)
  func mutated(seed: Int) async throws {
    var generator = SurveyGenerator(.office, seed: seed)
    generator.misread = 3
    var bytes = Array(generator.csv(rows: 40).utf8)
    var random = SeededGenerator(seed)
    let hostile = Array("\",\n\r\0;-='\u{FEFF}".utf8) + [0x80, 0xC3, 0xFF]
    for _ in 0..<Int.random(in: 1...12, using: &random) {
      let place = Int.random(in: bytes.indices, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes[place] = hostile.randomElement(using: &random)!
      case 1: bytes.insert(hostile.randomElement(using: &random)!, at: place)
      case 2: bytes.remove(at: place)
      default: bytes.removeSubrange(place..<min(place + 70, bytes.count))
      }
    }
    do {
      let run = try await SurveyRun(bytes) { ($0.chunkSize, $0.cores) = (1 << (10 + seed % 4), 1 + seed % 2) }
      let summary = run.summary
      #expect(summary.rows == summary.scored + summary.rejected + summary.setAside)
      #expect(PlainScorer.records(run.results).count == summary.scored + 1)
      let rejects = PlainScorer.records(run.rejects)
      #expect(rejects.allSatisfy { $0.count == 8 })
      #expect(rejects.count == 1 + summary.rejected + summary.cellsLeftOpen)
    } catch SurveyError.refused(let problems) {
      #expect(!problems.isEmpty && problems.allSatisfy { $0.help != nil })
    }
  }

  @Test("or a full disk stops with the reason")
  func fullDisk() async throws {
    let full = open("/dev/full", O_WRONLY)
    defer { close(full) }
    let survey = try ScratchFile()
    var generator = SurveyGenerator(.office, seed: 1)
    try survey.write(Array(generator.csv(rows: 3000).utf8))
    var options = SurveyScorer.Options(file: "team.csv")
    (options.cores, options.chunkSize) = (2, 4096)
    #expect(await Self.failure(options, survey.descriptor, full) == .cannotWrite(errno: ENOSPC))
    #expect(await Self.failure(options, -1, full) == .cannotRead(errno: EBADF))
  }

  private static func failure(_ options: SurveyScorer.Options, _ input: Int32, _ output: Int32) async -> SurveyError? {
    do {
      _ = try await SurveyScorer([.office], options).run(input: input, output: output, rejects: nil)
      return nil
    } catch {
      return error as? SurveyError
    }
  }
}
