import Ergonomics
import Interview
import TestSupport
import Testing

@Suite("A warning sign in the interview")
struct WarningSignInterviewTests {
  private static let pack = Result { try Pack.shipped("lower-back-hips") }

  /// What is typed to choose an option.
  private func number(of option: AnswerOption.ID, in question: Question.ID) throws -> String {
    let options = try #require(try Self.pack.get().question(question)).options
    return String(try #require(options.firstIndex { $0.id == option }) + 1)
  }

  private func title(_ sign: WarningSign) throws -> String {
    try #require(try Self.pack.get().careCards.first { $0.id == sign.card }).title
  }

  /// Plays the interview to its end or to a stop, and gives what was shown and the card of the answers that were kept.
  private func play(_ lines: [String], from answers: Answers = Answers()) throws -> (shown: String, card: CareCard.ID?)
  {
    let pack = try Self.pack.get()
    let conversation = Conversation(lines)
    _ = conversation.run(pack, width: 10_000, from: answers)
    let kept = conversation.kept.last ?? answers
    let assessment = Assessor(pack, programVersion: "1").assess(kept, date: "2026-01-31")
    return (conversation.transcript, assessment.careCards.first?.id)
  }

  @Test(
    "of an emergency is the first thing asked, and is answered by its card at once", arguments: WarningSign.emergencies)
  func emergency(sign: WarningSign) throws {
    let chosen = try number(of: sign.option, in: "emergency_signs")
    let stopped = try play([chosen, ""])
    #expect(stopped.shown.contains("Please read this now: \(try title(sign))") && stopped.card == sign.card)
    #expect(!stopped.shown.contains("have you had pain"))
    for pain in ["1", "2", "s"] { #expect(try play([chosen, "1", pain, "q"]).card == sign.card, "pain \(pain)") }
  }

  @Test(
    "to show a doctor is answered by its card, also when no pain is told of after all", arguments: WarningSign.urgent)
  func urgent(sign: WarningSign) throws {
    let none = try number(of: "none_of_these", in: "emergency_signs")
    let begun = [none, "1", try number(of: sign.option, in: "urgent_signs")]
    let told = try play(begun + ["q"])
    #expect(told.shown.contains("Worth knowing: \(try title(sign))") && told.card == sign.card)
    for pain in ["2", "s"] { #expect(try play(begun + ["b", "b", pain, "q"]).card == sign.card, "pain \(pain)") }
  }

  @Test("asked for the sake of massage is answered by its card as well", arguments: WarningSign.underMassage)
  func underMassage(sign: WarningSign) throws {
    let pack = try Self.pack.get()
    var answers = try #require(try TypicalPerson.all(pack).last).answers
    answers["has_pain"] = .option("yes")
    for id in ["urgent_signs", "lasting_signs", "pain_areas", "pain_pattern"] {
      answers[id] = .options(["none_of_these"])
    }
    let begun = [try number(of: sign.option, in: sign.question)]
    let told = try play(begun + ["q"], from: answers)
    #expect(told.shown.contains("Worth knowing: \(try title(sign))") && told.card == sign.card)
    for pain in [Answer.option("no"), nil] {
      answers["has_pain"] = pain
      answers[sign.question] = .options([sign.option])
      #expect(try play(["q"], from: answers).shown.contains("Worth knowing: \(try title(sign))"))
    }
  }
}
