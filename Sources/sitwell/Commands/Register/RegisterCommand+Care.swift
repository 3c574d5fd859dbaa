import ArgumentParser
import Ergonomics
import Files
import Foundation
import Register

extension RegisterCommand {
  struct Forget: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "forget",
      abstract: "Delete a person with everything about them, for good.",
      usage: "sitwell register forget p-07",
      discussion: """
        The log keeps that one person was forgotten, and not who. Where others' actions name the person, as an owner or in a \
        note, the name is taken out; ids of one or two letters only where they stand alone. Backups and exports made before \
        are files of their own: delete them too.
        """)

    @Argument(help: "Id of the person.") var person: String
    @OptionGroup var file: RegisterFile
    @OptionGroup var date: DateOption

    func run() throws {
      try file.open().forget(person, on: date.value())
      Console.err("one person forgotten; backups and exports made before still name them\n")
    }
  }

  struct Retain: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "retain",
      abstract: "Delete what is older than you keep things, for good.",
      usage: "sitwell register retain --older 36m",
      discussion: """
        Goes: assessments, but for the last one of each workstation; actions that were closed or rejected; sign-offs. What \
        is still to be done stays.
        """)

    @Option(help: ArgumentHelp("How long things are kept, such as 36m or 3y.", valueName: "time")) var older:
      CalendarSpan
    @OptionGroup var file: RegisterFile
    @OptionGroup var date: DateOption

    func run() throws {
      let day = try date.value()
      let since = older.before(day)
      let gone = try file.open().retain(since: since, on: day)
      Console.err("\(gone) assessments from before \(since) deleted\n")
    }
  }

  struct Backup: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "backup",
      abstract: "Copy the register as it is, also while others write into it.",
      usage: "sitwell register backup register-2026.sqlite",
      discussion:
        "To go back, put the copy in the place of the register, and delete the files beside it that end in -wal and -shm."
    )

    @Argument(help: "File to make.", completion: .file()) var copy: String
    @Flag(help: "Overwrite a file that exists.") var force = false
    @OptionGroup var file: RegisterFile

    func run() throws {
      var check = OutputCheck(inputs: [file.path], replacing: force)
      try check.add(copy)
      let register = try file.open()
      let folder = URL(filePath: NSTemporaryDirectory()).appending(path: "sitwell-\(UUID().uuidString)")
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
      defer { try? FileManager.default.removeItem(at: folder) }
      let part = folder.appending(path: "register.sqlite").path(percentEncoded: false)
      try register.backUp(to: part)
      let output = try OutputFile(copy, replacing: force, isPrivate: true)
      let handle = try InputFile(path: part).open()
      while let block = try handle.read(upToCount: Self.blockSize), !block.isEmpty { try output.write(block) }
      try output.commit()
    }

    private static let blockSize = 1 << 20
  }

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract:
        "Look whether the register is whole: its pages, what refers to what, and every response as it was filed.",
      usage: "sitwell register check")

    @OptionGroup var file: RegisterFile

    func run() throws {
      let register = try file.open()
      let problems = try register.problems()
      for problem in problems { try Console.out("\(problem)\n") }
      let (people, assessments, actions) = try register.counts()
      Console.err(
        "\(people) people, \(assessments) assessments, \(actions) actions: \(problems.isEmpty ? "no" : String(problems.count)) problems\n"
      )
      if !problems.isEmpty { throw ExitCode.problemsInData }
    }
  }
}
