import Ergonomics

/// Finds the question of a pack that a heading names, and the option, where a question is spread over columns.
///
/// In this order: id, alias, the question's text, each letter by letter; then the same in any letter case, without
/// underscores, and whatever the shape of quotes and dashes; then without the marks that forms put around a question. What is
/// only near is no match.
struct QuestionFinder: Sendable {
  struct Match: Sendable, Hashable {
    /// Several where questions of the pack have the same text, in the order of the pack.
    let questions: [Int]
    /// `nil` for the whole question.
    let target: Target?
    /// How sure it is; 0 is letter by letter.
    let rank: Int

    var question: Int { questions[0] }
  }
  enum Target: Sendable, Hashable {
    case option(Int)
    /// The pack's "not sure".
    case declined
  }

  private let questions: [Question]
  private let exact: [String: [Int]]
  private let normalised: [String: [Int]]
  /// By question and wording of its options.
  private let targets: [[String: Target]]
  /// Whole headings that stand for one option: its aliases, where only one has them.
  private let ticks: [String: [(question: Int, target: Target)]]
  /// Longer headings name no answer: nobody takes them apart in each possible way.
  private let longest: Int

  init(_ pack: Pack) {
    questions = pack.questions
    var exact: [String: [Int]] = [:]
    for wordings in [pack.questions.map(\.ids), pack.questions.map(\.aliases), pack.questions.map { [$0.text] }] {
      var found: [String: [Int]] = [:]
      for (place, words) in wordings.enumerated() { for word in Set(words) { found[word, default: []].append(place) } }
      exact.merge(found) { first, _ in first }
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
    longest = 200 + 2 * [wordings, options].reduce(0) { $0 + ($1.joined().map(\.utf8.count).max() ?? 0) }
    targets = pack.questions.map { question in
      if question.options.isEmpty { return [:] }
      var targets = [pack.notSure.asHeading: Target.declined, "not_sure".asHeading: .declined]
      for (place, option) in question.options.enumerated().reversed() {
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
    for wording in heading.wordings.flatMap(\.plainer) {
      if let choice = heading.choice {
        if let match = spread(wording, choice) { return match }
      } else if let (questions, rank) = named(wording) {
        return Match(questions: questions, target: nil, rank: rank)
      }
    }
    guard heading.choice == nil else { return nil }
    // An option may be called like a question: `chair/chair_adjusts/seat_height` is no height.
    for (left, right) in heading.parts(upTo: longest) { if let match = spread(left, right) { return match } }
    for wording in heading.wordings.flatMap(\.plainer) {
      if let questions = namedInGroup(wording) { return Match(questions: questions, target: nil, rank: 2) }
      if let code = Self.code(in: wording), let questions = exact[code] {
        return Match(questions: questions, target: nil, rank: 0)
      }
      if let ticks = ticks[wording], ticks.count == 1 {
        return Match(questions: [ticks[0].question], target: ticks[0].target, rank: 0)
      }
    }
    return nil
  }

  /// The question with several options that a heading names together with something that is none of them.
  func questionBeside(_ heading: SurveySheet.Heading) -> (question: Int, rest: String)? {
    if let choice = heading.choice {
      return heading.wordings.firstNonNil { named($0) }.map { ($0.questions[0], choice) }
    }
    return heading.parts(upTo: longest).firstNonNil { left, right in
      named(left).map { ($0.questions[0], right) } ?? namedInGroup(left).map { ($0[0], right) }
    }
  }

  /// All options with these words, of whatever question.
  func options(called heading: SurveySheet.Heading) -> [(question: Int, target: Target)] {
    let words = Set(heading.wordings.flatMap(\.plainer).map(\.asHeading))
    return questions.indices.flatMap { place in
      questions[place].options.indices.filter { option in
        let option = questions[place].options[option]
        return ([option.text] + option.aliases).contains { words.contains($0.asHeading) }
      }.map { (place, .option($0)) }
    }
  }

  /// The questions with this heading.
  private func named(_ wording: String) -> (questions: [Int], rank: Int)? {
    if let questions = exact[wording] { return (questions, 0) }
    return normalised[wording.asHeading].flatMap { sameText($0) }.map { ($0, 1) }
  }

  /// Several only where all have the same text: a heading that is near to others is no match.
  private func sameText(_ places: [Int]) -> [Int]? {
    places.allSatisfy { questions[$0].text.asHeading == questions[places[0]].text.asHeading } ? places : nil
  }

  /// The question behind the names of the groups it stands in: `chair/seat_height`, `Your chair/How high is …?`.
  private func namedInGroup(_ wording: String) -> [Int]? {
    if wording.utf8.count > longest { return nil }
    for range in wording.ranges(of: "/") {  // no other mark: `Points - How high is …?` holds no answer
      if let (questions, _) = named(wording[range.upperBound...].trimmed) { return questions }
    }
    guard let last = wording.lastIndex(of: "-"), case let name = String(wording[wording.index(after: last)...]),
      let questions = exact[name], questions.contains(where: { isName(name, of: self.questions[$0]) })
    else { return nil }
    return questions
  }

  private func isName(_ name: String, of question: Question) -> Bool {
    (question.ids + question.aliases).contains(name)
  }

  private func spread(_ left: String, _ right: String) -> Match? {
    let named =
      named(left) ?? namedInGroup(left).map { ($0, 2) } ?? left.plainer.dropFirst().firstNonNil { self.named($0) }
    guard let (questions, rank) = named, let target = targets[questions[0]][right.asHeading] else { return nil }
    return Match(questions: questions, target: target, rank: rank)
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

extension Sequence {
  fileprivate func firstNonNil<Result>(_ body: (Element) -> Result?) -> Result? {
    for element in self { if let result = body(element) { return result } }
    return nil
  }
}
