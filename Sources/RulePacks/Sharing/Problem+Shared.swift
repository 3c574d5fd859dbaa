import Ergonomics

/// What can be wrong with packs that are used together.
extension Problem {
  static func packNamedTwice(_ pack: String) -> Problem {
    Problem(.packNamedTwice, at(pack), "the pack is named twice", help: "name it once")
  }

  static func unknownSameAs(
    _ elsewhere: Question.Elsewhere, of question: String, in pack: String, known: [String]
  ) -> Problem {
    Problem(
      .unknownSameAs, at(pack),
      "question '\(question)' is the same as '\(elsewhere.question)' of '\(elsewhere.pack)', which has no such question",
      help: nearest(to: elsewhere.question, in: known) ?? "correct its same-as, or delete it")
  }

  static func sharedTwice(_ question: String, _ name: String, in pack: String) -> Problem {
    Problem(
      .sharedTwice, at(pack), "question '\(question)' would be a second '\(name)'",
      help: "only one question of a pack can be the same as another's")
  }

  static func sharedDiffers(_ name: String, _ difference: String, in pack: String, and other: String) -> Problem {
    Problem(
      .sharedDiffers, at(pack), "'\(name)' is in '\(other)' too, with other \(difference)",
      help: "give one of them another id, or let both agree")
  }
}
