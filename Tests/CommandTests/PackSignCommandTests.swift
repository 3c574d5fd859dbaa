import Foundation
import Testing

@Suite("A signed pack")
struct PackSignCommandTests {
  /// Runs in a folder with the pack `mine`, signed, the keys, a survey of one, and no keys that are trusted.
  private func withSigned(_ body: (Program, (String) throws -> Program.Result) throws -> Void) throws {
    try Program.inFolder { program in
      func run(_ line: String) throws -> Program.Result {
        try program.shell(
          line.replacing("@", with: "--rules \(Program.path("Rules"))"),
          ["HOME": program.folder.path, "XDG_CONFIG_HOME": program.folder.path + "/config"])
      }
      try program.write("id,fd_floor,fd_standing,fd_seat\na,hard,4 h,none\n", to: "team.csv")
      let made = try run(
        "$S pack new front-desk --prefix fd -o mine @ && $S pack keygen a.key && $S pack keygen b.key "
          + "&& $S pack sign mine --key a.key --comment 'the back school' @")
      #expect(made.code == 0, "\(made.err)")
      try body(program, run)
    }
  }

  @Test("says by whom, and whether the key is known")
  func signer() throws {
    try withSigned { program, run in
      let unknown = try run("$S pack check mine @")
      #expect(
        unknown.code == 0 && unknown.err.contains("(front-desk 0.1.0, the back school): the key is not known here"))
      let known = try run("$S pack check mine --key a.key.pub @")
      #expect(known.err.contains("signed by ") && !known.err.contains("not known"))
      #expect(try run("mkdir -p config/sitwell/keys && cp a.key.pub config/sitwell/keys/").code == 0)
      let shown = try run("$S pack show mine @").out
      #expect(shown.contains("signed by ") && !shown.contains("not known"))
      #expect(try run("$S pack show mine --format json @").out.contains("\"known\": true"))
      #expect(try run("$S score team.csv --pack mine --quiet @").code == 0)
      #expect(try run("cd mine && sha256sum -c pack.sha256").code == 0)
      let mode = try FileManager.default.attributesOfItem(atPath: program.folder.path + "/a.key")[.posixPermissions]
      #expect(mode as? Int == 0o600)
    }
  }

  @Test("must be signed by one of the keys that are named", arguments: ["check", "show"])
  func wanted(command: String) throws {
    try withSigned { program, run in
      let own = try run("$S pack \(command) mine --key a.key.pub @")
      #expect(own.code == 0 && (own.out + own.err).contains("signed by "))
      #expect(try run("$S pack \(command) mine --key b.key.pub --key a.key.pub @").code == 0)
      // Also where the key is known: it is not the one that is wanted.
      #expect(try run("mkdir -p config/sitwell/keys && cp a.key.pub config/sitwell/keys/").code == 0)
      let other = try run("$S pack \(command) mine --key b.key.pub @")
      let told = other.out + other.err
      #expect(other.code == 1 && told.contains("the pack is signed by ") && told.contains("must be signed by "))
      #expect(try run("rm mine/pack.sha256*").code == 0)
      let unsigned = try run("$S pack \(command) mine --key a.key.pub @")
      #expect(unsigned.code == 1 && (unsigned.out + unsigned.err).contains("nobody signed this pack"))
      #expect(try run("$S pack \(command) mine @").code == 0)
    }
  }

  @Test("is named in reports with its key, which verify knows, asks for, or misses")
  func inReports() throws {
    try withSigned { program, run in
      let key = try #require(
        try run("$S pack check mine --key a.key.pub @").err.firstMatch(of: #/signed by ([0-9A-F]{16})/#)
      ).1
      for page in ["person.html", "person.xml", "record.html --for ergonomist"] {
        let made = try run("$S report team.csv --id a --pack mine --date 2026-01-31 -o \(page) @")
        #expect(made.code == 0, "\(made.err)")
        let lines = made.err.split(separator: "\n").filter { $0.contains("anybody may have signed it") }
        #expect(lines.count == 1, "\(made.err)")
        let name = String(page.prefix { $0 != " " })
        let text = try program.read(name)
        #expect(text.contains(name.hasSuffix("xml") ? " signing-key=\"\(key)\"" : "signature: key \(key)"))
        let verify = "$S verify \(name) team.csv --id a --pack mine"
        let unknown = try run("\(verify) @")
        #expect(
          unknown.code == 0 && unknown.out.contains("is signed by \(key)") && unknown.out.contains("not known here"))
        let known = try run("\(verify) --key a.key.pub @")
        #expect(known.code == 0 && !known.out.contains("not known"), "\(known.out)")
        let other = try run("\(verify) --key b.key.pub @")
        #expect(other.code == 1 && other.out.contains("none of the keys that were named"), "\(other.out)")
      }
      #expect(try run("$S pack sign mine --key b.key --force @").code == 0)
      let signedAnew = try run("$S verify person.xml team.csv --id a --pack mine @")
      #expect(
        signedAnew.code == 1
          && signedAnew.out.contains("Another signature: the pack front-desk was signed by the key \(key)"))
      #expect(signedAnew.out.contains("But for that it says the same"), "\(signedAnew.out)")
      #expect(try run("rm mine/pack.sha256*").code == 0)
      let unsigned = try run("$S verify person.html team.csv --id a --pack mine --key a.key.pub @")
      #expect(unsigned.code == 1 && unsigned.out.contains("here it is signed by nobody"), "\(unsigned.out)")
      #expect(unsigned.out.contains("Nobody signed the pack front-desk"))
      #expect(try run("$S report team.csv --id a --pack mine -o plain.html @").err.isEmpty)
      #expect(try !program.read("plain.html").contains("signature: key"))
    }
  }

  @Test(
    "is refused everywhere when a file of it is another than was signed",
    arguments: [
      ("sed -i 's/6/7/' mine/rules/hard-floor.xml", "mine/rules/hard-floor.xml", "is not as it was"),
      ("cp mine/sources.xml mine/rules/more.xml", "mine/rules/more.xml", "came after"),
      ("rm mine/rules/seat-not-used.xml", "mine/rules/seat-not-used.xml", "is missing"),
      ("mv mine/rules mine/found", "mine/found/hard-floor.xml", "came after"),
      ("echo >> mine/pack.sha256", "mine/pack.sha256", "is not as it is written"),
      ("rm mine/pack.sha256", "mine/pack.sha256.minisig", "'pack.sha256' is missing"),
      ("rm mine/pack.sha256.minisig", "mine/pack.sha256.minisig", "is missing"),
      ("sed -i 's/back school/back pain/' mine/pack.sha256.minisig", "mine/pack.sha256.minisig", "it was changed"),
      ("echo x > mine/pack.sha256.minisig", "mine/pack.sha256.minisig", "cannot be read"),
    ])
  func changed(change: String, file: String, words: String) throws {
    try withSigned { program, run in
      #expect(try run(change).code == 0)
      for command in [
        "pack check mine", "pack show mine", "score team.csv --pack mine --quiet", "report team.csv --id a --pack mine",
        "assess --answers team.csv --pack mine -o out",
      ] {
        let result = try run("$S \(command) @")
        let told = result.out + result.err
        #expect(result.code == 1 && told.contains("\(file): ") && told.contains(words), "\(command): \(told)")
      }
      #expect(!program.exists("out"))
      // Signed anew, or not at all, it is a pack again.
      if change.hasPrefix("sed -i 's/back") || change.hasPrefix("echo") {
        #expect(try run("$S pack sign mine --key a.key --force @ && $S pack check mine @").code == 0)
        #expect(try run("rm mine/pack.sha256* && $S pack check mine @").code == 0)
      }
    }
  }

  @Test("is refused where somebody else signed it in the name of a known key")
  func otherSigner() throws {
    try withSigned { program, run in
      #expect(try run("mkdir -p config/sitwell/keys && cp a.key.pub config/sitwell/keys/").code == 0)
      #expect(try run("sed -i 's/Looks at/Looks hard at/' mine/pack.xml").code == 0)
      #expect(try run("$S pack sign mine --key b.key --force @").code == 0)
      #expect(try run("$S pack check mine @").err.contains("not known"))
      // The signature of another, with the number of the known key in it.
      let lines = try program.read("mine/pack.sha256.minisig").split(separator: "\n").map(String.init)
      let known = try #require(Data(base64Encoded: String(try program.read("a.key.pub").split(separator: "\n")[1])))
      var signature = try #require(Data(base64Encoded: lines[1]))
      signature.replaceSubrange(2..<10, with: known[2..<10])
      try program.write(
        ([lines[0], signature.base64EncodedString()] + lines[2...]).joined(separator: "\n") + "\n",
        to: "mine/pack.sha256.minisig")
      let result = try run("$S pack check mine @")
      #expect(result.code == 1 && result.out.contains("is not by the key"), "\(result.out)")
    }
  }

  @Test("needs keys that are keys, and no file is written over")
  func keys() throws {
    try withSigned { program, run in
      for command in ["pack keygen a.key", "team-key a.key", "pack sign mine --key a.key @"] {
        let result = try run("$S \(command)")
        // No help names an option that there is not.
        let help = try run("$S \(command.prefix { $0 != "." && $0 != "@" }) --help").out
        #expect(result.code == 3 && result.err.contains("exists\n  help: "), "\(result.err)")
        #expect(result.err.contains("--force") == help.contains("--force"), "\(command): \(result.err)")
        #expect(!result.err.contains("another file") || !command.contains("sign"))
      }
      let publicHalf = try run("$S pack sign mine --key a.key.pub --force @")
      #expect(publicHalf.code == 2 && publicHalf.err.contains("is no private key"))
      let privateHalf = try run("$S pack check mine --key a.key @")
      #expect(privateHalf.code == 2 && privateHalf.err.contains("is no public key"))
      let anew = try run("$S pack format mine @")
      #expect(anew.code == 0 && !anew.err.contains("note"))
    }
  }
}
