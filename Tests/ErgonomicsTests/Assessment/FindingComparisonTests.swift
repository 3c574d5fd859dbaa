import Testing

@testable import Ergonomics

@Suite("What became of findings")
struct FindingComparisonTests {
  @Test("is one thing for each of them: solved, new, still there, or open")
  func partition() {
    let comparison = FindingComparison(found: ["b", "e"], open: ["c", "f"], before: ["a", "b", "c"])
    #expect(comparison.solved == ["a"] && comparison.still == ["b"])
    #expect(comparison.undetermined == ["c"] && comparison.new == ["e"])
  }
}
