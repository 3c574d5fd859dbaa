import ArgumentParser
import Ergonomics
import Files
import Foundation
import Register
import Reports

extension RegisterCommand {
  struct Remind: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "remind",
      abstract: "Write reminders: drafts of messages and calendar files, to be looked at and sent by you.",
      usage: """
        sitwell register remind --from safety@example.org --link https://intranet.example.org/desk -o reminders
        sitwell register remind --for assessor -o reviews.ics
        """,
      discussion: """
        Somebody gets a message who was invited to the round and has not answered, whose agreed actions are due, or whose \
        workstation is to be looked at again; and a calendar file for what has a day. Nothing in them is about health, and \
        nothing is sent: open the .eml files in your mail program. The words are in reminder.txt of the templates.
        """)

    enum Audience: String, ExpressibleByArgument, CaseIterable { case person, assessor }

    @Option(name: .customLong("for"), help: "person writes a folder of messages and calendars, assessor one calendar.")
    var audience = Audience.person
    @Option(
      name: .shortAndLong,
      help: ArgumentHelp("Folder for messages, or the assessor's calendar file.", valueName: "path"),
      completion: .file())
    var output: String
    @Option(help: ArgumentHelp("Address that messages come from.", valueName: "address")) var from: String?
    @Option(help: ArgumentHelp("Where the questions are, http or https.", valueName: "url")) var link: String?
    @Option(help: ArgumentHelp("What is due within this time.", valueName: "time")) var due = CalendarSpan(14, .day)
    @Option(
      help: ArgumentHelp(
        "Round that answers are waited for (default: the last one people were invited to).", valueName: "name"))
    var round: String?
    @Option(help: ArgumentHelp("Only of a team.", valueName: "team")) var team: String?
    @Option(help: ArgumentHelp("Folder with words of your own.", valueName: "dir"), completion: .directory)
    var templates: String?
    @Flag(help: "Overwrite files that exist.") var force = false
    @OptionGroup var file: RegisterFile
    @OptionGroup var rules: RulesOptions
    @OptionGroup var date: DateOption

    func validate() throws {
      if audience == .person {
        guard let from, MailDraft.isAddress(from) else {
          throw ValidationError("messages need a plain address that they come from: give it with --from")
        }
      }
      if let link, link.wholeMatch(of: /https?:\/\/[!-~]{1,1000}/) == nil {
        throw ValidationError("--link '\(link)': give an address that begins with https:// or http://")
      }
    }

    func run() throws {
      let folder = try InstalledFolders.find(rules: rules.rules).templates(overriddenBy: templates)
      let text = try ReminderText(templates: folder)
      let (register, day) = (try file.open(), try date.value())
      let reminders = try Reminders(register, until: due.after(day), round: round ?? register.lastRound(on: day), team)
      switch audience {
      case .assessor:
        let days = reminders.all.flatMap { text.days(of: $0.reminder, whose: $0.reminder.person) }
        let calendar = CalendarFile(days.sorted { ($0.date, $0.key) < ($1.date, $1.key) }, link: link, date: day)
        try OutputFile.write(calendar.bytes, to: output, replacing: force, isPrivate: true)
        Console.err("\(days.count) days in the calendar\n")
      case .person: try writeMessages(reminders, text, on: day)
      }
    }

    private func writeMessages(_ reminders: Reminders, _ text: ReminderText, on day: String) throws {
      var (files, unreachable) = ([(path: String, bytes: [UInt8])](), [String]())
      for (reminder, contact) in reminders.all {
        let draft = MailDraft(
          from: from ?? "", to: contact, subject: text.subject, body: text.body(of: reminder, link: link), date: day)
        guard let draft else {
          unreachable.append(reminder.person)
          continue
        }
        let name = "\(output)/\(SafeName(for: reminder.person).text)"
        files.append(("\(name).eml", draft.bytes))
        let days = text.days(of: reminder)
        if !days.isEmpty { files.append(("\(name).ics", CalendarFile(days, link: link, date: day).bytes)) }
      }
      let check = OutputCheck(inputs: [file.path], replacing: force)
      for file in files { try check.look(at: file.path) }
      do {
        try FileManager.default.createDirectory(
          atPath: output, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      } catch {
        throw Failure.input("cannot make the folder '\(output)'")
      }
      for file in files { try OutputFile.write(file.bytes, to: file.path, replacing: force, isPrivate: true) }
      if !unreachable.isEmpty {
        Console.err(
          "warning: no plain address is known of \(list: unreachable)\n  help: 'sitwell register invite' takes contacts\n"
        )
      }
      let messages = files.count { $0.path.hasSuffix(".eml") }
      Console.err("reminders \(reminders.all.count) = written \(messages) + without an address \(unreachable.count)\n")
    }
  }
}

/// Whom to remind of what.
private struct Reminders {
  /// By id of the person.
  let all: [(reminder: Reminder, contact: String)]

  init(_ register: Register, until day: String, round: String?, _ team: String?) throws {
    var filter = ActionFilter()
    (filter.dueBy, filter.states, filter.team) = (day, [.agreed, .reopened], team)
    let actions = Dictionary(grouping: try register.actions(filter), by: \.person)
    let reviews = Dictionary(
      try register.reviews(until: day, team: team).map { ($0.person, $0.due) }, uniquingKeysWith: min)
    let unanswered = Set(try round.map { try register.unanswered($0).map(\.id) } ?? [])
    all = try register.people(team: team).compactMap { person in
      let reminder = Reminder(
        person: person.id, round: unanswered.contains(person.id) ? round : nil,
        actions: (actions[person.id] ?? []).map { .init(number: $0.number, title: $0.title, due: $0.due ?? day) },
        review: reviews[person.id])
      return reminder.isEmpty ? nil : (reminder, person.contact)
    }
  }
}
