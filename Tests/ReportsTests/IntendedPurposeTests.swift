import Ergonomics
import Foundation
import Reports
import TestSupport
import Testing

@Suite("The intended purpose")
struct IntendedPurposeTests {
  @Test("is stated in the README in the words of the reports")
  func readme() throws {
    let readme = try String(contentsOf: Fixtures.repository.appending(path: "README.md"), encoding: .utf8)
    let words = readme.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains(IntendedPurpose.statement))
  }

  @Test("stands at the foot of each personal and each ergonomist's report", arguments: ["person", "ergonomist"])
  func foot(template: String) throws {
    let path = Fixtures.repository.appending(path: "Reports/\(template).mustache")
    let foot = try String(contentsOf: path, encoding: .utf8).split(separator: "<footer>").last
    #expect(foot?.contains("{{purpose}}") == true)
  }
}
