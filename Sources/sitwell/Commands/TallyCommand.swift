import ArgumentParser
import Ergonomics
import Files
import Surveys

struct TallyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tally",
    abstract: "Put tallies of parts of a survey together into one.",
    usage: """
      sitwell score north.csv -o north-results.csv --tally north.tally --by team
      sitwell score south.csv -o south-results.csv --tally south.tally --by team
      sitwell tally north.tally south.tally -o all.tally
      sitwell report --for hr all.tally --no-ledger -o team.html
      """,
    discussion: """
      A tally holds numbers of people by team, as sitwell score --tally counts them, and nothing about health. Its \
      numbers are exact, so keep it to yourself. What the tallies of parts give together is what all of the survey gives, in \
      any order. Somebody who stands in two parts counts twice: without ids nothing can tell. With --tally-key whoever is in two \
      is refused, and the tally of another round finds people again. sitwell report --for hr takes several tallies as well.
      """)

  @Argument(help: "Tallies, or a folder of them; - reads standard input.", completion: .file())
  var input: [String]

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Tally; - writes standard output.", valueName: "file"), completion: .file())
  var output = "-"

  @Flag(help: "Overwrite a file that exists.")
  var force = false

  @OptionGroup var packs: PackOptions

  func run() async throws {
    let files = try input.surveyFiles()
    var check = OutputCheck(inputs: files.map(\.path), replacing: force)
    try check.add(output)
    let packs = try packs.load()
    guard packs.count == 1 else { throw Failure.usage("a tally is of one pack\n  help: name one --pack") }
    guard let tallies = try TallyFiles(files) else {
      throw Failure.data("'\(files[0].name)' is no tally\n  help: sitwell score --tally makes one of a survey")
    }
    let (round, tally) = try tallies.round(packs.assessors[0].program, by: nil)
    try tally.write(to: output, replacing: force)
    Console.err("\(round.summary.description)\n")
  }
}
