import ArgumentParser
import Files
import Sealing

struct TeamKeyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "team-key",
    abstract: "Make a pair of keys, so that answers can travel encrypted.",
    usage: """
      sitwell team-key team.key                                        writes team.key and team.key.pub
      sitwell form --for html --team-key team.key.pub -o form.html     a form whose answers only team.key opens
      sitwell score answers/*.jwe --team-key team.key -o results.csv
      """,
    discussion: """
      Keep the private key where only you can read it, and a copy of it in a safe place: without it nobody opens what was \
      sent. The public key may be given to anybody.
      """)

  @Argument(help: "File for the private key; the public one gets .pub behind its name.", completion: .file())
  var file: String

  func run() throws {
    let publicFile = file + ".pub"
    if file == "-" { throw Failure.usage("a private key is not written to standard output\n  help: name a file") }
    var check = OutputCheck(inputs: [], replacing: false)  // a key that is gone opens nothing any more
    try Failure.whereExists(PackCommand.Keygen.notOver) {
      for output in [file, publicFile] { try check.add(output) }
    }
    let key = TeamKey()
    try OutputFile.write(Array((key.json + "\n").utf8), to: file, replacing: false, isPrivate: true)
    try OutputFile.write(Array((key.publicKey.json + "\n").utf8), to: publicFile, replacing: false, isPrivate: false)
    Console.err("private key: \(file) (only you can read it; keep a copy)\npublic key:  \(publicFile)\n")
  }
}
