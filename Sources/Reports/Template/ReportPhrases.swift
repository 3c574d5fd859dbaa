import Ergonomics

/// The words of reports that are not content of a pack, from `words.txt`: one `key = text` a line, `#` before remarks.
///
/// Problem code: `template-words`.
struct ReportPhrases: Sendable, Codable {
  private let byKey: [String: String]

  init(_ file: TemplateFile) throws {
    var byKey: [String: String] = [:]
    var problems: [Problem] = []
    for (index, line) in file.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let text = String(line).trimmingSpaces()
      guard !text.isEmpty, !text.hasPrefix("#") else { continue }
      let parts = text.split(separator: "=", maxSplits: 1).map { String($0).trimmingSpaces() }
      guard parts.count == 2, !parts[0].isEmpty, Self.keys.contains(parts[0]) else {
        let near = Self.keys.nearest(to: parts[0]).map { "did you mean '\($0)'?" }
        let help = parts.count == 2 ? "take the line out: no report asks for these words" : "write: key = text"
        problems.append(
          Problem(
            code: .templateWords, place: .init(file: file.path, line: index + 1),
            summary: "no words are called for by '\(parts[0])'", help: near ?? help))
        continue
      }
      byKey[parts[0]] = parts[1]
    }
    let missing = Self.keys.filter { byKey[$0] == nil }.map {
      Problem(
        code: .templateWords, place: .init(file: file.path), summary: "no words for '\($0)'",
        help: "add a line: \($0) = …")
    }
    guard (problems + missing).isEmpty else { throw UnusableInput(problems + missing) }
    self.byKey = byKey
  }

  /// - Precondition: The key is one of `keys`.
  subscript(key: String) -> String {
    guard let words = byKey[key] else {
      preconditionFailure("words.txt is checked, but '\(key)' is not among its keys")
    }
    return words
  }

  func effort(_ effort: Correction.Effort) -> String { self["effort.\(effort.rawValue)"] }
  func cost(_ cost: Correction.Cost) -> String { self["cost.\(cost.rawValue)"] }
  /// - Parameter sources: How many sources of this grade there are: one is never told as several.
  func strength(_ strength: Evidence.Strength, sources: Int) -> String {
    counted(sources, "strength.\(strength.rawValue)")
  }
  func shortStrength(_ strength: Evidence.Strength) -> String { self["strength.\(strength.rawValue).short"] }
  /// Who does something, as packs name them; a name of a saved report that is none of these stands as it is.
  func who(_ who: String) -> String { byKey["who.\(who)"] ?? who }
  /// The same as an employer reads it.
  func byOwner(_ who: String) -> String { byKey["team.owner-\(who)"] ?? self.who(who) }
  func level(_ level: CareCard.Level) -> String { self["care.\(level.rawValue)"] }
  func state(_ state: Assessment.AnswerRecord.State) -> String { self["state.\(state.rawValue)"] }
  func severity(_ severity: Severity) -> String { self["severity.\(severity.rawValue)"] }

  /// A number with the right form of what is counted: "1 question", "2 questions".
  func counted(_ count: Int, _ key: String) -> String {
    self[key + (count == 1 ? ".one" : ".many")].filling("{n}", with: String(count))
  }

  /// "40", or "40 to 70".
  func interval(_ interval: ScoreInterval) -> String {
    guard interval.low != interval.high else { return String(interval.low) }
    return "\(interval.low) \(self["interval.to"]) \(interval.high)"
  }

  /// What is certain and what it could be: "fine to worth a look".
  func levels(_ low: String, to high: String) -> String {
    self["level.interval"].filling("{low}", with: low).filling("{high}", with: high)
  }

  /// "A, B and C".
  func listed(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return "\(items.dropLast().joined(separator: ", ")) \(self["list.and"]) \(last)"
  }

  /// A date `YYYY-MM-DD` as "25 November 2026"; as it is when it is none.
  func date(_ date: String) -> String {
    let parts = date.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.map(\.count) == [4, 2, 2], parts.joined().allSatisfy(\.isASCIIDigit),
      let month = Int(parts[1]), (1...12).contains(month), let day = Int(parts[2]), (1...31).contains(day)
    else { return date }
    return "\(day) \(self["month.\(month)"]) \(parts[0])"
  }

  /// All that reports ask for.
  static let keys: [String] =
    Correction.Effort.allCases.map { "effort.\($0.rawValue)" } + Correction.Cost.allCases.map { "cost.\($0.rawValue)" }
    + Evidence.Strength.allCases.flatMap { grade in
      ["one", "many", "short"].map { "strength.\(grade.rawValue).\($0)" }
    }
    + CareCard.Level.allCases.map { "care.\($0.rawValue)" }
    + Assessment.AnswerRecord.State.allCases.map { "state.\($0.rawValue)" }
    + Severity.allCases.map { "severity.\($0.rawValue)" } + (1...12).map { "month.\($0)" }
    + [
      "questions", "minutes", "points", "things", "findings", "rounds", "repeats", "days", "weeks", "people",
      "more-sources",
    ]
    .flatMap {
      ["\($0).one", "\($0).many"]
    }
    + ["team.down.one", "team.down.many", "team.up.one", "team.up.many"]
    + ["you", "facilities", "manager", "it", "ergonomist", "health-professional"].map { "who.\($0)" }
    + ["sitting", "driving", "standing", "on-end", "unknown-spell", "as-answered", "planned"].map { "timeline.\($0)" }
    + ["hours", "minutes", "height", "time", "time-one", "time-breaks", "time-exercises"].map { "card.\($0)" }
    + [
      "now", "ask", "later", "again", "at-once", "call", "purpose", "for-whom", "help-first", "because", "nothing",
      "nothing-yet",
    ].map { "summary.\($0)" }
    + [
      "interval.to", "band.last", "scale.between", "scale.from", "list.and", "dose.hold", "level.interval",
      "decided", "actions.notice", "aim", "strength.law", "strength.law-alone", "target.above", "target.below",
    ]
    + [
      "answered", "of-invited", "everyone", "pooled", "unnamed", "step-open", "people", "share", "share-open",
      "or-worse", "same", "each", "now", "at-most", "some-of", "headline-same", "headline-open", "headline", "teams",
      "mail-begin", "mail-end", "owner-manager",
    ].map { "team.\($0)" }
    + [
      "workstations.one", "workstations.many", "actions.one", "actions.many", "overdue.one", "overdue.many", "level",
      "review", "actions-overdue.one", "actions-overdue.many", "unconfirmed.one", "unconfirmed.many", "could-be",
      "open.one", "open.many",
    ].map { "worklist.\($0)" }
    + FollowUp.states.map { "action.\($0)" }
    + ["open", "done", "finished", "overdue", "waiting", "none", "some", "all"].map { "progress.\($0)" }
    + ["same", "better", "worse", "mixed", "little-better", "little-worse", "little-mixed"].map { "verdict.\($0)" }
}

extension String {
  /// With words in a gap such as `{n}`, as often as it is there.
  ///
  /// Reports do this a hundred times a page; `replacing` of the standard library takes several times as long.
  func filling(_ gap: String, with words: String) -> String {
    var (filled, rest) = ("", self[...])
    while let brace = rest.utf8.firstIndex(of: UInt8(ascii: "{")) {
      filled += rest[..<brace]
      rest = rest[brace...]
      let isGap = rest.utf8.starts(with: gap.utf8)
      filled += isGap ? words : "{"
      rest = rest[rest.utf8.index(brace, offsetBy: isGap ? gap.utf8.count : 1)...]
    }
    return filled + rest
  }
}
