import Foundation
import Testing
import Trials

private let isSanitized = ProcessInfo.processInfo.environment["SITWELL_SANITIZER"] != nil

@Suite("What was found by fuzzing")
struct CorpusTests {
  /// Also that it does not take long: that is a finding too.
  @Test("holds for every input that is kept", .timeLimit(.minutes(isSanitized ? 60 : 10)), arguments: Target.allCases)
  func corpus(target: Target) throws {
    let inputs = Target.inputs(target.corpus)
    #expect(!inputs.isEmpty)
    for input in inputs {
      #expect(throws: Never.self, "\(input.name)") { try target.hold(input.bytes) }
    }
  }
}
