import Foundation
import Testing

@Suite("A test of a pack, and a comparison of two")
struct WorkbenchCommandTests {
  private let rules = ["--rules", Program.path("Rules")]

  /// A copy of the main pack in which people sit long from 5 hours on.
  private func changed(_ program: Program) throws {
    #expect(try program.run(["pack", "export", "lower-back-hips", "new"] + rules).code == 0)
    let file = "new/habits/sitting-over-six-hours.xml"
    let text = try program.read(file)
    #expect(text.contains("sitting_time more than 6 h"))
    try program.write(
      text.replacingOccurrences(of: "sitting_time more than 6 h", with: "sitting_time more than 5 h"), to: file)
  }

  @Test("fails where too few changes are noticed, with the place and an example to paste")
  func test() throws {
    try Program.inFolder { program in
      #expect(
        try program.run(["pack", "export", Program.path("Tests/Fixtures/packs/small"), "mine"] + rules).code == 0)
      let failed = try program.run(["pack", "test", "mine", "--min-mutation", "100"] + rules)
      #expect(failed.code == 1)
      #expect(failed.out.contains("mine/chair/uneven-sitting.xml:4: "))
      #expect(failed.out.contains("<example outcome=\"found\""))
      #expect(try program.run(["pack", "test", "mine"] + rules).code == 0)
      let json = try program.run(["pack", "test", "mine", "--format", "json"] + rules).out
      let read = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
      #expect((read?["mutation"] as? [String: Any])?["survivors"] != nil)
      #expect(try program.run(["pack", "test", "mine", "--min-mutation", "101"] + rules).code == 2)
    }
  }

  @Test("counts the people of a survey as scoring them twice does, and names three of them")
  func diff() throws {
    try Program.inFolder { program in
      try changed(program)
      let survey = Program.path("Reports/samples/team.csv")
      let result = try program.run(
        ["pack", "diff", "lower-back-hips", "new", "--on", survey, "--format", "json"] + rules)
      #expect(result.code == 0)
      #expect(result.err.contains("2 examples of 'new' disagree"))
      let read = try #require(try JSONSerialization.jsonObject(with: Data(result.out.utf8)) as? [String: Any])
      let changed = try #require(read["rules"] as? [[String: Any]])
      #expect(changed.map { $0["rule"] as? String } == ["sitting-over-six-hours"])
      // Scoring takes only packs whose examples agree.
      try drop(
        #"  <example outcome="clear" says="exactly six hours">"#, from: "new/habits/sitting-over-six-hours.xml", program
      )
      try drop(#"    <example rule="sitting-over-six-hours""#, from: "new/corrections.xml", program)
      let old = try found("lower-back-hips", survey, program)
      let new = try found("./new", survey, program)
      let gained = new.keys.sorted().filter { new[$0]! && !old[$0]! }
      #expect(changed[0]["gained"] as? Int == gained.count && gained.count > 1)
      let examples = try #require(changed[0]["examples"] as? [[String: Any]])
      #expect(examples.map { $0["id"] as? String } == gained.prefix(3).map { $0 })
    }
  }

  /// Takes out an example that begins so.
  private func drop(_ start: String, from file: String, _ program: Program) throws {
    let text = try program.read(file)
    let first = try #require(text.range(of: start))
    let last = try #require(text.range(of: "</example>\n", range: first.upperBound..<text.endIndex))
    try program.write(text.replacingCharacters(in: first.lowerBound..<last.upperBound, with: ""), to: file)
  }

  /// By person, whether they have the rule that is changed.
  private func found(_ pack: String, _ survey: String, _ program: Program) throws -> [String: Bool] {
    let result = try program.run(["score", survey, "--pack", pack, "--format", "ndjson", "--quiet"] + rules)
    var found: [String: Bool] = [:]
    for line in result.out.split(separator: "\n") {
      let row = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      let id = try #require(row["id"] as? String)
      found[id] = "\(row["found"] ?? "")".contains("sitting-over-six-hours")
    }
    return found
  }

  @Test("tells nothing of answers about health but where that is asked for")
  func health() throws {
    try Program.inFolder { program in
      #expect(try program.run(["pack", "export", "lower-back-hips", "new"] + rules).code == 0)
      let file = "new/habits/back-pain-before.xml"
      let text = try program.read(file)
      try program.write(
        text.replacingOccurrences(
          of: "health_conditions has earlier_back_pain</when>",
          with: "health_conditions has any of (earlier_back_pain, osteoporosis)</when>"),
        to: file)
      let options = try program.read("new/questions.xml")
      #expect(options.contains("osteoporosis"))
      try program.write("id,health_conditions\na,osteoporosis\nb,none_of_these\n", to: "team.csv")
      let command = ["pack", "diff", "lower-back-hips", "new", "--on", "team.csv"] + rules
      let silent = try program.run(command)
      #expect(silent.code == 0)
      #expect(!silent.out.contains("a: ") && silent.out.contains("are told with --include-health"))
      #expect(silent.out.contains(", 0 are told something else"))
      let told = try program.run(command + ["--include-health"])
      #expect(told.out.contains("back-pain-before: 1 gain it") && told.out.contains("health_conditions = osteoporosis"))
    }
  }

  @Test("counts in its headline whoever gets another plan alone, as far as plans were made")
  func planAlone() throws {
    try Program.inFolder { program in
      #expect(try program.run(["pack", "export", "lower-back-hips", "new"] + rules).code == 0)
      // One of its corrections is no longer for a rule, which says the same as before.
      let (file, correction) = ("new/chair/lumbar-support-missing.xml", "  <correct with=\"rolled-towel\"/>\n")
      let rule = try program.read(file)
      #expect(rule.contains(correction))
      try program.write(rule.replacing(correction, with: ""), to: file)
      let command = ["pack", "diff", "lower-back-hips", "new", "--format", "json", "--random"]
      for (count, isLeast) in [("40", false), ("150", true)] {
        let result = try program.run(command + [count] + rules)
        let told = try #require(try JSONSerialization.jsonObject(with: Data(result.out.utf8)) as? [String: Any])
        let changed = try #require(told["changed"] as? [String: Int])
        #expect(told["changedPeople"] as? Int == changed["plansAlone"], "no rule and no score is changed")
        #expect(changed["plansAlone"]! > 0 && told["changedPeopleIsAtLeast"] as? Bool == isLeast)
      }
      let text = try program.run(["pack", "diff", "lower-back-hips", "new", "--random", "150"] + rules).out
      #expect(text.contains(", at least ") && text.contains("plans of the others were not worked out"))
      let wrong = try program.run(["pack", "diff", "lower-back-hips", "new", "-o", "d.pdf"] + rules)
      #expect(wrong.code == 2 && wrong.err.contains("end it in .txt, .json or .html"))
    }
  }

  @Test("compares what a folder held at a revision")
  func revision() throws {
    try Program.inFolder { program in
      let git = "git -c user.name=a -c user.email=a@example.org"
      let made = try program.shell(
        "$S pack export \(Program.path("Tests/Fixtures/packs/small")) mine --rules \(Program.path("Rules")) && git init -q . "
          + "&& git add mine && \(git) commit -qm one && sed -i 's/at least 2 h/at least 3 h/' mine/chair/no-support.xml"
      )
      #expect(made.code == 0, "\(made.err)")
      let result = try program.run(["pack", "diff", "mine@HEAD", "mine", "--random", "100"] + rules)
      #expect(result.code == 0, "\(result.err)")
      #expect(result.out.contains("was support is none and sitting_time at least 2 h"))
      #expect(result.out.contains("of 100 people drawn at random"))
      let unknown = try program.run(["pack", "diff", "mine@nowhere", "mine"] + rules)
      #expect(unknown.code == 2 && unknown.err.contains("HEAD~1"))
    }
  }
}
