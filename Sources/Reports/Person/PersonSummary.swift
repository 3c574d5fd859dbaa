import Ergonomics

/// The personal report in short, as plain text for the body of an e-mail: state, what to do, when to look again.
///
/// An e-mail is read on the way: what hurts, and all else that answers about health decide, is left to the report. An
/// emergency alone is told, and nothing beside it.
package struct PersonSummary: Sendable {
  private let words: ReportPhrases

  /// - Throws: `UnusableInput`.
  package init(templates folder: TemplateFolder) throws { words = try ReportPhrases(folder.file("words.txt")) }

  /// UTF-8, lines of at most 72 columns.
  ///
  /// - Precondition: There is at least one assessment; all are of the same person.
  package func text(of assessments: [Assessment]) -> [UInt8] {
    let page = PersonPageView(of: assessments, words: words, figures: [:], body: nil)
    let blocks = page.isWithheld ? emergency(page) : advice(page)
    return Array((blocks.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n").utf8)
  }

  private func emergency(_ page: PersonPageView) -> [String] {
    let cards = page.parts.flatMap(\.assessment.careCards).filter { $0.level == .emergency }.withoutDoubles
    return cards.map { card in
      ([card.title, "\(card.ask) \(card.soon)"] + card.text).map { $0.printable.filled() }.joined(separator: "\n")
    } + [atOnce(page)]
  }

  private func advice(_ page: PersonPageView) -> [String] {
    let header = page.parts[0].assessment.header
    let title = ([header.packTitle] + [header.personID].compactMap { $0 }.map(forWhom)).joined(separator: ". ")
    let turns = Assessment.PlanStep.Turn.allCases.map { turn in
      let its = page.tasks.filter { $0.turn == turn }
      if its.isEmpty { return "" }
      return ([words["summary.\(turn.rawValue)"] + ":"] + its.map(line)).joined(separator: "\n")
    }
    let again = page.lookAgain.map { words["summary.again"].filling("{date}", with: $0) }
    return [
      "\(title.printable.filled())\n\(words.date(header.date))", page.headline.sentence(words).printable.filled(),
    ]
      + [isHelpFirst(page) ? words["summary.help-first"] : ""] + turns + [
        atOnce(page), [again, words["summary.purpose"]].compactMap { $0 }.joined(separator: "\n"),
      ]
  }

  /// A card that says to ask somebody soon is in the report: it comes before all that is to do.
  private func isHelpFirst(_ page: PersonPageView) -> Bool {
    page.parts.contains { $0.assessment.careCards.contains { $0.level == .urgent } }
  }

  private func forWhom(_ person: String) -> String {
    words["summary.for-whom"].filling("{person}", with: person)
  }

  private func line(_ task: PersonPageView.Task) -> String {
    let advice = task.view.corrections[task.step.correction]
    let terms = advice.map { advice in
      [
        advice.minutes > 0 && task.turn != .ask ? words.counted(advice.minutes, "minutes") : nil,
        advice.who == Correction.you ? nil : words.who(advice.who),
        advice.cost == .free ? nil : task.view.inSentence(words.cost(advice.cost)),
      ].compactMap { $0 }
    }
    let note = (terms ?? []).isEmpty ? "" : " (\(terms!.joined(separator: ", ")))"
    return "\(task.number). \(task.title)\(note)".printable.filled(indentedBy: 3)
  }

  private func atOnce(_ page: PersonPageView) -> String {
    if page.emergencySigns.isEmpty { return "" }
    let lines = page.emergencySigns.map { "- \($0)".printable.filled(indentedBy: 2) }
    let call = page.emergencyNumbers.map { words["summary.call"].filling("{numbers}", with: $0).printable.filled() }
    return ([words["summary.at-once"]] + lines + [call].compactMap { $0 }).joined(separator: "\n")
  }
}

extension Headline {
  fileprivate func sentence(_ words: ReportPhrases) -> String {
    guard !causes.isEmpty else {
      return words[isSomethingOpen ? "summary.nothing-yet" : "summary.nothing"]
    }
    func because(_ causes: [String]) -> String {
      words["summary.because"].filling("{causes}", with: words.listed(causes))
    }
    if states.isEmpty { return because(causes) }
    return states.map { "\($0.scores): \($0.level), \(because($0.causes))" }.joined(separator: " ")
  }
}

extension String {
  /// In lines of at most 72 columns, the later ones indented.
  fileprivate func filled(indentedBy indent: Int = 0) -> String {
    var lines = [""]
    for word in split(whereSeparator: \.isWhitespace) {
      if lines[lines.count - 1].count + 1 + word.count > 72, !lines[lines.count - 1].isEmpty {
        lines.append(String(repeating: " ", count: indent) + word)
      } else {
        lines[lines.count - 1] += lines[lines.count - 1].isEmpty ? String(word) : " \(word)"
      }
    }
    return lines.joined(separator: "\n")
  }
}
