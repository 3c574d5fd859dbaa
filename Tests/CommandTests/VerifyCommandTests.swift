import Foundation
import Testing

@Suite("sitwell verify")
struct VerifyCommandTests {
  private static let answers = """
    {"seat_type": "office_chair", "support": "none", "sitting_time": "7", "seat_height": "50", "knee_height": "42",
     "habits": ["lean"], "has_pain": "no", "remark": "canary"}
    """

  /// A report of each kind, with the options it takes.
  private static let kinds = [
    ["person.html"], ["person.xml"], ["card.html", "--card"], ["record.html", "--for", "ergonomist"],
    ["record.xml", "--for", "ergonomist"], ["health.html", "--for", "ergonomist", "--include-health"],
  ]

  private func write(_ program: Program, _ kind: [String], pack: String = Program.smallPack) throws {
    let options = ["-o", kind[0], "--pack", pack, "--date", "2026-01-31", "--force"] + kind.dropFirst()
    #expect(try program.run(["report", "a.json"] + options).code == 0)
  }

  private func verify(
    _ program: Program, _ report: String, _ answers: String? = "a.json", pack: String? = nil
  ) throws
    -> Program.Result
  {
    let others = [answers].compactMap(\.self) + ["--pack", pack ?? Program.smallPack]
    return try program.run(["verify", report] + others)
  }

  @Test("finds a report of every kind the same, whatever day it is", arguments: kinds)
  func same(kind: [String]) throws {
    try Program.inFolder { program in
      try program.write(Self.answers, to: "a.json")
      try write(program, kind)
      let result = try verify(program, kind[0])
      #expect(result.code == 0 && result.out.hasPrefix("\(kind[0]): the same\n"), "\(result.out)\(result.err)")
    }
  }

  @Test("tells an edited report from one of other answers", arguments: kinds)
  func edited(kind: [String]) throws {
    try Program.inFolder { program in
      try program.write(Self.answers, to: "a.json")
      try write(program, kind)
      let whole = try program.read(kind[0])
      try program.write(whole.replacing("</p>", with: "</p> ", maxReplacements: 1), to: "edited-\(kind[0])")
      if kind[0].hasSuffix("xml") {
        try program.write(whole.replacing("No support", with: "Support"), to: "edited-\(kind[0])")
      }
      let edited = try verify(program, "edited-\(kind[0])")
      #expect(edited.code == 1 && edited.out.contains("Edited") && !edited.out.contains("Another"), "\(edited.out)")
      try program.write(Self.answers.replacing("\"none\"", with: "\"in_place\""), to: "b.json")
      let others = try verify(program, kind[0], "b.json")
      #expect(
        others.code == 1 && others.out.contains("ther answers") && !others.out.contains("Another"), "\(others.out)")
    }
  }

  @Test("shows what was edited, and knows line ends that a mail program changed", arguments: kinds)
  func lineEnds(kind: [String]) throws {
    try Program.inFolder { program in
      try program.write(Self.answers, to: "a.json")
      try write(program, kind)
      let whole = try program.read(kind[0])
      for end in ["\r\n", "\n\n"] {
        try program.write(whole.replacing("\n", with: end), to: kind[0])
        let mailed = try verify(program, kind[0])
        #expect(mailed.code == 1 && mailed.out.contains("Only its line ends"), "\(mailed.out)")
      }
      try program.write(whole + "<!-- or so -->\n", to: kind[0])
      let edited = try verify(program, kind[0]).out
      #expect(edited.contains("here     ") && edited.contains("or so"), "\(edited)")
    }
  }

  @Test("tells an edited hash of the answers from other answers")
  func editedHash() throws {
    try Program.inFolder { program in
      try program.write(Self.answers, to: "a.json")
      try write(program, ["person.html"])
      let page = try program.read("person.html")
      let hash = try #require(page.firstMatch(of: #/answers=([0-9a-f]{16})/#)).1
      try program.write(page.replacing(hash, with: "0123456789abcdef"), to: "person.html")
      let result = try verify(program, "person.html")
      #expect(result.code == 1 && result.out.contains("Edited: line") && !result.out.contains("Other answers"))
    }
  }

  @Test("takes the packs in the order of the report, and says which it was not written by")
  func namedPacks() throws {
    try Program.inFolder { program in
      try program.write(#"{"seat_type": "office_chair", "sitting_time": "7"}"#, to: "a.json")
      let packs = ["--pack", "lower-back-hips", "--pack", "rosa"]
      let made = try program.run(["report", "a.json", "-o", "two.html", "--date", "2026-01-31"] + packs)
      #expect(made.code == 0, "\(made.err)")
      let same = try program.run("verify", "two.html", "a.json", "--pack", "rosa", "--pack", "lower-back-hips")
      #expect(
        same.code == 0 && same.out.contains("Its date, 2026-01-31, is what the report says"), "\(same.out)\(same.err)")
      let other = try program.run("verify", "two.html", "a.json", "--pack", "rosa")
      #expect(other.code == 1, "\(other.err)")
      #expect(other.err.contains("was written by the pack 'lower-back-hips' and 'rosa', not by 'rosa'"), "\(other.err)")
    }
  }

  @Test("tells another pack and another program, and whether they say the same all the same")
  func otherMakers() throws {
    try Program.inFolder { program in
      try program.write(Self.answers, to: "a.json")
      try write(program, ["person.xml"])
      #expect(try program.run("pack", "export", Program.smallPack, "mine").code == 0)
      let head = try program.read("mine/pack.xml")
      try program.write(head.replacing("version=\"1.0.0\"", with: "version=\"1.0.1\""), to: "mine/pack.xml")
      let other = try verify(program, "person.xml", pack: "mine")
      #expect(other.code == 1 && other.out.contains("Another pack: it was written by small 1.0.0 ("), "\(other.out)")
      #expect(other.out.contains("here is small 1.0.1 (") && other.out.contains("says the same, byte for byte"))
      let rule = try program.read("mine/chair/no-support.xml")
      try program.write(rule.replacing("points=\"12\"", with: "points=\"11\""), to: "mine/chair/no-support.xml")
      let changed = try verify(program, "person.xml", pack: "mine")
      #expect(changed.code == 1 && changed.out.contains("Whether it was edited"), "\(changed.out)")
      let report = try program.read("person.xml")
      try program.write(report.replacing("program version=\"", with: "program version=\"9."), to: "person.xml")
      let program9 = try verify(program, "person.xml")
      #expect(program9.code == 1 && program9.out.contains("Another program: it was written by sitwell 9."))
      #expect(!program9.out.contains("Another pack"))
    }
  }

  @Test("takes the answers beside a report, those that an XML report holds, and one person of a survey")
  func sources() throws {
    try Program.inFolder { program in
      try program.write(Self.answers, to: "a.json")
      try write(program, ["person.xml"])
      let own = try verify(program, "person.xml", nil)
      #expect(own.code == 0 && own.out.contains("of the answers that it holds"), "\(own.out)\(own.err)")
      let report = try program.read("person.xml")
      try program.write(report.replacing(">none<", with: ">in_place<"), to: "edited.xml")
      let edited = try verify(program, "edited.xml", nil)
      #expect(edited.code == 1 && edited.out.contains("Edited: line"), "\(edited.out)\(edited.err)")
      let made = try program.run(
        "assess", "--answers", "a.json", "-o", "mine", "--pack", Program.smallPack, "--date", "2026-01-31")
      #expect(made.code == 0)
      #expect(try verify(program, "mine/report.html", nil).code == 0)
      try program.write("id,seat_type,sitting_time\nann,stool,6\nben,office_chair,7\n", to: "team.csv")
      let ben = ["--id", "ben", "--pack", Program.smallPack]
      #expect(try program.run(["report", "team.csv", "-o", "ben.html"] + ben).code == 0)
      #expect(try program.run(["verify", "ben.html", "team.csv"] + ben).code == 0)
      #expect(try verify(program, "ben.html", nil).code == 2)
    }
  }

  @Test("proves again that the answers of a brief interview decide every level, and notices a claim that is none")
  func brief() throws {
    try Program.inFolder { program in
      let few = "{\"seat_type\": \"office_chair\", \"support\": \"none\", \"sitting_time\": \"7\"}"
      try program.write(few, to: "a.json")
      let options = ["--brief", "--pack", Program.smallPack, "--date", "2026-01-31", "-o"]
      let made = try program.run(["assess", "--answers", "a.json"] + options + ["mine"])
      #expect(made.code == 0 && made.err.contains("whatever the rest"), "\(made.err)")
      for report in ["mine/report.html", "mine/report.xml"] {
        let same = try verify(program, report, nil)
        #expect(same.code == 0 && same.out.contains("decide every level was proved again"), "\(same.out)")
      }
      let page = try program.read("mine/report.html")
      #expect(page.contains("these 3 answers decide all of them: whatever the rest, back “worth changing”"))
      #expect(page.contains("Not needed, as no answer could change a level: Seat height, Knee height, Habits"))
      // What is decided whatever the rest waits for nothing.
      #expect(page.contains("<li>3 of ") && !page.contains("3 of 3 questions"))
      #expect(!page.contains("would tell more") && !page.contains("questions open") && !page.contains("question open"))
      try program.write(few.replacing(", \"sitting_time\": \"7\"", with: ""), to: "b.json")
      let open = try program.run(["assess", "--answers", "b.json"] + options + ["other"])
      #expect(open.code == 0 && open.err.contains("leaves a level open"))
      let xml = try program.read("other/report.xml")
      #expect(!xml.contains("<decision") && !xml.contains("not-needed"))
      let claim = "<decision answers=\"3\"><level score=\"back\" band=\"low\"/></decision>"
      try program.write(xml.replacing("</scores>", with: "</scores>" + claim), to: "other/report.xml")
      let forged = try verify(program, "other/report.xml", nil)
      #expect(forged.code == 1 && forged.out.contains("Edited: line"), "\(forged.out)")
    }
  }

  @Test("compares what a register knew with the register, until that has gone on")
  func register() throws {
    try Program.inFolder { program in
      try program.write(Self.answers.replacing("{", with: "{\"id\": \"ann\", "), to: "a.json")
      let pack = ["--pack", Program.smallPack]
      #expect(
        try program.run(["register", "add", "a.json", "--person", "ann", "--date", "2026-01-02"] + pack).code == 0)
      let register = ["--register", "sitwell-register.sqlite"]
      for (page, kind) in [("r.html", "person"), ("record.html", "ergonomist")] {
        let options = register + ["--date", "2026-01-31", "-o", page, "--for", kind]
        #expect(try program.run(["report", "a.json"] + options + pack).code == 0)
        let alone = try verify(program, page)
        #expect(alone.code == 1 && alone.out.contains("name the register with --register"), "\(alone.out)\(alone.err)")
        let same = try program.run(["verify", page, "a.json"] + register + pack)
        #expect(same.code == 0 && same.out.contains("\(page): the same\n"), "\(same.out)\(same.err)")
      }
      #expect(try program.run(["report", "a.json", "-o", "without.html"] + pack).code == 0)
      let without = try program.run(["verify", "without.html", "a.json"] + register + pack)
      #expect(without.code == 2 && without.err.contains("leave out --register"))
      #expect(try program.run(["register", "agree", "1", "--owner", "Facilities"] + register).code == 0)
      for page in ["r.html", "record.html"] {
        let later = try program.run(["verify", page, "a.json"] + register + pack)
        #expect(later.code == 1 && later.out.contains("or the register has gone on since"), "\(later.out)\(later.err)")
      }
    }
  }

  @Test("says nothing of health by a report for an ergonomist, and nothing of answers by a card")
  func hash() throws {
    try Program.inFolder { program in
      for (name, pain) in [("a", "no"), ("b", "yes")] {
        try program.write(
          Self.answers.replacing("\"no\"", with: "\"\(pain)\"").replacing("canary", with: pain), to: "a.json")
        for kind in Self.kinds { try write(program, ["\(name)-\(kind[0])"] + kind.dropFirst()) }
      }
      for record in ["record.html", "record.xml"] {
        #expect(try program.read("a-\(record)") == program.read("b-\(record)"))
      }
      #expect(try program.read("a-person.xml") != program.read("b-person.xml"))
      #expect(try !program.read("a-card.html").contains("answers="))
    }
  }

  @Test("refuses what does not say how it was written")
  func unstamped() throws {
    try Program.inFolder { program in
      try program.write(Self.answers, to: "a.json")
      for (text, code) in [("<html></html>", 1), ("%PDF-1.7", 2), ("", 1), ("<assessment/>", 1), ("a,b\n", 1)] {
        try program.write(text, to: "r.html")
        let result = try verify(program, "r.html")
        #expect(result.code == code && result.err.contains("help: "), "\(text): \(result.err)")
      }
      try write(program, ["person.html"])
      let page = try program.read("person.html")
      try program.write(page.replacing(" small@", with: " smell@"), to: "r.html")
      #expect(try program.run("verify", "r.html", "a.json").err.contains("'smell', which is not here"))
    }
  }
}
