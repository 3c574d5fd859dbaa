import Ergonomics

/// Finds the question of a pack that a heading names, and the option, where a question is spread over columns.
///
/// In this order: id, alias, the question's text, each letter by letter; then the same in any letter case, without
/// underscores, and whatever the shape of quotes and dashes. What is only near is no match.
struct QuestionFinder: Sendable {
  struct Match: Sendable, Hashable {
    let question: Int
    /// `nil` for the whole question.
    let target: Target?
    /// How sure it is; 0 is letter by letter.
    let rank: Int
  }
  enum Target: Sendable, Hashable {
    case option(Int)
    /// The pack's "not sure".
    case declined
  }

  private let questions: [Question]
  private let notSure: String
  private let exact: [String: Int]
  private let normalised: [String: [Int]]
  /// By question and wording of its options.
  private let targets: [[String: Target]]
  /// Whole headings that stand for one option: its aliases, where only one has them.
  private let ticks: [String: [(question: Int, target: Target)]]
  /// Longer headings name no answer: nobody takes them apart in each possible way.
  private let longest: Int

  init(_ pack: Pack) {
    questions = pack.questions
    notSure = pack.notSure
    var exact: [String: Int] = [:]
    for wordings in [pack.questions.map(\.ids), pack.questions.map(\.aliases), pack.questions.map { [$0.text] }] {
      for (place, words) in wordings.enumerated() { for word in words where exact[word] == nil { exact[word] = place } }
    }
    self.exact = exact
    var normalised: [String: [Int]] = [:]
    for (place, question) in pack.questions.enumerated() {
      for word in Set((question.ids + [question.text] + question.aliases).map(\.asHeading)) {
        normalised[word, default: []].append(place)
      }
    }
    self.normalised = normalised
    ticks = Self.ticks(pack.questions)
    let wordings = pack.questions.map { [$0.text] + $0.aliases }
    let options = pack.questions.flatMap(\.options).map { [$0.text] + $0.aliases }
    longest = 100 + 2 * [wordings, options].reduce(0) { $0 + ($1.joined().map(\.utf8.count).max() ?? 0) }
    targets = pack.questions.map { question in
      guard case .choices(let options) = question.kind else { return [:] }
      var targets = [pack.notSure.asHeading: Target.declined, "not_sure".asHeading: .declined]
      for (place, option) in options.enumerated().reversed() {
        for word in option.names { targets[word.asHeading] = .option(place) }
      }
      return targets
    }
  }

  private static func ticks(_ questions: [Question]) -> [String: [(question: Int, target: Target)]] {
    var ticks: [String: [(question: Int, target: Target)]] = [:]
    for (place, question) in questions.enumerated() {
      guard case .choices(let options) = question.kind else { continue }
      for (option, aliases) in options.map(\.aliases).enumerated() {
        for alias in aliases { ticks[alias, default: []].append((place, .option(option))) }
      }
    }
    return ticks
  }

  func match(_ heading: SurveySheet.Heading) -> Match? {
    for wording in heading.wordings {
      if let choice = heading.choice {
        if let match = spread(wording, choice) { return match }
      } else if let (question, rank) = named(wording) {
        return Match(question: question, target: nil, rank: rank)
      }
    }
    guard heading.choice == nil else { return nil }
    let parts = heading.wordings.filter { $0.utf8.count <= longest }.flatMap(Self.parts)
    for (left, right) in parts { if let match = spread(left, right) { return match } }
    for wording in heading.wordings {
      if let code = Self.code(in: wording), let question = exact[code] {
        return Match(question: question, target: nil, rank: 0)
      }
      if let ticks = ticks[wording], ticks.count == 1 {
        return Match(question: ticks[0].question, target: ticks[0].target, rank: 0)
      }
    }
    return nil
  }

  /// The question with this heading, or behind the names of the groups it stands in.
  private func named(_ wording: String) -> (question: Int, rank: Int)? {
    if let question = exact[wording] { return (question, 0) }
    let near = normalised[wording.asHeading] ?? []
    if near.count == 1 { return (near[0], 1) }
    for mark in ["/", "-"] as [Character] {
      guard let last = wording.lastIndex(of: mark), case let name = String(wording[wording.index(after: last)...]),
        let question = exact[name], (questions[question].ids + questions[question].aliases).contains(name)
      else { continue }
      return (question, 2)
    }
    return nil
  }

  private func spread(_ left: String, _ right: String) -> Match? {
    guard let (question, rank) = named(left), let target = targets[question][right.asHeading] else { return nil }
    return Match(question: question, target: target, rank: rank)
  }

  /// All ways in which a heading can name a question and one of its answers: `PAIN[HIPS]`, `Pain? [Hips]`, `pain/hips`,
  /// `Pain? - Hips`, `pain___hips`, `Pain? (choice=Hips)`, `pain_hips`.
  private static func parts(of wording: String) -> [(String, String)] {
    var parts: [(String, String)] = []
    if wording.hasSuffix("]"), let open = wording.lastIndex(of: "[") {
      parts.append((wording[..<open].trimmed, wording[wording.index(after: open)...].dropLast().trimmed))
    }
    if wording.hasSuffix(")"), let open = wording.range(of: "(choice=") {
      let choice = wording[open.upperBound...].dropLast().trimmed
      parts.append((wording[..<open.lowerBound].trimmed, choice.trimming("'")))
    }
    for mark in ["___", "/", " - ", "_"] {
      for range in wording.ranges(of: mark).reversed() {
        parts.append((wording[..<range.lowerBound].trimmed, wording[range.upperBound...].trimmed))
      }
    }
    return parts
  }

  /// What stands in brackets at the start or the end: `[lumbar] Does your chair …`, `Does your chair … (lumbar)`.
  private static func code(in wording: String) -> String? {
    for (open, close) in [("[", "]"), ("(", ")")] as [(Character, Character)] {
      if wording.last == close, let start = wording.lastIndex(of: open) {
        return String(wording[wording.index(after: start)...].dropLast())
      }
      if wording.first == open, let end = wording.firstIndex(of: close) { return String(wording[..<end].dropFirst()) }
    }
    return nil
  }
}

extension String {
  /// What is compared of a heading: as of an answer, without underscores, with plain hyphens, and without the marks that
  /// forms put behind a question.
  var asHeading: String {
    var text = normalised.filter { $0 != "_" }.map { "‐‑‒–—−".contains($0) ? "-" : $0 }[...]
    while let last = text.last, "*: ".contains(last) { text.removeLast() }
    return String(text)
  }

  fileprivate func range(of mark: String) -> Range<Index>? { ranges(of: mark).last }

  /// Without one pair of these around it.
  fileprivate func trimming(_ mark: Character) -> String {
    count > 1 && first == mark && last == mark ? String(dropFirst().dropLast()) : self
  }
}
