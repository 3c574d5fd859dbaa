import Foundation
import RulePacks
import Testing

@Suite("The program")
struct NoSpecialCaseTests {
  @Test("knows no pack by name but the one it takes when none is named")
  func names() throws {
    let folders = try PackLibrary(path: "\(Shipped.repository)/Rules").folders
    let ids = folders.map { String($0.split(separator: "/").last!) }.filter { $0 != "lower-back-hips" }
    #expect(ids.count >= 3)
    let sources = "\(Shipped.repository)/Sources"
    let files = try FileManager.default.subpathsOfDirectory(atPath: sources).filter { $0.hasSuffix(".swift") }
    #expect(files.count > 100)
    for file in files {
      let text = try String(contentsOfFile: "\(sources)/\(file)", encoding: .utf8).lowercased()
      for id in ids { #expect(!text.contains(id), "\(file) names \(id)") }
    }
  }
}
