import ArgumentParser
import Ergonomics
import Foundation
import Register
import Reports
import RulePacks
import Sealing

struct Verify: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Say whether a report is what the program writes of these answers, or what differs.",
    usage: """
      sitwell verify my-report/report.html
      sitwell verify record.html answers.json
      sitwell verify p-07.html team.csv --id p-07
      sitwell verify report.xml --pack ./my-rules --key rules.key.pub
      sitwell verify p-07.html p-07.json --register sitwell-register.sqlite
      """,
    discussion: """
      The report of a person or an ergonomist, as a page or as XML, and a card, say by which pack, program and answers \
      they were written. It is written again and compared byte by byte. Told apart are another pack, another version of \
      the program, other answers, and a report that was edited.

      Without answers, those of answers.json beside the report are taken, or those that an XML report holds. A report \
      tells a hash of the answers that it shows, and of no others: an ergonomist's says nothing of health. Not every \
      difference is somebody's doing: with another pack or program nobody can tell whether a report was edited, too.

      It says who signed the packs. With --key, packs that none of these keys signed are a difference, too.

      A page made with --register holds what the register knew on its day: it is compared with --register, as long as \
      nothing that it tells has gone on there since.

      The day that a report bears is what it says of itself: nothing proves it.

      Exit code 0 means the same, and nothing else does.
      """)

  @Argument(help: "A report: HTML or XML.", completion: .file())
  var report: String

  @Argument(help: "The answers it was written of: an answers file, or a survey with --id.", completion: .file())
  var answers: String?

  @Option(help: ArgumentHelp("Which person of a file that holds several.", valueName: "value"))
  var id: String?

  @Option(
    help: ArgumentHelp("Folder with the templates of your own that it was written by.", valueName: "dir"),
    completion: .directory)
  var templates: String?

  @Option(
    help: ArgumentHelp("Register that the page was written with.", valueName: "file"), completion: .file())
  var register: String?

  @Option(help: ArgumentHelp("Which workstation of the register (default: office).", valueName: "name"))
  var workstation = "office"

  @OptionGroup var keys: KeyOptions
  @OptionGroup var packs: PackOptions

  func run() async throws {
    let bytes = try InputFile(path: report).bytes()
    guard let stamp = ReportStamp(ofReport: bytes), OwnFile(bytes) != .teamReport else { throw unstamped(bytes) }
    if register != nil, !stamp.isFollowUp {
      throw Failure.usage("'\(report)' was written without a register\n  help: leave out --register")
    }
    let trusted = try keys.keys()
    let (packs, signers) = try library(of: stamp, trusted)
    let folder = try InstalledFolders.find(rules: self.packs.rules.rules).templates(overriddenBy: templates)
    let (person, source) = try await person(for: packs, bytes, stamp, folder)
    let assessments = packs.assessors.assess(person, date: stamp.date, stamp.disclosure, isBrief: stamp.isBrief)
    let followUp = try register.map { path in
      try FollowUp(
        of: person, at: workstation, in: Register(at: path, creating: false), packs.assessors, on: stamp.date)
    }
    let comparison = try ReportComparison(
      bytes, stamp, with: assessments, isOfOwnAnswers: source == nil, isWithRegister: followUp != nil
    ) { try write($0, stamp.kind, folder, followUp) }
    let words = VerificationText(
      report: report, answers: source, stamp: stamp, comparison: comparison, signers: signers, keys: trusted)
    try Console.out(TerminalText(lines: words.text))
    if !comparison.differences.isEmpty || words.isSignatureMissing { throw ExitCode.problemsInData }
  }

  private func write(
    _ assessments: [Assessment], _ kind: ReportStamp.Kind, _ folder: TemplateFolder, _ followUp: FollowUp?
  ) throws -> [UInt8] {
    switch kind {
    case .person: try PersonReport(templates: folder).html(of: assessments, followUp)
    case .card: try PersonCard(templates: folder).html(of: assessments)
    case .ergonomist: try ErgonomistReport(templates: folder).html(of: assessments, followUp)
    case .xml: AssessmentXML.bytes(of: assessments)
    }
  }

  /// The packs of the report as they are here, unless others are named; and who signed which.
  private func library(of stamp: ReportStamp, _ trusted: [VerifyingKey]) throws -> ([Pack], [Pack.ID: PackSigner]) {
    let library = try packs.rules.library(trusted: trusted)
    if !packs.packs.isEmpty { return try named(of: stamp, in: library) }
    let missing = stamp.packs.filter { library.folder(withID: $0.id) == nil }.map { "'\($0.id)'".printable }
    guard missing.isEmpty else {
      throw Failure.usage(
        "it was written by the pack \(missing.joined(separator: " and ")), which is not here\n"
          + "  help: name its folder with --pack")
    }
    return try load(stamp.packs.compactMap { library.folder(withID: $0.id) }, from: library)
  }

  private func load(_ names: [String], from library: PackLibrary) throws -> ([Pack], [Pack.ID: PackSigner]) {
    let (packs, signers) = try library.loadForUse(names)
    let named = zip(packs, signers).compactMap { pack, signer in signer.map { (pack.id, $0) } }
    return (packs, Dictionary(named, uniquingKeysWith: { first, _ in first }))
  }

  /// In the order of the report, which is no choice of whoever verifies it.
  private func named(of stamp: ReportStamp, in library: PackLibrary) throws -> ([Pack], [Pack.ID: PackSigner]) {
    let (ids, (packs, signers)) = (stamp.packs.map(\.id), try load(packs.packs, from: library))
    let sorted = ids.compactMap { id in packs.first { $0.id == id } }
    if sorted.count == packs.count, sorted.count == ids.count { return (sorted, signers) }
    func quoted(_ ids: [Pack.ID]) -> String { ids.map { "'\($0)'".printable }.joined(separator: " and ") }
    throw Failure.data(
      "'\(report)' was written by the pack \(quoted(ids)), not by \(quoted(packs.map(\.id)))\n"
        + "  help: name with --pack what it was written by, or leave --pack out")
  }

  /// Whose report it is to be, and the file that says so; `nil` for what the report itself holds.
  private func person(
    for packs: [Pack], _ bytes: [UInt8], _ stamp: ReportStamp, _ folder: TemplateFolder
  ) async throws -> (Answers, String?) {
    let beside = URL(filePath: report).deletingLastPathComponent().appending(path: "answers.json").path
    let isBeside = report != "-" && FileManager.default.fileExists(atPath: beside)
    if let file = answers ?? (isBeside ? beside : nil) {
      return (try await AnswersInput(path: file).person(id, for: packs), file)
    }
    guard stamp.kind == .xml else {
      throw Failure.usage("a page is compared with answers\n  help: name the answers file behind the report")
    }
    let held = try AssessmentXML(templates: folder).assessments(from: bytes, file: report)
    return (held.answers(to: packs.questionnaire), nil)
  }

  private func unstamped(_ bytes: [UInt8]) -> Failure {
    if bytes.starts(with: "%PDF".utf8) {
      return .usage("a PDF is not written the same twice\n  help: keep the report as HTML or XML beside it")
    }
    if let kind = OwnFile(bytes), kind != .personReport {
      return .usage("'\(report)' is \(kind.words)\n  help: name the report of one person, as a page or as XML")
    }
    return Failure.data(
      "'\(report)' does not say how it was written\n"
        + "  help: it is no report of one person, one of an earlier version, one by other templates, or edited")
  }
}
