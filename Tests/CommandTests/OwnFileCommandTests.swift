import Foundation
import Testing

@Suite("A file of our own in the wrong place")
struct OwnFileCommandTests {
  private static let answers = #"{"id": "ann", "seat_type": "office_chair", "support": "none", "sitting_time": "7"}"#

  /// One of each kind, and a word of what is said of it.
  private static let kinds = [
    ("a.tally", "--for hr a.tally --no-ledger"), ("results.csv", "holds no answers"), ("both.csv", "holds no answers"),
    ("results.xml", "holds no answers"), ("results.ndjson", "holds no answers"), ("rejects.csv", "could not be read"),
    ("mapping.csv", "--mapping"), ("actions.csv", "a table of actions"), ("list.csv", "a table of actions"),
    ("p.xml", "the report of a person"), ("two.xml", "the report of a person"), ("team.xml", "a report for HR"),
    ("p.html", "a page that sitwell wrote"), ("team.html", "a page that sitwell wrote"),
    ("record.html", "a page that sitwell wrote"), ("r.sqlite", "--register"), ("sitwell.ledger", "--ledger"),
    ("pack.key", "a private key"), ("pack.key.pub", "a public key"), ("team.key", "a private key"),
    ("team.key.pub", "a public key"), ("pack.xml", "a file of a rule pack"),
  ]

  private func inFolder(_ body: (Program) throws -> Void) throws {
    try Program.inFolder { program in
      try program.write(Self.answers, to: "a.json")
      try program.write(#"{"seat_type": "office_chair", "sitting_time": "7"}"#, to: "b.json")
      let rows = (1...12).map { "p\($0),A,office_chair,none,\($0 == 1 ? "x" : "7")\n" }.joined()
      try program.write("id,team,seat_type,support,sitting_time\n" + rows, to: "team.csv")
      let made = try program.shell(
        """
        set -e; P="--pack $PACK"
        $S score team.csv $P --quiet -o results.csv --tally a.tally --by team --rejects rejects.csv --save-mapping mapping.csv || test $? = 1
        for e in xml ndjson; do $S score team.csv $P --quiet -o results.$e || test $? = 1; done
        for e in html xml; do $S report team.csv $P --for hr --by team -o team.$e; done
        $S report team.csv $P --for hr --by team -o actions.csv
        $S report team.csv $P --for ergonomist -o list.csv
        for e in html xml; do $S report a.json $P -o p.$e; done
        $S report a.json $P --for ergonomist -o record.html
        $S score b.json --pack lower-back-hips --pack rosa --quiet -o both.csv || test $? = 1
        $S report b.json --pack lower-back-hips --pack rosa -o two.xml
        $S register add a.json $P --register r.sqlite
        $S pack keygen pack.key && $S team-key team.key
        cp $PACK/pack.xml pack.xml
        """, ["PACK": Program.smallPack])
      #expect(made.code == 0, "\(made.err)")
      try body(program)
    }
  }

  @Test("is named for what it is, by every command that takes answers or a survey")
  func allPairs() throws {
    try inFolder { program in
      let commands = [
        ["report"], ["score"], ["explain"], ["report", "--for", "ergonomist"], ["verify", "p.html"],
        ["assess", "-o", "out", "--answers"], ["assess", "-o", "out", "--answers", "a.json", "--from"],
      ]
      for (file, words) in Self.kinds {
        for command in commands {
          let result = try program.run(command + [file, "--pack", Program.smallPack])
          #expect(result.code == 2, "\(command) \(file): \(result.out)\(result.err)")
          #expect(result.err.contains("error: '\(file)' is "), "\(command) \(file): \(result.err)")
          #expect(result.err.contains(words) && result.err.contains("help: "), "\(command) \(file): \(result.err)")
        }
      }
    }
  }

  @Test("is named by verify, too, where it is no report of a person")
  func verified() throws {
    try inFolder { program in
      for (file, _) in Self.kinds where !["p.xml", "two.xml", "p.html", "record.html"].contains(file) {
        let result = try program.run("verify", file, "--pack", Program.smallPack)
        #expect(result.code == 2 && result.err.contains("error: '\(file)' is "), "\(file): \(result.err)")
        #expect(result.err.contains("the report of one person"), "\(file): \(result.err)")
      }
    }
  }
}
