import Foundation
import Testing

@Suite("A survey, whatever is made of it")
struct OneReaderTests {
  private static let wild = Program.path("Tests/Fixtures/surveys/wild")
  private static let hr = ["--for", "hr", "--by", "team", "--date", "2026-01-31"]

  /// Forty people of two teams under these headings.
  private static func survey(_ header: String, _ cells: (Int) -> String) -> String {
    header + "\n" + (0..<40).map { "p\($0),\($0 % 2 == 0 ? "north" : "south"),\(cells($0))\n" }.joined()
  }

  @Test("is refused in the same words")
  func refused() throws {
    try Program.inFolder { program in
      try program.write(
        Self.survey("id,team,seat_type,sitting_time") { "\($0 % 3 == 0 ? "sofa" : "stool"),6" }, to: "team.csv")
      let reading = ["team.csv", "--pack", Program.smallPack]
      let scored = try program.run(["score"] + reading + ["-o", "results.csv", "--reports", "people", "--quiet"])
      let reports = [
        Self.hr, ["--for", "ergonomist"], ["--for", "person", "--id", "p2"], Self.hr + ["--before", "team.csv"],
      ]
      let told = try reports.map { try program.run(["report"] + reading + $0) }
      #expect(scored.code == 1 && scored.err.contains("14 of 40 answers in the column 'seat_type' are not understood"))
      for report in told { #expect(report.code == 1 && report.out.isEmpty && report.err == scored.err) }
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: program.folder.path).count { !$0.hasPrefix(".") } == 1)
      let accepted = try program.run(["report"] + reading + Self.hr + ["--accept-unread", "--format", "xml"])
      #expect(accepted.code == 0 && accepted.out.contains(">Some answers under 'seat_type' were not understood;"))
      let rejects = try program.run(
        ["report"] + reading + Self.hr + ["--accept-unread", "--rejects", "rejects.csv", "-o", "team.html"])
      let lines = try program.read("rejects.csv").split(separator: "\n")
      #expect(rejects.code == 0 && lines.count == 15)
    }
  }

  @Test("takes its mapping from the same file")
  func mapping() throws {
    try Program.inFolder { program in
      try program.write(
        Self.survey("Code,team,Chair,sitting_time") { "\($0 % 3 == 0 ? "sofa" : "stool"),9" }, to: "a.csv")
      try program.write(
        "question,option,wording\nid,,Code\nseat_type,,Chair\nseat_type,stool,sofa\n", to: "map.csv")
      let reading = ["a.csv", "--pack", Program.smallPack, "--mapping", "map.csv"]
      let scored = try program.run(["score"] + reading + ["--quiet"])
      #expect(scored.code == 0 && scored.out.contains("\np7,"))
      for report in [Self.hr, ["--for", "ergonomist"], ["--id", "p39", "--date", "2026-01-31"]] {
        let told = try program.run(["report"] + reading + report)
        #expect(told.code == 0 && !told.out.isEmpty)
      }
    }
  }

  @Test("in several files is one team by file, or several problems at once")
  func severalFiles() throws {
    try Program.inFolder { program in
      let names = (0..<40).map { "office-\($0).csv" }
      for (place, name) in names.enumerated() {
        let heading = place % 2 == 0 ? "seat_type" : "chair \(place)"
        try program.write("id,\(heading)\n" + (0..<30).map { "\($0),stool\n" }.joined(), to: name)
      }
      let refused = try program.run(["score"] + names + ["--pack", Program.smallPack, "-o", "results.csv"])
      #expect(refused.code == 1 && !program.exists("results.csv"))
      for (place, name) in names.enumerated() {
        #expect(refused.err.contains("error: \(name):1: no heading is a question") == (place % 2 == 1))
      }
      let told = try program.run(
        ["report", names[0], names[2], "--for", "hr", "--by", "file", "--pack", Program.smallPack, "--format", "xml"])
      #expect(told.code == 0 && told.out.contains("<team>office-0.csv</team>") && told.out.contains("office-2.csv"))
      let kept = try program.run(["score", names[0], names[2], "--keep", "file", "--pack", Program.smallPack])
      #expect(kept.out.contains("\n7,office-0.csv,") && kept.out.contains("\n7,office-2.csv,"))
    }
  }
}

@Suite("A team report of a survey that asks less")
struct UnaskedTests {
  private static let wild = Program.path("Tests/Fixtures/surveys/wild")
  private static let compared = [
    "report", "\(wild)/hr_wording_2026.csv", "--for", "hr", "--by", "team", "--before", "\(wild)/hr_wording_2025.csv",
    "--date", "2026-01-31", "--no-ledger",
  ]

  @Test("tells no count and no change of what nobody asked, says so first, and names the heading")
  func renamed() throws {
    try Program.inFolder { program in
      let xml = try program.run(Self.compared + ["--format", "xml"])
      #expect(xml.code == 0)
      #expect(!xml.out.contains("rule=\"sitting-over") && !xml.out.contains("<row score="))
      #expect(!xml.out.contains("rule=\"feet-hanging\""))
      #expect(
        xml.out.contains(
          "<question id=\"sitting_time\" asked=\"no\" asked-before=\"yes\" "
            + "heading=\"How many hours do you sit on a typical working day?\">"))
      #expect(
        xml.err.contains(
          "warning: 'sitting_time' has no column in this survey: nothing is told of findings that read it"))
      let page = try program.run(Self.compared).out
      let told = try #require(page.firstRange(of: "What this report does not know."))
      let section = try #require(page.firstRange(of: "<h2"))
      #expect(told.lowerBound < section.lowerBound)
      #expect(page.contains("“How many hours do you sit on a typical working day?” was not taken for it"))
      let register = try program.run(Self.compared + ["--format", "csv"]).out
      #expect(register.contains("\n,\"Not known: 'How many hours do you sit on a usual working day, all together?'"))
    }
  }

  @Test("tells of it once a mapping names the heading")
  func mapped() throws {
    try Program.inFolder { program in
      try program.write(
        "question,option,wording\nsitting_time,,How many hours do you sit on a typical working day?\n", to: "map.csv")
      let told = try program.run(Self.compared + ["--format", "xml", "--mapping", "map.csv"])
      #expect(told.code == 0 && !told.out.contains("id=\"sitting_time\" asked"))
      let sitting = try #require(
        told.out.components(separatedBy: "<row rule=\"sitting-over-six-hours\"").dropFirst().first)
      #expect(sitting.prefix(200).contains("<steps by=\"0\">"))
    }
  }

  @Test("says the same where the earlier survey did not ask")
  func earlier() throws {
    try Program.inFolder { program in
      let told = try program.run([
        "report", "\(Self.wild)/hr_wording_2025.csv", "--for", "hr", "--by", "team", "--before",
        "\(Self.wild)/hr_wording_2026.csv", "--format", "xml", "--no-ledger",
      ])
      #expect(told.out.contains("<finding rule=\"sitting-over-six-hours\">"))
      #expect(!told.out.contains("<row rule=\"sitting-over-six-hours\""))
      #expect(told.err.contains("warning: 'sitting_time' has no column in the earlier survey"))
    }
  }

  @Test("needs ids to find people again, and tells places and numbers of what was not understood to nobody")
  func noPlaces() throws {
    try Program.inFolder { program in
      var survey = "id,team,support,seat_type,has_pain\n"
      for person in 0..<40 {
        survey += "\(person),\(person % 2),in_place,\(person == 7 ? "sofa" : "stool"),\(person == 3 ? "bad" : "no")\n"
      }
      try program.write(survey + "17,1,none,stool,no\n", to: "team.csv")
      let hr = ["--for", "hr", "--by", "team", "--pack", Program.smallPack]
      for format in ["xml", "html", "csv"] {
        let told = try program.run(["report", "team.csv", "--format", format] + hr)
        let all = told.out + told.err
        #expect(told.code == 0 && !all.contains("team.csv:") && !all.contains("line=") && !all.contains("has_pain' "))
        #expect(told.out.contains("Some answers under &#39;seat_type&#39; were") == (format == "html"))
      }
      try program.write(survey.replacing("id,", with: "desk,"), to: "desks.csv")
      let compared = try program.run(["report", "team.csv", "--before", "desks.csv"] + hr)
      #expect(compared.code == 1 && compared.err.contains("error: desks.csv:1: no column of ids is found"))
    }
  }
}
