import Ergonomics

/// A question that is asked or not by its own answer.
enum CircularAskWhen: DraftCheck {
  static let code = Problem.Code.circularAskWhen

  static let examples = [
    BrokenPack(
      at: "questions.xml:5",
      .init(
        "questions.xml", #"id="seat_type" kind="choice""#,
        #"id="seat_type" kind="choice" ask-when="support is none""#))
  ]

  static func problems(in pack: CheckedDraft) -> [Problem] {
    let circles = Circle.each(of: pack.draft.questions.map(\.value.id), in: pack.readsToAsk).told
    return circles.compactMap { circle in
      pack.draft.questions.first { $0.value.id == circle[0] }.map { wording(circle, at: $0.spot("ask-when")) }
    }
  }

  /// Without these questions: whether they are asked cannot be evaluated.
  static func rest(of pack: CheckedDraft) -> CheckedDraft {
    var draft = pack.draft
    let reads = pack.readsToAsk
    let circular = Circle.each(of: draft.questions.map(\.value.id), in: reads).members
    draft.namesInDoubt.formUnion(circular.flatMap { reads[$0] ?? [] })
    draft.questions.removeAll { circular.contains($0.value.id) }
    return CheckedDraft(draft, doubtful: pack.doubtful.union(circular))
  }

  private static func wording(_ circle: [String], at spot: SourceLocation) -> Problem {
    Problem(
      code, spot, "whether '\(circle[0])' is asked depends on its own answer: \(circle.joined(separator: " → "))",
      help: "let it depend on earlier questions only")
  }
}

extension CheckedDraft {
  /// By question, what decides whether it is asked.
  var readsToAsk: [Question.ID: Set<String>] {
    Dictionary(
      draft.questions.map { ($0.value.id, $0.value.askWhen.map { closure(of: $0.names) } ?? []) },
      uniquingKeysWith: { first, _ in first })
  }
}
