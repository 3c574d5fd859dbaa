import Ergonomics
import TestSupport
import Testing

@Suite("The explanation of a rule")
struct ExplanationTests {
  @Test(
    "names what changes it, whoever is asked",
    arguments: ["lower-back-hips", "rosa", "hse-workstation", "osha-workstation"]
  )
  func promises(_ name: String) throws {
    let assessor = Assessor(try Pack.shipped(name), programVersion: "1")
    var (promises, random) = (ExplanationPromises(assessor, seed: 5), RandomAnswers(seed: 5))
    for _ in 0..<(name == "lower-back-hips" ? 4 : 12) {
      let person = random.person(assessor.pack)
      for (place, said) in assessor.explain(person).enumerated() {
        let broken = promises.broken(said, ofRule: place, person)
        #expect(broken == nil, "\(said.id): \(broken?.rawValue ?? "") \(person.byQuestion)")
      }
    }
  }
}
