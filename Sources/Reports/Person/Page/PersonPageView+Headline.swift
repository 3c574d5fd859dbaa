import Ergonomics

/// The state in one sentence: how much is worth changing, and what it comes from most of all.
struct Headline {
  /// Titles of the scores that are highest, and the word for their level; `nil` without a score.
  var state: (scores: String, level: String)?
  /// Titles of the findings that add most; two at most.
  var causes: [String] = []
  var isSomethingOpen = false
  var openQuestions = ""
}

extension PersonPageView {
  /// Of the first instrument that has found something, else of the first.
  var headline: Headline {
    let part = parts.first { !$0.findingsAtWork.isEmpty } ?? parts[0]
    let open = parts.flatMap { part in part.decidingQuestions.map { "“\(part.label($0.id))”" } }.withoutDoubles
    return Headline(
      state: part.worst, causes: part.findingsAtWork.prefix(2).map { part.inSentence($0.title) },
      isSomethingOpen: !open.isEmpty, openQuestions: words.listed(Array(open.prefix(3))))
  }
}

extension Headline {
  func fields(in page: PersonPageView) -> Fields {
    [
      "state": page.someOrNone(state.map { ["scores": page.text($0.scores), "level": page.text($0.level)] }),
      "isFound": !causes.isEmpty,
      "first": page.text(causes.first ?? ""), "second": page.optional(causes.dropFirst().first),
      "isNothingFound": causes.isEmpty && !isSomethingOpen,
      "isNothingFoundYet": causes.isEmpty && isSomethingOpen,
      "isSomethingOpen": isSomethingOpen, "openQuestions": page.text(openQuestions),
    ]
  }
}

extension PersonView {
  /// The scores of the highest certain level, and its word, with what it could be.
  fileprivate var worst: (scores: String, level: String)? {
    let scores = assessment.scores.filter { $0.now != nil }
    func rank(_ score: Assessment.ScoreResult) -> Int { score.bands.lastIndex { $0.id == score.now?.level } ?? -1 }
    guard let top = scores.map(rank).max() else { return nil }
    let worst = scores.filter { rank($0) == top }
    let first = worst[0]
    let (level, possible) = (level(first.now!, of: first), couldBe(first.now!, of: first))
    let same = worst.filter { self.level($0.now!, of: $0) == level && couldBe($0.now!, of: $0) == possible }
    let titles = same.enumerated().map { $0 == 0 ? $1.title : inSentence($1.title) }
    return (words.listed(titles), possible.map { words.levels(level, to: $0) } ?? level)
  }
}
