import Ergonomics

/// A team report in a few lines of plain text, for the body of a message; the report itself goes along as a file.
package struct TeamText: Sendable {
  private let words: ReportPhrases
  private static let most = 5
  private static let width = 76

  /// - Throws: `UnusableInput`.
  package init(templates folder: TemplateFolder) throws { words = try ReportPhrases(folder.file("words.txt")) }

  /// The same summary gives the same bytes.
  package func bytes(of summary: TeamSummary) -> [UInt8] {
    var lines = ["\(summary.header.packTitle), \(words.date(summary.header.date))", ""]
    guard let facts = summary.facts else {
      return Self.text(lines + ["Too few people answered to tell anything without telling on somebody."])
    }
    lines += answered(summary, facts) + changes(summary) + findings(facts)
    for part in Correction.Part.allCases { lines += actions(part, summary) }
    let mail = words.mail(summary)
    if !mail.isEmpty { lines += ["", "TEXT TO SEND TO EVERYONE"] + mail }
    lines += [
      "",
      "Numbers are steps: \"10–14\" is between 10 and 14 people, so that no figure points to anyone. "
        + "They tell of workstations and working days, not of health.",
    ]
    return Self.text(lines)
  }

  private func answered(_ summary: TeamSummary, _ facts: TeamSummary.Table) -> [String] {
    let invited = summary.header.invited.map { " \(words["team.of-invited"].filling("{n}", with: String($0)))" } ?? ""
    let scores = summary.scores.compactMap { score -> String? in
      guard let high = score.cuts.first(where: \.isHigh), !high.people.everyone.saysNothing else { return nil }
      return "\(score.title), \(high.band.word): \(words.step(high.people.everyone))."
    }
    return ["\(words.step(facts.answered.everyone)) \(words["team.answered"])\(invited)."] + scores
  }

  private func changes(_ summary: TeamSummary) -> [String] {
    guard let change = summary.change else { return [] }
    let told = change.rows.filter { row in
      if case .score = row.subject { words.headline(row) != row.title } else { false }
    }
    if told.isEmpty { return [] }
    return ["", "SINCE \(change.earlier.uppercased()) (partly other people answered)"]
      + told.map { "- \(words.headline($0)); teams of the same people: \($0.down) down, \($0.same) same, \($0.up) up" }
  }

  private func findings(_ facts: TeamSummary.Table) -> [String] {
    let told = facts.findings.filter { $0.people.everyone.low > 0 }.prefix(Self.most)
    return told.isEmpty ? [] : ["", "MOST COMMON"] + told.map { "- \($0.title): \(words.step($0.people.everyone))" }
  }

  private func actions(_ part: Correction.Part, _ summary: TeamSummary) -> [String] {
    if part == .decide {
      let items = summary.equipment.filter { $0.reaches.low > 0 }
      let organise = summary.actions.filter { $0.part == part && $0.item == nil && $0.reaches.low > 0 }
      if items.isEmpty, organise.isEmpty { return [] }
      let sum = summary.total.map {
        "- All equipment: \(cost($0, summary.prices?.currency ?? "", isRough: false))"
      }
      return ["", "YOU DECIDE OR BUY"] + items.map { line($0, summary) } + [sum].compactMap(\.self)
        + organise.map { "- \($0.title): \(words.people($0.reaches, step: summary.header.smallestGroup))" }
    }
    let useful = summary.actions.filter { $0.part == part && $0.reaches.low > 0 }.prefix(Self.most)
    if useful.isEmpty { return [] }
    return ["", part == .manage ? "MANAGERS ORGANISE" : "SEND TO EVERYONE"]
      + useful.map { "- \($0.title): \(words.people($0.reaches, step: summary.header.smallestGroup))" }
  }

  private func line(_ item: TeamSummary.Equipment, _ summary: TeamSummary) -> String {
    guard let total = item.total, let currency = summary.prices?.currency else {
      return "- \(item.item): for \(words.range(item.reaches)) people"
    }
    let cost = cost(total, currency, isRough: item.price?.isRough == true)
    return "- \(item.item): for \(words.range(item.reaches)) people, \(cost)"
  }

  private func cost(_ total: TeamSummary.Total, _ currency: String, isRough: Bool) -> String {
    let fewest = "\(isRough ? "roughly " : "")\(words.money(total.least, total.sure)) \(currency) for the fewest"
    return total.most.map { "\(fewest), \($0.grouped) at most" } ?? fewest
  }

  /// In lines that mail programs leave alone; control characters of names become spaces.
  private static func text(_ lines: [String]) -> [UInt8] {
    Array(lines.map { wrapped($0.printable) + "\n" }.joined().utf8)
  }

  private static func wrapped(_ line: String) -> String {
    line.wrapped(to: width, indent: line.hasPrefix("- ") ? 2 : 0)
  }
}
