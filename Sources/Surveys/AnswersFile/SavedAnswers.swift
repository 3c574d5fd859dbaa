import Ergonomics
import Markup

/// Answers of an interview that is not finished, with the pack they were given to: an answers file with a stamp.
///
///     <answers xmlns="urn:sitwell:answers:1" pack="lower-back-hips" version="1.0.0" hash="1a2b3c4d">…</answers>
package struct SavedAnswers: Sendable, Hashable {
  private struct Entry: Sendable, Hashable {
    let question: Question.ID
    let code: String
  }

  package let packs: JointPackID
  package let packVersion: String
  package let packHash: String
  private let entries: [Entry]

  /// How many questions are answered.
  package var count: Int { entries.count }

  /// `nil` for bytes that are no such file.
  package init?(_ bytes: [UInt8]) {
    guard let root = try? MarkupDocument(bytes).root, root.name == "answers",
      root.namespace == AnswersFile.namespace, let id = root["pack"], let version = root["version"],
      let hash = root["hash"]
    else { return nil }
    (packs, packVersion, packHash) = (JointPackID(id), version, hash)
    entries = root.elements("answer").compactMap { element in
      element["question"].map { Entry(question: $0, code: element.text) }
    }
  }

  /// What still is an answer to a question of this pack, which may be another version of the one they were given to.
  package func answers(to pack: Pack) -> Answers {
    var answers = Answers()
    for entry in entries {
      guard let question = pack.question(entry.question) else { continue }
      answers[entry.question] = try? question.answer(from: entry.code, notSure: pack.notSure).get()
    }
    return answers
  }

  package static func bytes(_ answers: Answers, to pack: Pack) -> [UInt8] {
    var writer = MarkupWriter()
    answers.write(pack, namespace: AnswersFile.namespace, isStamped: true, to: &writer)
    return writer.bytes
  }
}
