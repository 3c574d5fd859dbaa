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
      try program.write("id,osha_o4,hse_f8\na,no,no\nb,no,yes\n", to: "twice.csv")
      let twice = try program.run(["score", "twice.csv"] + both)
      #expect(twice.code == 1)
      #expect(twice.err.hasSuffix("rows 2 = scored 2 + rejected 0 + set aside 0; 1 cells left open\n"))
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

  @Test("stand in one report, from one file of answers")
  func assess() throws {
    try Program.inFolder { program in
      try program.write(#"{"hse_f8": "no", "osha_o1": "no", "rosa_monitor": "too_low"}"#, to: "me.json")
      let result = try program.run(
        ["assess", "--answers", "me.json", "-o", "me", "--date", "2026-01-31", "--rules", Program.path("Rules")] + packs
      )
      #expect(result.code == 0)
      for title in ["Points to act on", "Possible problems", "Office strain, final: 1 to 10 on a scale from 1 to 10"] {
        #expect(result.err.contains(title))
      }
      let files = try FileManager.default.contentsOfDirectory(atPath: program.folder.appending(path: "me").path)
      #expect(files.sorted() == ["answers.json", "report.html", "report.xml"])
      let page = try program.read("me/report.html")
      for text in [
        "Display screen workstation checklist (HSE)", "Back not fully supported", "on a scale from 1 to 10",
      ] {
        #expect(page.contains(text))
      }
      #expect(try program.read("me/report.xml").contains("<assessments "))
      #expect(try program.read("me/answers.json").contains("osha_o1"))
      let again = try program.run(
        ["report", "me/answers.json", "-o", "again.html", "--date", "2026-01-31", "--rules", Program.path("Rules")]
          + packs)
      #expect(again.code == 0)
      #expect(try program.read("again.html") == page)
    }
  }

  @Test("stand in one report of a person of a survey, as HTML and as XML, and in those of everybody")
  func survey() throws {
    try Program.inFolder { program in
      let rules = ["--date", "2026-01-31", "--rules", Program.path("Rules")]
      try program.write("id,osha_o4,rosa_monitor\na,yes,too_low\nb,no,too_low\n", to: "team.csv")
      let scored = try program.run(["score", "team.csv", "-o", "r.csv", "--reports", "people"] + rules + packs)
      #expect(scored.code == 0)
      for format in ["html", "xml"] {
        let report = try program.run(["report", "team.csv", "--id", "b", "--format", format] + rules + packs)
        #expect(report.code == 0)
        #expect(try program.read("people/b.\(format)") == report.out)
      }
      let xml = try program.read("people/b.xml")
      #expect(
        xml.matches(of: #/<pack id="([a-z-]+)"/#).map(\.output.1) == ["hse-workstation", "osha-workstation", "rosa"])
      #expect(xml.contains("small-of-the-back-unsupported") && xml.contains("lumbar-support-missing"))
    }
  }

  @Test("have no score and no exercise of any where one of them knows an emergency")
  func emergency() throws {
    try Program.inFolder { program in
      try program.write(
        #"{"has_pain": "yes", "emergency_signs": ["bladder_change"], "rosa_monitor": "too_low", "foot_contact": "hanging"}"#,
        to: "me.json")
      let both = ["--pack", "rosa", "--pack", "lower-back-hips", "--rules", Program.path("Rules")]
      let result = try program.run(["assess", "--answers", "me.json", "-o", "me"] + both)
      #expect(result.code == 0)
      #expect(result.err.hasPrefix("\nPlease read this now: Go to an emergency department"))
      #expect(!result.err.contains("Office strain"))
      let page = try program.read("me/report.html")
      let main = try #require(page.firstRange(of: "<main id=\"main\">\n")).upperBound
      #expect(page[main...].hasPrefix("<section id=\"help\""))
      #expect(!page.contains("id=\"scores\"") && !page.contains("id=\"move\"") && !page.contains("id=\"pack-2\""))
      let xml = try program.read("me/report.xml")
      #expect(xml.ranges(of: "withheld=\"yes\"").count == 2)
      for name in ["score", "finding", "exercise", "step"] { #expect(!xml.contains("<\(name) ")) }
    }
  }

  @Test("are told of in no report for an employer, and in no table of a person")
  func refused() throws {
    try Program.inFolder { program in
      try program.write("id,team,rosa_monitor\na,A,too_low\n", to: "team.csv")
      let rules = ["--rules", Program.path("Rules")]
      let hr = try program.run(["report", "team.csv", "--for", "hr", "--by", "team"] + rules + packs)
      #expect(hr.code == 2)
      #expect(hr.out.isEmpty)
      #expect(
        hr.err == """
          error: --for hr takes one pack: the steps of two, worked out from the same answers, can be solved back to people
            help: name one --pack, and keep to it for this round

          """)
      let table = try program.run(["report", "team.csv", "--format", "csv"] + rules + packs)
      #expect(table.code == 2)
      #expect(table.err.contains("a person's report is html, pdf or xml\n  help: "))
    }
  }

  @Test("are explained rule by rule under their names; a rule is looked for in each")
  func explain() throws {
    try Program.inFolder { program in
      let both = ["--rules", Program.path("Rules"), "--pack", "lower-back-hips", "--pack", "osha-workstation"]
      try program.write(#"{"osha_o4": "no", "lumbar_support": "in_place"}"#, to: "me.json")
      let all = try program.run(["explain", "me.json"] + both)
      #expect(all.code == 0)
      #expect(all.out.hasPrefix("lower-back-hips\n"))
      let second = try #require(all.out.firstRange(of: "\n\nosha-workstation\n")).upperBound
      #expect(
        all.out[second...].contains("  lumbar-support-missing: osha_o4 is not not_applicable and osha_o4 is no\n"))
      let one = try program.run(["explain", "me.json", "lumbar-support-missing"] + both)
      #expect(one.code == 0)
      #expect(one.out.hasPrefix("lower-back-hips\nlumbar-support-missing: clear\n"))
      #expect(one.out.contains("\n\nosha-workstation\nlumbar-support-missing: found\n"))
      let other = try program.run(["explain", "me.json", "torso-leaning-forward"] + both)
      #expect(other.out.hasPrefix("osha-workstation\ntorso-leaning-forward: undetermined\n"))
      let unknown = try program.run(["explain", "me.json", "torso-leaning-forwards"] + both)
      #expect(unknown.code == 2)
      #expect(unknown.err.contains("did you mean 'torso-leaning-forward'?"))
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
