import Interview
import TestSupport
import Testing

@testable import Ergonomics

@Suite("A dialogue")
struct DialogueTests {
  private static let hasDesk = Condition.isOneOf("has_desk", ["yes"])
  private static let pack = Pack.small(
    questions: [
      .yesNo("has_desk"), .number("desk", 500...900, unit: .millimetre, askWhen: hasDesk),
      .choices("habits", ["slump", "twist", "none"], alone: ["none"]),
    ],
    careCards: [
      CareCard(
        id: "care", level: .emergency, title: "See a doctor now", when: .hasAny("habits", ["twist"]),
        signs: ["A sign"], ask: "an ambulance", soon: "now")
    ])

  private func answers(_ lines: [String]) -> Dialogue.Ending { Conversation(lines).run(Self.pack) }

  private let whole = Answers(["has_desk": .option("yes"), "desk": .number(720), "habits": .options(["slump"])])

  @Test("reads like a conversation")
  func transcript() {
    let conversation = Conversation(["1", "72 cm", "1", ""])
    var pack = Self.pack
    pack.generalAdvice = .init(takes: "about 2 minutes")
    #expect(conversation.run(pack, width: 60) == .finished(whole))
    #expect(
      conversation.transcript == """
        Small: about 2 minutes. There are no wrong answers, and you
        can skip any question. Your answers stay on this computer.
        This is a screening of your workstation, not a diagnosis.

        Question 1 of about 3. All
        What about has_desk?
          1  Yes
          2  No
          3  Not sure
        Type the number of your answer, or its words, then Enter.
        ? why we ask, s skip, q stop
        > 1

        Question 2 of 3. All
        What about desk?
        Type a length from 500 mm to 900 mm, such as 70 cm or 28 in,
        then Enter.
        b back, ? why we ask, s skip, q stop
        > 72 cm

        Question 3 of 3. All
        What about habits?
          1  Slump
          2  Twist
          3  None
          4  Not sure
        Type all numbers that apply, such as 1 3, then Enter.
        > 1

        Your answers
          1  Has_desk: Yes
          2  Desk: 720 mm
          3  Habits: Slump
        Type a number to change that answer, or Enter when all is
        right. b back, q stop.
        >\u{20}

        """)
  }

  @Test("goes back, also from an answer that was not understood")
  func back() {
    #expect(answers(["1", "72 kg", "b", "1", "72 cm", "1", ""]) == .finished(whole))
    #expect(
      answers(["b", "1", "720", "b", "b", "2", "1", ""])
        == .finished(Answers(["has_desk": .option("no"), "desk": .number(720), "habits": .options(["slump"])])))
  }

  @Test("takes words as well as numbers, and not sure")
  func words() {
    #expect(
      answers(["Yes", "28 in", "slump; twist", "go on", ""])
        == .finished(
          Answers(["has_desk": .option("yes"), "desk": .number(711), "habits": .options(["slump", "twist"])])))
    #expect(answers(["not sure", "s", "4", ""]) == .finished(Answers(["has_desk": .declined, "habits": .declined])))
  }

  @Test(
    "says what is wrong with an answer, and what to type",
    arguments: [
      ("7", "There is no answer 7.\nType a number from 1 to 3, for example 2.\n"),
      ("maybe", "'maybe' is not one of the answers.\nUse one of: yes, no.\n"),
      ("", "Nothing typed. Type an answer, s to skip, or ? to see why we ask.\n"),
      ("?", "It matters.\n? why we ask, s skip, q stop\n"),
      ("b", "This is the first question: there is nothing to go back to.\n"),
      ("\u{1B}[31mred\u{202E}", "'<U+001B>[31mred' is not one of the answers.\nUse one of: yes, no.\n"),
    ])
  func mistakes(line: String, reply: String) {
    let conversation = Conversation([line])
    #expect(conversation.run(Self.pack) == .stopped(Answers()))
    #expect(conversation.transcript.hasSuffix("> \(line)\n\(reply)> "))
  }

  @Test("stops at q and at the end of the input with the answers so far")
  func stop() {
    let soFar = Answers(["has_desk": .option("yes")])
    #expect(answers(["1", "q"]) == .stopped(soFar))
    #expect(answers(["1"]) == .stopped(soFar))
  }

  @Test("changes one answer at the end, and asks what that brings up")
  func change() {
    #expect(answers(["2", "1", "9", "1", "1", "720", ""]) == .finished(whole))
  }

  @Test("does not ask how long one does what one did not say one does", arguments: ["s", "4"])
  func skippedList(line: String) {
    let slumps = Condition.hasAny("habits", ["slump"])
    let pack = Pack.small(questions: [
      .choices("habits", ["slump", "twist", "none"], alone: ["none"]), .number("spell", 0...60, askWhen: slumps),
      .yesNo("has_desk"), .number("desk", 500...900, askWhen: .isOneOf("has_desk", ["yes"])),
    ])
    let conversation = Conversation([line, "s", "720", ""])
    guard case .finished = conversation.run(pack) else {
      Issue.record("something else was asked")
      return
    }
    #expect(!conversation.transcript.contains("What about spell?"))
    #expect(conversation.transcript.contains("What about desk?"))
  }

  @Test("shows the care card at once and offers to stop or go on")
  func care() {
    let answered = Answers(["has_desk": .option("no"), "habits": .options(["twist"])])
    let conversation = Conversation(["2", "2", "what", "2"])
    #expect(conversation.run(Self.pack) == .stoppedForCare(answered))
    #expect(
      conversation.transcript.contains(
        "Please read this now: See a doctor now\n  - A sign\nWhom to ask: an ambulance\n"))
    #expect(answers(["2", "2", "go on", ""]) == .finished(answered))
    #expect(answers(["2", "2"]) == .stoppedForCare(answered))
  }

  @Test("keeps the answers after each of them")
  func keeping() {
    let conversation = Conversation(["1", "s", "b", "720", "q"])
    _ = conversation.run(Self.pack)
    let first = Answers(["has_desk": .option("yes")])
    #expect(conversation.kept == [first, first, Answers(["has_desk": .option("yes"), "desk": .number(720)])])
  }

  @Test("goes on from answers given before, and can go back to them")
  func goingOn() {
    let before = Answers(["has_desk": .option("yes"), "desk": .number(720)])
    let conversation = Conversation(["b", "", "1", ""])
    #expect(conversation.run(Self.pack, from: before) == .finished(whole))
    #expect(conversation.transcript.contains("Question 3 of 3. All\n"))
    #expect(conversation.transcript.contains("Your answer so far: 720 mm. Enter keeps it.\n"))
  }

  @Test("shows a care card again when an interview is gone on with")
  func careAgain() {
    let before = Answers(["has_desk": .option("no"), "habits": .options(["twist"])])
    #expect(Conversation(["2"]).run(Self.pack, from: before) == .stoppedForCare(before))
  }

  @Test("leaves an answer that was looked at again as it was when one goes back")
  func lookAgain() {
    #expect(answers(["1", "720", "1", "2", "b", "2", "", ""]) == .finished(whole))
  }

  @Test("sets answers aside that no longer apply, and has them back when they do")
  func settingAside() {
    let conversation = Conversation(["1", "720", "1", "1", "2", "1", "1", ""])
    #expect(conversation.run(Self.pack) == .finished(whole))
    #expect(conversation.transcript.contains("  1  Has_desk: No\n  2  Habits: Slump\n"))
  }

  @Test("says after a section what stands out, if that is wanted")
  func live() {
    let pack = Pack.small(questions: [.yesNo("a")], rules: [.small("r", when: .isOneOf("a", ["yes"]), points: 1)])
    let wanted = Conversation(["1", ""])
    _ = wanted.run(pack, isLive: true)
    #expect(wanted.transcript.contains("> 1\nSo far this stands out: Title of r.\n"))
    let unwanted = Conversation(["1", ""])
    _ = unwanted.run(pack)
    #expect(!unwanted.transcript.contains("So far"))
  }
}
