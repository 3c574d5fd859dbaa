import ArgumentParser
import Ergonomics
import Files
import RulePacks

extension PackCommand {
  struct New: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "new",
      abstract: "Make a small pack that works, to change into one of your own.",
      usage: """
        sitwell pack new kitchen-table
        sitwell pack new kitchen-table --prefix kt --title "Working at the kitchen table" -o packs/kitchen-table
        """,
      discussion: """
        The pack has a question of each common kind, three rules with their tests, and corrections that a plan is worked \
        out from. Comments in its files say what to change. It is checked without problems, and its examples let nothing \
        pass: change one thing after the other, and run 'sitwell pack check' and 'sitwell pack test' in between.
        """)

    @Argument(help: "Id of the pack: small letters and digits, with single hyphens between words.") var id: String
    @Option(
      name: .shortAndLong,
      help: ArgumentHelp("Folder to make; it must not exist (default: the id).", valueName: "dir"),
      completion: .directory)
    var output: String?
    @Option(help: ArgumentHelp("Title that people read (default: the id in words).", valueName: "text"))
    var title: String?
    @Option(
      help: ArgumentHelp(
        "What the ids of questions and scores begin with; they are columns of survey files (default: the id).",
        valueName: "word"))
    var prefix: String?
    @OptionGroup var rules: RulesOptions

    func run() async throws {
      let pack = NewPack(id: id, title: title, prefix: prefix)
      try check(pack)
      let template = try PackFolder(reading: InstalledFolders.find(rules: nil).packTemplate.path)
      let folder = output ?? id
      try await Interruption.mayStop {
        do {
          try WholeFolder.make(of: pack.files(from: template), at: folder)
        } catch FileFailure.exists(let path) {
          throw Failure.input("'\(path)' exists\n  help: name a folder that does not with -o")
        }
      }
      Console.err(
        """
        made \(folder); begin with \(folder)/pack.xml
        check it with: sitwell pack check \(folder)
        use it with:   sitwell assess --pack \(folder.contains("/") ? folder : "./\(folder)")\n
        """)
    }

    private func check(_ pack: NewPack) throws {
      guard NewPack.isID(id) else {
        throw Failure.usage(
          "'\(id)' cannot be the id of a pack\n  help: write small letters and digits, with single hyphens between words, such as kitchen-table"
        )
      }
      if try rules.library().folder(withID: id) != nil {
        throw Failure.usage(
          "there is a pack '\(id)' already\n  help: choose another id; 'sitwell pack export \(id) FOLDER' copies the pack, to change it"
        )
      }
      guard NewPack.isPrefix(pack.prefix) else {
        throw Failure.usage(
          "'\(pack.prefix)' cannot begin an id\n  help: write small letters and digits, with single underscores between words, such as kt"
        )
      }
      if let title, title.allSatisfy(\.isWhitespace) {
        throw Failure.usage("the title is empty\n  help: name what people read, or leave --title out")
      }
    }
  }
}
