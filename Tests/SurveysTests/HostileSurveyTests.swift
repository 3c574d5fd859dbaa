import Ergonomics
import Foundation
import TestSupport
import Testing

@testable import Surveys

@Suite("A damaged survey file")
struct HostileSurveyTests {
  @Test("is refused where it has more columns than anybody asks questions", arguments: ["", "x"])
  func tooWide(heading: String) async throws {
    let wide = (0...10_000).map { _ in heading }.joined(separator: ",")
    do {
      _ = try await SurveyRun(Array("id,seat,\(wide)\n1,stool\n".utf8))
      Issue.record("it was read")
    } catch SurveyError.refused(let problems) {
      #expect(problems.map(\.code) == [.tooManyColumns] && problems[0].summary.contains("10003 columns"))
    }
  }

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
      let isAboutHealth = { (reject: [String]) in reject.contains("an answer about health is not understood") }
      #expect(rejects.count { !isAboutHealth($0) } == 1 + summary.rejected + summary.cellsLeftOpen)
      #expect(rejects.contains(where: isAboutHealth) == summary.leavesHealthOpen)
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
    var options = SurveyOptions(file: "team.csv")
    (options.cores, options.chunkSize) = (2, 4096)
    #expect(await Self.failure(options, survey.descriptor, full) == .cannotWrite(errno: ENOSPC))
    #expect(await Self.failure(options, -1, full) == .cannotRead(errno: EBADF))
  }

  private static func failure(_ options: SurveyOptions, _ input: Int32, _ output: Int32) async -> SurveyError? {
    do {
      _ = try await SurveyScorer([.office], options).run(input: input, output: output, rejects: nil)
      return nil
    } catch {
      return error as? SurveyError
    }
  }
}

@Suite("A cell or heading without end")
struct EndlessCellTests {
  @Test("is read as one of ordinary length")
  func joined() async throws {
    let cell = String(repeating: "walk, stand stretch ", count: 10_000)
    let run = try await SurveyRun("id,breaks\n1,\"\(cell)\"\n2,\"\(cell) run\"\n")
    #expect(run.rows[0]["answered"] == "1" && run.summary.cellsLeftOpen == 1)
  }

  @Test("is not taken apart in each possible way")
  func headings() async throws {
    let heading = String(repeating: "_/", count: 100_000)
    #expect(try await SurveyRun("id,\(heading),breaks\n1,,walk\n").summary.unusedColumns == [heading])
  }

  @Test("is held against the answers there are in no time")
  func unknown() async throws {
    let cell = String(repeating: "abc ", count: 50_000)
    #expect(try await SurveyRun("id,seat_type\n1,\(cell)\n").summary.cellsLeftOpen == 1)
  }
}
