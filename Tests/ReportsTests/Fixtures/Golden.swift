import Foundation
import Testing

/// Compares `actual` with the file `name` in the `Golden` folder beside the calling test.
///
/// Run with `UPDATE_GOLDEN=1` to accept the new text. An update still fails
/// the test, so that a run that rewrote its own expectations is never green.
func expectGolden(
  _ actual: String, _ name: String,
  caller: String = #filePath, at location: SourceLocation = #_sourceLocation
) throws {
  let file = URL(filePath: caller).deletingLastPathComponent().appending(path: "Golden/\(name)")
  if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(actual.utf8).write(to: file)
    Issue.record("updated \(name); read the diff, then run again", sourceLocation: location)
    return
  }
  let expected = try String(contentsOf: file, encoding: .utf8)
  #expect(actual == expected, "run with UPDATE_GOLDEN=1 if the change is meant", sourceLocation: location)
}
