import Ergonomics
import Foundation
import TestSupport
import Testing

@testable import Surveys

@Suite("A file of encrypted answers")
struct SealedSurveyTests {
  /// Opens a line that begins as encrypted ones do; what it holds stands behind the point, in Base64.
  private static let opener: SurveyOptions.Opener = { line in
    let text = String(decoding: line, as: UTF8.self)
    guard text.hasPrefix("eyJ."), let bytes = Data(base64Encoded: String(text.dropFirst(4))) else { return nil }
    return Array(bytes)
  }

  private static func line(_ id: String, _ seat: String) -> String {
    let text = #"{"id": "\#(id)", "seat_type": "\#(seat)", "team": "X"}"#
    return "eyJ." + Data(text.utf8).base64EncodedString()
  }

  @Test("is told from a table by its first line, also where that is damaged")
  func content() {
    let long = String(repeating: "aB3-_", count: 60)
    for text in ["eyJhbGciOiJ", "\n eyJ.x", "X" + long, "#" + long + ".."] {
      guard case .sealed = FileContent(Array(text.utf8)) else {
        Issue.record("'\(text.prefix(20))' is no encrypted text")
        continue
      }
    }
    for text in ["id,seat_type\n", "id\nanna\n", "id;" + long, "eyJ,b", "", "{\"eyJ\":1}"] {
      if case .sealed = FileContent(Array(text.utf8)) { Issue.record("'\(text.prefix(20))' is an encrypted text") }
    }
  }

  @Test("is not read without the key")
  func noKey() async {
    let told = await refusal(Self.line("a", "stool"))
    #expect(told.count == 1 && told[0].contains("encrypted") && told[0].contains("--team-key"))
  }

  @Test("has a row for each line; one that does not open is rejected with its number")
  func unopened() async throws {
    let file = [
      "\n" + Self.line("a", "stool"), "eyJ.damaged-", Self.line("b", "office_chair") + "\r", "", Self.line("c", "?"),
    ]
    let run = try await SurveyRun(file.joined(separator: "\n")) {
      $0.opens = Self.opener
      $0.keptColumns = ["team"]
    }
    #expect(run.rows.map { $0["id"] } == ["a", "b", "c"] && run.rows.allSatisfy { $0["team"] == "X" })
    #expect(run.summary.scored == 3 && run.summary.rejected == 1 && run.summary.rows == 4)
    #expect(run.rejects.contains("team.csv,3,") && run.rejects.contains("cannot be opened"))
  }

  @Test(
    "of which nothing opens is not refused: what others sent is scored still", arguments: ["eyJ.x-", "eyJ.x-\neyJ.y-"])
  func nothing(_ text: String) async throws {
    let run = try await SurveyRun(text) {
      $0.opens = Self.opener
      $0.groupColumn = "team"
    }
    #expect(run.summary.scored == 0 && run.summary.rejected == run.summary.rows && run.summary.rows > 0)
  }
}
