import Ergonomics
import Interview
import TestSupport
import Testing

/// Types lines into a dialogue and keeps what it says.
private final class Conversation {
  private var lines: [String]
  private(set) var transcript = ""

  init(_ lines: [String]) { self.lines = lines }

  func run(_ pack: Pack, width: Int = 80) -> Dialogue.Ending {
    var dialogue = Dialogue(
      InterviewFlow(Assessor(pack, programVersion: "1")), width: width,
      readLine: {
        if self.lines.isEmpty { return nil }
        let line = self.lines.removeFirst()
        self.transcript += line + "\n"
        return line
      }, write: { self.transcript += $0 })
    return dialogue.run()
  }
}

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
    #expect(conversation.run(Self.pack, width: 60) == .finished(whole))
    #expect(
      conversation.transcript == """
        Small: about 5 to 8 minutes. There are no wrong answers, and
        you can skip any question. Your answers stay on this
        computer. This is a screening of your workstation, not a
        diagnosis.

        Question 1 of about 3. All
        What about has_desk?
          1  Yes
          2  No
          3  Not sure
        Type a number from 1 to 3, then Enter.
        ? why we ask, s skip, q stop
        > 1

        Question 2 of about 3. All
        What about desk?
        Type a length from 500 mm to 900 mm, such as 72 cm or 28 in,
        then Enter.
        b back, ? why we ask, s skip, q stop
        > 72 cm

        Question 3 of about 3. All
        What about habits?
          1  Slump
          2  Twist
          3  None
          4  Not sure
        Type all numbers that apply, such as 1 3, then Enter.
        b back, ? why we ask, s skip, q stop
        > 1

        Your answers
        1  Has_desk: Yes
        2  Desk: 720 mm
        3  Habits: Slump
        Type a number to change that answer, or Enter when all is
        right. q stops.
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
      ("?", "It matters.\n"), ("b", "This is the first question: there is nothing to go back to.\n"),
      ("\u{1B}[31mred\u{202E}", "'[31mred' is not one of the answers.\nUse one of: yes, no.\n"),
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

  @Test("shows the care card at once and offers to stop or go on")
  func care() {
    let answered = Answers(["has_desk": .option("no"), "habits": .options(["twist"])])
    let conversation = Conversation(["2", "2", "what", "stop"])
    #expect(conversation.run(Self.pack) == .stoppedForCare(answered))
    #expect(
      conversation.transcript.contains(
        "Please read this now: See a doctor now\n  - A sign\nWhom to ask: an ambulance\n"))
    #expect(answers(["2", "2", "go on", ""]) == .finished(answered))
    #expect(answers(["2", "2"]) == .stoppedForCare(answered))
  }
}

@Suite("Wrapped text")
struct TextWrappingTests {
  @Test("breaks at blanks and indents what follows")
  func wrapping() {
    #expect("one two three".wrapped(to: 7) == "one two\nthree")
    #expect("one two three".wrapped(to: 8, indent: 2) == "one two\n  three")
    #expect("extraordinarily long".wrapped(to: 5) == "extraordinarily\nlong")
    #expect("".wrapped(to: 5) == "")
  }

  @Test("counts wide characters as two columns, combining marks as none")
  func columns() {
    #expect("abc".columns == 3)
    #expect("日本".columns == 4)
    #expect("e\u{301}".columns == 1)
  }
}
