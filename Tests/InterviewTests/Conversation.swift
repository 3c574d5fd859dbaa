import Ergonomics
import Interview

/// Types lines into a dialogue and keeps what it says, and what it has kept.
final class Conversation {
  private var lines: [String]
  private(set) var transcript = ""
  private(set) var kept: [Answers] = []

  init(_ lines: [String]) { self.lines = lines }

  func run(_ pack: Pack, width: Int = 80, from answers: Answers = Answers(), isLive: Bool = false) -> Dialogue.Ending {
    let medium = PlainMedium(width: width, readLine: readLine, write: { self.transcript += $0.text })
    var dialogue = Dialogue(
      InterviewFlow(Assessor(pack, programVersion: "1"), answers: answers), medium: medium, isLive: isLive,
      keep: { answers in
        self.kept.append(answers)
        return nil
      })
    return dialogue.run()
  }

  private func readLine() -> String? {
    if lines.isEmpty { return nil }
    let line = lines.removeFirst()
    transcript += line + "\n"
    return line
  }
}
