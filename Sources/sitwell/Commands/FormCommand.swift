import ArgumentParser
import Ergonomics
import Files
import Forms
import Foundation

struct FormCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "form",
    abstract: "Write the questionnaire as a form, for the tools that people have.",
    usage: """
      sitwell form --for xlsform -o form.xlsx
      sitwell form --for html --keep team=Team --notice notice.txt -o form.html
      sitwell form --for limesurvey --pack lower-back-hips --pack my-rules -o form.txt
      """,
    discussion: """
      What the tool exports is read by score and report as it is: questions keep their ids.

      --notice takes a text that says what is kept, by whom and how long; empty lines part its paragraphs.
      """)

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp(
      "xlsform (ODK, KoboToolbox, Survey123), limesurvey, surveyjs, redcap, qualtrics, word (text to paste), fhir, paper or html (one page that works offline).",
      valueName: "format"))
  var format: FormFormat

  @Option(
    help: ArgumentHelp("Ask also for this, and keep it as a column; can be repeated.", valueName: "column=label"))
  var keep: [String] = []

  @Option(
    help: ArgumentHelp("Text that says what is kept, by whom and how long.", valueName: "file"), completion: .file())
  var notice: String?

  @Option(
    help: ArgumentHelp("Public key of the team: answers of the html form are encrypted to it.", valueName: "file"),
    completion: .file())
  var teamKey: String?

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Form file; - writes standard output.", valueName: "file"),
    completion: .file())
  var output = "-"

  @Flag(help: "Overwrite a file that exists.")
  var force = false

  @OptionGroup var packs: PackOptions

  func validate() throws {
    if teamKey != nil, format != .html {
      throw ValidationError("--team-key goes with --for html: other tools do not encrypt")
    }
  }

  func run() async throws {
    try checkOutput()
    let document = try format.document(of: source())
    for note in document.notes { Console.err(TerminalText(lines: "note: \(note)\n")) }
    try OutputFile.write(document.bytes, to: output, replacing: force, isPrivate: false)
  }

  private func source() throws -> FormSource {
    let folder = try InstalledFolders.find(rules: packs.rules.rules).forms
    return try FormSource(
      packs: packs.load(), keptColumns: keep.map(FormSource.KeptColumn.init), notice: notice.map(Self.text),
      teamKey: teamKey.map { try TeamKeyFile(path: $0).publicKey().json }
    ) { try Self.text(of: folder.appending(path: $0).path) }
  }

  /// Refuses what cannot be written before anything is made.
  private func checkOutput() throws {
    var check = OutputCheck(inputs: [notice].compactMap(\.self), replacing: force)
    try check.add(output)
    let ending = URL(filePath: output).pathExtension.lowercased()
    guard ["", format.fileExtension].contains(ending) || output == "-" else {
      throw Failure.usage(
        "the name '\(output)' is not that of a form for \(format.rawValue)\n  help: end it in .\(format.fileExtension)")
    }
    if output == "-", ["xlsx", "html"].contains(format.fileExtension), Console.showsOutput {
      throw Failure.usage("this form is no text for a terminal\n  help: name a file with -o")
    }
  }

  private static func text(of path: String) throws -> String {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw Failure.input("cannot read '\(path)'")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Failure.input("'\(path)' is no text in UTF-8\n  help: save it as UTF-8")
    }
    return text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
  }
}

extension FormFormat: ExpressibleByArgument {}

extension FormSource.KeptColumn {
  /// Of `team=Your team`; without a label, the name is one.
  fileprivate init(_ text: String) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(\.trimmed)
    self.init(name: parts[0], label: parts.count > 1 && !parts[1].isEmpty ? parts[1] : parts[0])
  }
}
