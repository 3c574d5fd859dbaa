import Ergonomics

/// The state in one sentence: how much is worth changing, and what it comes from most of all.
struct Headline {
  /// Scores of the highest level, those with the same causes together; each with what adds most to it, two at most.
  struct State {
    var scores: String
    var level: String
    var causes: [String]
  }

  var states: [State] = []
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
      states: part.worst, causes: part.causes(of: part.findingsAtWork),
      isSomethingOpen: !open.isEmpty, openQuestions: words.listed(Array(open.prefix(3))))
  }
}

extension Headline {
  func fields(in page: PersonPageView) -> Fields {
    let states = states.map { state -> Fields in
      ["scores": page.text(state.scores), "level": page.text(state.level)] + fields(of: state.causes, page)
    }
    return [
      "states": page.row(causes.isEmpty ? [] : states), "isFound": !causes.isEmpty,
      "isNothingFound": causes.isEmpty && !isSomethingOpen,
      "isNothingFoundYet": causes.isEmpty && isSomethingOpen,
      // What is decided whatever the rest is not said to wait for it.
      "isSomethingOpen": isSomethingOpen && !page.isDecided, "openQuestions": page.text(openQuestions),
    ] + fields(of: causes, page)
  }

  private func fields(of causes: [String], _ page: PersonPageView) -> Fields {
    ["first": page.text(causes.first ?? ""), "second": page.optional(causes.dropFirst().first)]
  }
}

extension PersonView {
  /// The scores of the highest certain level, and its word, with what it could be.
  fileprivate var worst: [Headline.State] {
    let scores = assessment.scores.filter { $0.now != nil }
    func rank(_ score: Assessment.ScoreResult) -> Int { score.bands.lastIndex { $0.id == score.now?.level } ?? -1 }
    guard let top = scores.map(rank).max() else { return [] }
    var states: [Headline.State] = []
    for score in scores.filter({ rank($0) == top }) {
      let level = level(score.now!, of: score)
      let said = couldBe(score.now!, of: score).map { words.levels(level, to: $0) } ?? level
      let its = causes(of: score.id)
      if let same = states.firstIndex(where: { $0.level == said && Set($0.causes) == Set(its) }) {
        states[same].scores = words.listed([states[same].scores, inSentence(score.title)])
      } else {
        states.append(.init(scores: score.title, level: said, causes: its))
      }
    }
    return states
  }

  /// What adds most to a score; of everything together where nothing is known to add to it.
  private func causes(of score: Score.ID) -> [String] {
    let points = findingsAtWork.map { finding in
      gains(of: finding).reduce(0) { $0 + ($1.score == score ? $1.points : 0) }
    }
    let its = points.indices.filter { points[$0] > 0 }.sorted { (-points[$0], $0) < (-points[$1], $1) }
    return causes(of: its.isEmpty ? findingsAtWork : its.prefix(2).map { findingsAtWork[$0] })
  }

  fileprivate func causes(of findings: [Assessment.Finding]) -> [String] {
    findings.prefix(2).map { inSentence($0.title) }
  }
}
