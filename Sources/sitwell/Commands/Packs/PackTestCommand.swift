import ArgumentParser
import Ergonomics
import Files
import Forms
import RulePacks
import Workbench

extension PackCommand {
  struct Test: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "test",
      abstract: "Tell what the examples of a pack prove, and which mistakes in its rules they would let pass.",
      usage: """
        sitwell pack test Rules/lower-back-hips
        sitwell pack test my-rules --min-mutation 100
        sitwell pack test my-rules --format json
        """,
      discussion: """
        Changes one thing of the pack after the other, as one might by mistake: a limit by one unit, an option or a \
        condition left out, 'and' for 'or', 'not' left out; the points of a rule or an option, a cell of a table, a constant \
        of a formula, the beginning of a level and the end of a score by one; of a correction an answer or a number that it \
        sets. A change that no example notices is told by file and line, with the example that would notice it: put it \
        where it says, and give it a better name. A change that nobody could notice counts for nothing; that is proved by \
        trying all that can be told apart. What kinds of mistakes are not tried is told, too.

        Also told is what the examples show: each outcome a rule can have, each condition that holds, does not hold and \
        decides, both sides of each limit, each option.
        """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    @Argument(help: "Folder of a pack, or its id.", completion: .pack) var pack: String
    @Option(
      help: ArgumentHelp(
        "Of 100 changes that could be noticed, how many must be (0 to 100); with fewer the exit code is 1.",
        valueName: "percent"))
    var minMutation: Int?
    @Flag(
      help: ArgumentHelp(
        """
        Also tell what is no mistake, but worth a look: findings that only those have who have another, answers that no rule of \
        a group speaks of, and somebody for each level of each score.
        """))
    var notes = false
    @Option(help: "text, or json for programs.") var format = Format.text
    @OptionGroup var rules: RulesOptions

    func validate() throws {
      if let minMutation, !(0...100).contains(minMutation) {
        throw ValidationError("--min-mutation takes a number from 0 to 100")
      }
    }

    private func placed() throws -> PlacedPack {
      do {
        return try rules.library().loadPlaced(pack)
      } catch let refused as PackRefused where !refused.isUnknownPack {
        Console.err("nothing was tested: the pack must be without problems first\n")
        throw refused
      }
    }

    func run() async throws {
      let placed = try placed()
      let report = PackTestReport(
        pack: placed.pack, test: PackTest(of: placed.pack, at: placed.places),
        worthALook: notes ? PackNotes(of: placed.pack) : nil)
      switch format {
      case .text: try Console.out(TerminalText(lines: report.text))
      case .json: try OutputFile.write(report.json.utf8, to: "-", replacing: false, isPrivate: false)
      }
      if let minMutation, report.test.score < minMutation { throw ExitCode.problemsInData }
    }
  }
}
