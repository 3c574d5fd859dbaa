import ArgumentParser
import Ergonomics
import Files
import RulePacks
import Sealing

extension PackCommand {
  struct Keygen: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "keygen",
      abstract: "Make a pair of keys to sign packs with.",
      usage: """
        sitwell pack keygen rules.key
        sitwell pack sign my-rules --key rules.key
        sitwell pack check my-rules --key rules.key.pub
        """,
      discussion: """
        Keep the private key where only you can read it. Give the public one to whoever uses your packs by another way than \
        the packs: who gets both from one place can be given both by anybody.
        """)

    @Argument(help: "File for the private key; the public one gets .pub behind its name.", completion: .file())
    var file: String

    /// Of keys: what is signed or encrypted with one that is gone is lost.
    static let notOver: TerminalText = "name another file: keys are never written over"

    func run() throws {
      let publicFile = file + ".pub"
      if file == "-" { throw Failure.usage("a private key is not written to standard output\n  help: name a file") }
      var check = OutputCheck(inputs: [], replacing: false)
      try Failure.whereExists(Self.notOver) { for output in [file, publicFile] { try check.add(output) } }
      let key = SigningKey()
      try OutputFile.write(Array((key.json + "\n").utf8), to: file, replacing: false, isPrivate: true)
      try OutputFile.write(Array(key.publicKey.text.utf8), to: publicFile, replacing: false, isPrivate: false)
      Console.err(
        """
        private key: \(file) (only you can read it; keep a copy)
        public key:  \(publicFile), \(key.publicKey.id)\n
        """)
    }
  }

  struct Sign: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "sign",
      abstract: "Sign a pack, so that others see whose it is and that nothing was changed.",
      usage: """
        sitwell pack sign my-rules --key rules.key
        sitwell pack sign my-rules --key rules.key --comment "reviewed by the back school" --force
        """,
      discussion: """
        Two files come into the folder: \(PackFolder.listName), a list of all its XML files with their SHA-256, as sha256sum \
        checks it, and \(PackFolder.signatureName), the signature of that list, as minisign checks it:

          sha256sum -c \(PackFolder.listName) && minisign -Vm \(PackFolder.listName) -p rules.key.pub

        A pack of which a file was changed, added or taken away since is refused everywhere. Signatures that minisign made \
        with -S -l are read as well.
        """)

    @Argument(help: "Folder of a pack.", completion: .directory) var folder: String
    @Option(help: ArgumentHelp("The private key, as keygen wrote it.", valueName: "file"), completion: .file())
    var key: String
    @Option(help: ArgumentHelp("What to say beside the id and version of the pack; one line.", valueName: "text"))
    var comment: String?
    @Flag(help: "Sign a pack anew that is signed.") var force = false
    @OptionGroup var rules: RulesOptions

    func run() async throws {
      guard let signing = SigningKey(json: try InputFile(path: key).bytes()) else {
        throw Failure.usage("'\(key)' is no private key for signatures\n  help: sitwell pack keygen FILE makes one")
      }
      let library = try rules.library()
      let files = try library.files(inFolder: folder).unsigned
      let pack = try library.loadPlaced(files, checking: .examples).pack
      let list = files.list
      let words = (["\(pack.id) \(pack.version)"] + [comment].compactMap { $0 }).joined(separator: ", ")
      guard words.utf8.count < 1000, !words.contains(where: \.isNewline) else {
        throw Failure.usage("the comment is too long, or has several lines\n  help: write one short line")
      }
      let outputs = [PackFolder.listName, PackFolder.signatureName].map { files.displayPath(ofFile: $0) }
      var check = OutputCheck(inputs: [key], replacing: force)
      try Failure.whereExists("the pack is signed already; --force signs it anew") {
        for output in outputs { try check.add(output) }
      }
      let signature = signing.signature(of: list, comment: words)
      try OutputFile.write(list, to: outputs[0], replacing: force, isPrivate: false)
      try OutputFile.write(Array(signature.utf8), to: outputs[1], replacing: force, isPrivate: false)
      Console.err("\(pack.stamp): signed by \(signing.publicKey.id) (\(words))\n")
    }
  }
}

extension PackSigner {
  /// A line of what can be told.
  var words: String {
    let signed = "signed by \(keyID) (\(comment))"
    if isKnown { return signed }
    return key == nil
      ? "\(signed): the key is not known here, and nothing was checked but the list of files"
      : "\(signed): the key is not known here, so anybody may have signed it"
  }
}
