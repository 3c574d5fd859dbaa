import ArgumentParser
import Ergonomics
import Files
import Foundation
import Reports
import RulePacks

struct PackCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pack",
    abstract: "Make, check, test, lay out, compare, show, list, copy and sign rule packs.",
    usage: """
      sitwell pack list
      sitwell pack new kitchen-table
      sitwell pack check Rules/lower-back-hips
      sitwell pack test Rules/lower-back-hips
      sitwell pack format Rules/lower-back-hips
      sitwell pack diff Rules/lower-back-hips@HEAD Rules/lower-back-hips
      sitwell pack show lower-back-hips
      sitwell pack export lower-back-hips my-rules
      sitwell pack sign my-rules --key rules.key
      """,
    subcommands: [
      List.self, New.self, Check.self, Test.self, Format.self, Diff.self, Show.self, Export.self, Sign.self,
      Keygen.self,
    ])

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the packs there are, a line each.")
    @OptionGroup var rules: RulesOptions

    func run() async throws {
      var isRefused = false
      for entry in try rules.library().entries() {
        switch entry.pack {
        case .success(let pack):
          try Console.out(
            "\(pack.stamp)\t\(pack.title)\t\(pack.questions.count) questions, \(pack.rules.count) rules\n")
        case .failure(let refused):
          isRefused = true
          Console.err("\(entry.folder): \(refused.problems.count) problems; sitwell pack check tells them\n")
        }
      }
      if isRefused { throw ExitCode.problemsInData }
    }
  }

  struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Check every file of a pack, and run the examples of its rules.",
      usage: "sitwell pack check Rules/lower-back-hips")
    @Argument(help: "Folder of a pack, or its id.", completion: .pack) var pack: String
    @Option(
      help: ArgumentHelp("Folder with drawings of your own in figures/, as for reports.", valueName: "dir"),
      completion: .directory)
    var templates: String?
    @OptionGroup var keys: KeyOptions
    @OptionGroup var rules: RulesOptions

    func run() async throws {
      do {
        let library = try library()
        let files = try library.files(of: pack)
        for file in files.unread {
          Console.err("note: \(files.displayPath(ofFile: file)) is not read: only files that end in .xml are\n")
        }
        let placed = try library.loadPlaced(files)
        let pack = placed.pack
        let examples =
          pack.rules.flatMap(\.examples).count + pack.corrections.flatMap(\.examples).count + pack.people.count
        Console.err("\(pack.stamp): \(pack.rules.count) rules and \(examples) examples checked, no problems\n")
        for note in placed.notes { Console.err("note: \(note)\n") }
        if let signer = try library.signer(of: files) { Console.err("\(signer.words)\n") }
      } catch let refused as PackRefused where !refused.isUnknownPack {
        try Console.out(refused.problems.map { "\($0)\n" as TerminalText }.joined())
        Console.err("\(refused.problems.count) problem\(refused.problems.count == 1 ? "" : "s")\n")
        if !refused.unread.isEmpty {
          Console.err("what depends on \(refused.unread.joined(separator: ", ")) was not checked\n")
        }
        throw ExitCode.problemsInData
      }
    }

    /// Knows the drawings, so that it also notices a name of one that is not there.
    private func library() throws -> PackLibrary {
      try rules.library(keys: keys.keys()) { home in
        home.templates(overriddenBy: templates).figureNames
      }
    }
  }

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Show what a pack asks, in which words, and what its rules find and add.",
      usage: """
        sitwell pack show lower-back-hips
        sitwell pack show lower-back-hips --format json
        """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    @Argument(help: "Id of a pack, or its folder.", completion: .pack) var pack: String
    @Option(help: "text, or json for programs.") var format = Format.text
    @OptionGroup var keys: KeyOptions
    @OptionGroup var rules: RulesOptions

    func run() async throws {
      let library = try rules.library(keys: keys.keys())
      let files = try library.files(of: pack)
      let overview = PackOverview(pack: try library.loadPlaced(files).pack, signer: try library.signer(of: files))
      switch format {
      case .text: try Console.out(TerminalText(lines: overview.text))
      case .json: try OutputFile.write(overview.json.utf8, to: "-", replacing: false, isPrivate: false)
      }
    }
  }

  struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export",
      abstract: "Copy a pack into a new folder, to change it.",
      usage: "sitwell pack export lower-back-hips my-rules")
    @Argument(help: "Id of a pack, or its folder.", completion: .pack) var pack: String
    @Argument(help: "Folder to make; it must not exist.", completion: .directory) var folder: String
    @OptionGroup var rules: RulesOptions

    func run() async throws {
      let (source, folder) = (try rules.library().folder(of: pack), folder)
      try await Interruption.mayStop {
        do {
          try WholeFolder.copy(source, to: folder)
        } catch FileFailure.exists(let path) {
          throw Failure.input("'\(path)' exists\n  help: name a folder that does not")
        }
      }
      Console.err("copied to \(folder); use it with --pack \(folder)\n")
    }
  }
}
