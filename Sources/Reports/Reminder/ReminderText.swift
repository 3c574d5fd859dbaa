import Ergonomics

/// What is put into a reminder. Nothing in it is about health.
package struct Reminder: Sendable, Hashable {
  package struct Action: Sendable, Hashable {
    package let number: Int
    package let title: String
    /// `YYYY-MM-DD`.
    package let due: String

    package init(number: Int, title: String, due: String) { (self.number, self.title, self.due) = (number, title, due) }
  }

  package var person: String
  /// Of which no answers have come; `nil` where none are waited for.
  package var round: String?
  package var actions: [Action]
  /// When the workstation is to be looked at again.
  package var review: String?

  package init(person: String, round: String?, actions: [Action], review: String?) {
    (self.person, self.round, self.actions, self.review) = (person, round, actions, review)
  }

  package var isEmpty: Bool { round == nil && actions.isEmpty && review == nil }
}

/// The words of reminders, from `reminder.txt`.
///
/// Problem code: `template-field`.
package struct ReminderText: Sendable {
  private static let blocks = ["answer", "actions", "review", "link"]
  private static let fields = ["person", "round", "link", "date", "actions", "action"]
  private static let headings = [
    "Subject", "Subject of a calendar entry for an action", "Subject of a calendar entry for a review",
  ]
  private let subjects: [String]
  private let lines: [String]
  private let words: ReportPhrases

  /// - Throws: `UnusableInput`.
  package init(templates folder: TemplateFolder) throws {
    words = try ReportPhrases(folder.file("words.txt"))
    let file = try folder.file("reminder.txt")
    let all = file.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var problems: [Problem] = []
    for (place, line) in all.enumerated() where !line.hasPrefix("#") {
      for field in line.matches(of: /\{([^}]*)\}/).map({ String($0.output.1) }) where !Self.fields.contains(field) {
        problems.append(
          Problem(
            code: .templateField, place: .init(file: file.path, line: place + 1),
            summary: "reminders have no field '\(field)'",
            help: Self.fields.nearest(to: field).map { "did you mean '{\($0)}'?" }))
      }
    }
    let own = all.filter { !$0.hasPrefix("#") }
    subjects = Self.headings.map { heading in
      own.first { $0.hasPrefix("\(heading): ") }.map { String($0.dropFirst(heading.count + 2)) } ?? ""
    }
    for (heading, subject) in zip(Self.headings, subjects) where subject.isEmpty {
      problems.append(
        Problem(
          code: .templateField, place: .init(file: file.path), summary: "there is no line '\(heading): …'",
          help: "add it before the first empty line"))
    }
    if !problems.isEmpty { throw UnusableInput(problems) }
    lines = Array(own.drop { !$0.isEmpty }.drop { $0.isEmpty })
  }

  package var subject: String { subjects[0] }

  /// Paragraphs, each line as the template has it.
  package func body(of reminder: Reminder, link: String?) -> String {
    let shown: [String: Bool] = [
      "answer": reminder.round != nil, "actions": !reminder.actions.isEmpty, "review": reminder.review != nil,
      "link": link != nil,
    ]
    let actions = reminder.actions.map { "- \($0.title.printable) (\(words.date($0.due)))" }.joined(separator: "\n")
    let fields = [
      "person": reminder.person.printable, "round": (reminder.round ?? "").printable, "link": link ?? "",
      "date": reminder.review.map(words.date) ?? "", "actions": actions,
    ]
    var (text, isShown) = ([String](), true)
    for line in lines {
      if let block = Self.blocks.first(where: { line == "[\($0)]" }) {
        isShown = shown[block] ?? false
      } else if line == "[end]" {
        if isShown { text.append("") }
        isShown = true
      } else if isShown {
        text.append(line.filled(with: fields))
      }
    }
    return text.joined(separator: "\n").replacing(/\n{3,}/, with: "\n\n")
  }

  /// Days on which something is due, for a calendar.
  ///
  /// - Parameter whose: Stands before what is to be done, where the calendar is of several people.
  package func days(of reminder: Reminder, whose: String? = nil) -> [CalendarFile.Day] {
    let prefix = whose.map { "\($0): " } ?? ""
    let actions = reminder.actions.map { action in
      CalendarFile.Day(
        key: "action \(action.number)", date: action.due,
        summary: prefix + subjects[1].filled(with: ["action": action.title.printable]))
    }
    let review = reminder.review.map {
      CalendarFile.Day(key: "review of \(reminder.person) \($0)", date: $0, summary: prefix + subjects[2])
    }
    return actions + [review].compactMap(\.self)
  }
}

extension String {
  /// With what stands in braces in their place; a value is never looked at again.
  fileprivate func filled(with fields: [String: String]) -> String {
    replacing(/\{([a-z]+)\}/) { match in fields[String(match.output.1)] ?? String(match.output.0) }
  }
}
