import Ergonomics
import TestSupport
import Testing

@Suite("What is kept of an assessment")
struct OutcomesTests {
  @Test(
    "is what the whole of it says", arguments: ["lower-back-hips", "rosa", "hse-workstation", "osha-workstation"])
  func same(id: Pack.ID) throws {
    let assessor = Assessor(try Shipped.pack(id), programVersion: "1")
    var random = RandomAnswers(seed: 17)
    for _ in 0..<60 {
      let answers = random.person(assessor.pack)
      let whole = assessor.assess(answers, date: "2026-01-31", .workstation)
      let kept = assessor.outcomes(of: answers, date: "2026-01-31")
      #expect(kept.header == whole.header)
      #expect(kept.scores.map(\.now) == whole.scores.map(\.now))
      #expect(kept.findings.map(\.id) == whole.findings.map(\.id))
      #expect(kept.undetermined == whole.undetermined)
      #expect(kept.actions == whole.actions)
      #expect(Set(kept.actions.map(\.correction)).isSubset(of: whole.corrections.map(\.id)))
    }
  }
}
