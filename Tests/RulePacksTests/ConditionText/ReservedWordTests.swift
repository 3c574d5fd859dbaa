import Ergonomics
import RulePacks
import Testing

@Suite("A word of the language")
struct ReservedWordTests {
  @Test("cannot be read as a question", arguments: Vocabulary.reservedWords.sorted().filter { $0 != "%" })
  func question(word: String) {
    let vocabulary = Vocabulary(questions: [.choice(word, ["yes", "no"], isYesNo: true)])
    let reading = ConditionText.read(SourceText(word, file: "rule.xml", line: 1), with: vocabulary)
    #expect(!reading.problems.isEmpty)
  }

  @Test("can be an option unless it is one of four", arguments: Vocabulary.reservedWords.sorted().filter { $0 != "%" })
  func option(word: String) {
    let vocabulary = Vocabulary(questions: [.choice("seat", [word, "other"]), .choices("areas", [word, "other"])])
    let texts = [
      "seat is \(word)", "seat is not \(word)", "seat in (\(word))", "areas has \(word)",
      "areas has \(word) and areas has any of (other, \(word))",
    ]
    for text in texts {
      let reading = ConditionText.read(SourceText(text, file: "rule.xml", line: 1), with: vocabulary)
      #expect(reading.problems.isEmpty != Vocabulary.reservedOptions.contains(word), "\(text)")
    }
  }
}
