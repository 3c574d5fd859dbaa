import Ergonomics
import Foundation
import TestSupport
import Testing

@testable import Surveys

@Suite("The text of a survey file")
struct DialectTests {
  private static let survey = "id,team,seat_type,sitting_time\n1,Büro – „Süd“,stool,6\n2,\"a, b\",office_chair,7\n"

  private static func bytes(_ text: String, _ encoding: String.Encoding) throws -> [UInt8] {
    Array(try #require(text.data(using: encoding)))
  }

  @Test("means the same in every encoding, and says which it is", arguments: [64, 200, 4096])
  func encodings(chunkSize: Int) async throws {
    func run(_ bytes: [UInt8]) async throws -> SurveyRun {
      try await SurveyRun(bytes) { ($0.keptColumns, $0.chunkSize) = (["team"], chunkSize) }
    }
    let plain = try await run(Array(Self.survey.utf8))
    #expect(plain.results.contains("\n1,Büro – „Süd“,"))
    #expect(plain.summary.encoding == .utf8)
    for (encoding, mark, found) in [
      (String.Encoding.utf16LittleEndian, [0xFF, 0xFE] as [UInt8], TextEncoding.utf16LittleEndian),
      (.utf16LittleEndian, [], .utf16LittleEndian),
      (.utf16BigEndian, [0xFE, 0xFF], .utf16BigEndian),
      (.utf8, [0xEF, 0xBB, 0xBF], .utf8),
      (.windowsCP1252, [], .windows1252),
    ] {
      let other = try await run(mark + Self.bytes(Self.survey, encoding))
      #expect(other.results == plain.results)
      #expect(other.summary.encoding == found)
    }
    let ascii = try await run(Array("id,team,seat_type\n1,A,stool\n".utf8))
    #expect(ascii.summary.encoding == nil)
  }

  @Test("that turns out to be Windows-1252 late is read so from there on, at any chunk size")
  func lateDecision() async throws {
    let rows = (1...300).map { "\($0),\($0 < 280 ? "Buero" : "B\u{FC}ro \u{20AC}"),stool,6\n" }.joined()
    let bytes = try Self.bytes("id,team,seat_type,sitting_time\n" + rows, .windowsCP1252)
    var results: Set<String> = []
    for chunkSize in [64, 100, 1000, 1 << 16] {
      let run = try await SurveyRun(bytes) { ($0.keptColumns, $0.chunkSize) = (["team"], chunkSize) }
      #expect(run.summary.rejected == 0 && run.summary.scored == 300)
      results.insert(run.results)
    }
    #expect(results.count == 1)
    #expect(results.first?.contains("\n300,Büro €,") == true)
  }

  @Test("keeps characters whole across blocks, however they are cut", arguments: 1...9)
  func decoderBlocks(size: Int) throws {
    let text = "a😀bé€\u{10FFFF}z"
    for (encoding, bytes) in [
      (TextEncoding.utf16LittleEndian, try Self.bytes(text, .utf16LittleEndian)),
      (.utf16BigEndian, try Self.bytes(text, .utf16BigEndian)),
    ] {
      var decoder = TextDecoder(encoding)
      var decoded: [UInt8] = []
      for start in stride(from: 0, to: bytes.count, by: size) {
        decoded += decoder.decode(bytes[start..<min(start + size, bytes.count)], isLast: start + size >= bytes.count)
      }
      #expect(String(decoding: decoded, as: UTF8.self) == text)
    }
  }

  @Test("may have any separator, named or not, and lines that end in any way")
  func separators() async throws {
    let plain = try await SurveyRun(Self.survey) { $0.keptColumns = ["team"] }.results
    for separator in [";", "\t", "|"] {
      let other = Self.survey.replacing(",", with: separator).replacing("a\(separator) b", with: "a, b")
      #expect(try await SurveyRun(other) { $0.keptColumns = ["team"] }.results == plain)
      #expect(try await SurveyRun("sep=\(separator)\r\n" + other) { $0.keptColumns = ["team"] }.results == plain)
      let returns = other.replacing("\n", with: "\r")
      #expect(try await SurveyRun(returns) { $0.keptColumns = ["team"] }.results == plain)
    }
  }

  @Test("names the right line behind a line that names the separator")
  func lines() async throws {
    let run = try await SurveyRun("sep=;\nid;seat_type\n1;stool\n2;stol\n")
    #expect(run.rejects.contains("team.csv,4,3,seat_type,stol,"))
  }

  @Test("may hold its headings again, which are no response")
  func repeatedHeadings() async throws {
    let run = try await SurveyRun("id,seat_type\n1,stool\nid,seat_type\n2,stool\n")
    #expect("\(run.summary)" == "rows 3 = scored 2 + rejected 0 + set aside 1; 0 cells left open")
    #expect(run.summary.setAsideByKind == [.heading: 1])
  }
}
