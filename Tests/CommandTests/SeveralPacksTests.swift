import Foundation
import Testing

@Suite("Several packs at once")
struct SeveralPacksTests {
  private let packs = ["--pack", "hse-workstation", "--pack", "osha-workstation", "--pack", "rosa"]

  @Test("are scored side by side, a shared answer counting in each")
  func score() throws {
    try Program.inFolder { program in
      try program.write("id,hse_f8,osha_o1,rosa_monitor\na,no,yes,too_low\n", to: "team.csv")
      let result = try program.run(["score", "team.csv", "--rules", Program.path("Rules")] + packs)
      #expect(result.code == 0)
      let lines = result.out.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
      let row = Dictionary(uniqueKeysWithValues: zip(lines[0], lines[1]))
      #expect(row["hse_actions_low"] == "1")
      #expect(row["osha_problems_low"] == "1")
      #expect(row["found"] == "small-of-the-back-unsupported")
      #expect(row["osha-workstation_found"] == "lumbar-support-missing")
      #expect(row["rosa_found"] == "monitor-low")
      #expect(row["rosa_final_low"] == "1")
      #expect(row["rosa_final_high"] == "10")
    }
  }

  @Test("find a shared question in a survey and in a file of answers by either id")
  func eitherID() throws {
    try Program.inFolder { program in
      let both = ["--rules", Program.path("Rules"), "--pack", "osha-workstation", "--pack", "hse-workstation"]
      try program.write("id,osha_o4\na,no\n", to: "team.csv")
      let scored = try program.run(["score", "team.csv"] + both)
      #expect(scored.code == 0)
      #expect(scored.out.contains("lumbar-support-missing"))
      #expect(scored.out.contains("small-of-the-back-unsupported"))
      try program.write("id,osha_o4,hse_f8\na,no,no\n", to: "twice.csv")
      let twice = try program.run(["score", "twice.csv"] + both)
      #expect(twice.code == 1)
      #expect(twice.err.contains("twice.csv:1: the headings 'osha_o4' and 'hse_f8' mean the same question"))
      try program.write(#"{"osha_o4": "no"}"#, to: "me.json")
      let assessed = try program.run(["assess", "--answers", "me.json", "-o", "me"] + both)
      #expect(assessed.code == 0)
      #expect(try program.read("me/answers.json") == "{\n  \"hse_f8\": \"no\"\n}\n")
      for text in [
        #"{"osha_o4": "no", "hse_f8": "yes"}"#,
        "<answers xmlns='urn:sitwell:answers:1'><answer question='osha_o4'>no</answer>"
          + "<answer question='hse_f8'>yes</answer></answers>",
      ] {
        try program.write(text, to: "twice.json")
        let refused = try program.run(["assess", "--answers", "twice.json", "-o", "twice"] + both)
        #expect(refused.code == 1)
        #expect(refused.err.contains("'osha_o4' and 'hse_f8' are the same question, answered twice"))
        #expect(!program.exists("twice"))
      }
    }
  }

  @Test("give a report each, from one file of answers")
  func assess() throws {
    try Program.inFolder { program in
      try program.write(#"{"hse_f8": "no", "osha_o1": "no", "rosa_monitor": "too_low"}"#, to: "me.json")
      let result = try program.run(
        ["assess", "--answers", "me.json", "-o", "me", "--date", "2026-01-31", "--rules", Program.path("Rules")] + packs
      )
      #expect(result.code == 0)
      #expect(result.err.contains("Points to act on"))
      #expect(result.err.contains("Possible problems"))
      #expect(result.err.contains("Office strain, final"))
      #expect(try program.read("me/report.html").contains("Display screen workstation checklist (HSE)"))
      #expect(try program.read("me/report-osha-workstation.html").contains("Back not fully supported"))
      #expect(try program.read("me/report-rosa.xml").contains("monitor-low"))
      #expect(try program.read("me/answers.json").contains("osha_o1"))
    }
  }

  @Test("that are the same pack are refused")
  func twice() throws {
    try Program.inFolder { program in
      let result = try program.run(
        "score", "-", "--rules", Program.path("Rules"), "--pack", "rosa", "--pack", "rosa", input: "id\n")
      #expect(result.code == 1)
      #expect(result.err.contains("rosa: the pack is named twice"))
    }
  }
}
