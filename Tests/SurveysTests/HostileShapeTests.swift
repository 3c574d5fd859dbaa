import Ergonomics
import TestSupport
import Testing

@testable import Surveys

@Suite("A damaged export of a platform")
struct HostileShapeTests {
  @Test("is scored with every row accounted for, or refused with a way out", arguments: PlatformShape.all)
  func mutated(shape: PlatformShape) async throws {
    let whole = Array(shape.write(PlatformShape.people(6, .office, seed: 9), .office).utf8)
    let hostile = Array("\"{}[],:\\<>/;\n\r\0u'&=".utf8) + [0x80, 0xC3, 0xFF]
    for seed in 0..<12 {
      var (bytes, random) = (whole, SeededGenerator(seed))
      for _ in 0..<Int.random(in: 1...5, using: &random) {
        let place = Int.random(in: bytes.indices, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[place] = hostile.randomElement(using: &random)!
        case 1: bytes.insert(hostile.randomElement(using: &random)!, at: place)
        case 2: bytes.removeSubrange(place..<min(place + 40, bytes.count))
        default: bytes.removeSubrange(place...)
        }
        if bytes.isEmpty { break }
      }
      do {
        let summary = try await SurveyRun(bytes).summary
        #expect(summary.rows == summary.scored + summary.rejected + summary.setAside)
      } catch SurveyError.refused(let problems) {
        #expect(!problems.isEmpty && problems.allSatisfy { !$0.summary.isEmpty })
      }
    }
  }
}
