import Crypto
import Ergonomics

/// Answers as the register keeps them: a line for each, the id of the question and the answer as survey files hold it. Free
/// text is in none of them.
///
///     lumbar_support	none
///     sitting_time	6
struct StoredAnswers: Hashable, Sendable {
  let text: String

  init(text: String) { self.text = text }

  private init(_ answers: Answers, to questions: [Question]) {
    text = questions.compactMap { question in
      answers[question.id].map { "\(question.id)\t\(question.code(for: $0))\n" }
    }.joined()
  }

  /// What an employer's view may know of answers.
  static func ofWorkstation(_ answers: Answers, _ program: RuleProgram) -> StoredAnswers {
    StoredAnswers(program.answers(answers, at: .workstation), to: program.pack.questions)
  }

  /// The others, without free text.
  static func ofHealth(_ answers: Answers, _ program: RuleProgram) -> StoredAnswers {
    var rest = program.answers(answers, at: .health)
    for question in program.answers(answers, at: .workstation).byQuestion.keys { rest[question] = nil }
    return StoredAnswers(rest, to: program.pack.questions)
  }

  /// What still is an answer to a question of a pack, which may be another version of the one they were given to.
  func answers(of person: String, to pack: Pack) -> Answers {
    var answers = Answers(id: person)
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, let question = pack.question(named: String(parts[0])) else { continue }
      answers[question.id] = try? question.answer(from: String(parts[1]), notSure: pack.notSure).get()
    }
    return answers
  }
}

/// What makes two responses one: the same person answered the same on the same day at the same workstation.
enum ContentHash {
  static func of(_ person: String, _ workstation: String, _ date: String, _ pack: String, _ answers: String) -> [UInt8]
  {
    var hash = SHA256()
    for part in [person, workstation, date, pack, answers] {
      hash.update(data: Array("\(part.utf8.count)\n\(part)".utf8))
    }
    return Array(hash.finalize())
  }
}
