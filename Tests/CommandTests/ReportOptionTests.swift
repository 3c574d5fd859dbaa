import Testing

@Suite("An option that has no say in a report")
struct ReportOptionTests {
  @Test(
    "is refused, not taken in silence",
    arguments: [
      ["--by", "team"], ["--include-health"], ["--before", "b.csv"], ["--prices", "p.csv"], ["--invited", "9"],
      ["--min-group", "10"], ["--ledger", "l"], ["--workstation", "home"],
    ])
  func person(option: [String]) throws {
    try Program.inFolder { program in
      try program.write(#"{"seat_type": "stool"}"#, to: "a.json")
      let pack = ["--pack", Program.smallPack]
      let refused = try program.run(["report", "a.json"] + option + pack)
      #expect(refused.code != 0 && refused.err.contains(option[0]), "\(refused.err)")
      #expect(refused.out.isEmpty && refused.err.contains("leave it out"), "\(refused.err)")
      #expect(try program.run(["report", "a.json"] + pack).code == 0)
    }
  }
}
