import Ergonomics
import Foundation
import RulePacks
import Testing

@Suite("A pack loader")
struct PackLoaderTests {
  @Test("reads a valid pack whole")
  func readsPack() throws {
    let pack = try SmallPack.loader.load(SmallPack.folder)
    #expect(pack.stamp == "small@1.0.0+\(SmallPack.folder.hash)")
    #expect(pack.language == "en")
    #expect(pack.questions.map(\.id).prefix(3) == ["seat_type", "support", "sitting_time"])
    #expect(pack.rules.map(\.id) == ["no-support", "seat-too-high", "uneven-sitting"])
    #expect(pack.question("sitting_time")?.kind == .number(NumberRange(unit: .hour, bounds: 0...960, step: 30)))
    #expect(pack.question("support")?.askWhen == .isOneOf("seat_type", ["office_chair"]))
    #expect(
      pack.question("seat_type")?.options[1]
        == AnswerOption(id: "stool", text: "A stool", aliases: ["bar stool"], points: 2))
    #expect(pack.question("has_pain")?.options.map(\.id) == ["yes", "no"])
    #expect(pack.question("has_pain")?.isSensitive == true)
    #expect(pack.measures.map(\.id) == ["seat_gap", "double_gap"])
    #expect(pack.tables.first?.cells == [1, 2, 2, 3])
    #expect(pack.evidenceCaps == [.limited: 8, .moderate: 15])
    #expect(pack.scores.map(\.max) == [100, nil])
    #expect(pack.scores[1].bands.map(\.from) == [1, 3])
    #expect(
      pack.corrections.map(\.sets).map(\.first?.value) == [
        .answer(.option("in_place")), .formula(.answer("knee_height")), .without(["lean"]),
      ])
    #expect(pack.exercises.first?.avoidWhen.first?.instead == "walk")
    #expect(pack.exercises.map(\.sources) == [["trial-2020"], ["trial-2020"]])
    #expect(pack.reliefs.first?.evidence.first?.strength == .limited)
    #expect(pack.careCards.first?.sources == ["trial-2020"])
    #expect(pack.muscles.map(\.id) == ["gluteus-maximus"])
    #expect(pack.sources.first?.year == 2020)

    let rule = try #require(pack.rule("no-support"))
    #expect(rule.applies == .isOneOf("seat_type", ["office_chair"]))
    #expect(rule.adds == [Rule.Points(score: "back", points: 12)])
    #expect(rule.finding.parts == [.text("You sit "), .value("sitting_time"), .text(" a day without support.")])
    #expect(rule.examples.map(\.outcome) == [.found, .clear, .undetermined, .notApplicable])
    #expect(rule.examples[1].answers["sitting_time"] == .number(119))
    #expect(pack.rule("seat-too-high")?.figure == "seat-too-high.svg" && rule.figure == nil)
    #expect(pack.rule("seat-too-high")?.examples[2].answers["knee_height"] == .declined)
  }

  @Test("reads what a score is about, and the days of a week")
  func readsRegionsAndDays() throws {
    let pack = try SmallPack.loader.load(
      SmallPack.edited([
        .init("pack.xml", "id=\"back\" max", "id=\"back\" region=\"upper-back\" max"),
        .init("exercises.xml", "often=\"every second day\"", "often=\"every second day\" days=\"3\""),
        .init("advice.xml", "<correction id=\"lower-seat\"", "<correction id=\"lower-seat\" days=\"5\""),
      ]))
    #expect(pack.scores.map(\.region) == [.upperBack, nil])
    #expect(pack.exercises.map(\.dose.days) == [3, nil])
    #expect(pack.corrections.map(\.days).contains(5))
  }

  @Test("reads which findings contain each other")
  func readsFamilies() throws {
    let family = "<family><finding rule=\"seat-too-high\"/><finding rule=\"no-support\"/></family></pack>"
    let pack = try SmallPack.loader.load(SmallPack.edited([.init("pack.xml", "</pack>", family)]))
    #expect(pack.families == [["seat-too-high", "no-support"]])
  }

  /// As the schema reads them.
  @Test("leaves blanks at the ends of attributes out")
  func blanks() throws {
    let small = try SmallPack.loader.load(SmallPack.folder)
    let padded = try SmallPack.loader.load(
      SmallPack.edited([
        .init("care.xml", "level=\"routine\"", "level=\" routine\""),
        .init("questions.xml", "alone=\"yes\"", "alone=\"yes \""),
        .init("questions.xml", "step=\"0.5\"", "step=\" 0.5 \""),
        .init("questions.xml", "ask-when=\"seat_type is office_chair\"", "ask-when=\"  seat_type is office_chair \""),
        .init("advice.xml", "effort=\"buy\"", "effort=\"\n buy\""),
        .init("advice.xml", "question=\"support\" to=\"in_place\"", "question=\" support\" to=\"in_place \""),
        .init("chair/uneven-sitting.xml", "id=\"uneven-sitting\"", "id=\" uneven-sitting \""),
        .init("chair/uneven-sitting.xml", "points=\"3\"", "points=\" 3 \""),
        .init("chair/uneven-sitting.xml", "strength=\"limited\"", "strength=\"limited \""),
      ]))
    #expect(padded.questions == small.questions && padded.rules == small.rules)
    #expect(padded.careCards == small.careCards && padded.corrections == small.corrections)
  }

  @Test("gives the same pack and the same problems in whatever order it is given the files")
  func ignoresOrder() throws {
    let edits = [SmallPack.Edit("questions.xml", "id=\"sitting_time\"", "id=\"seating_time\"")]
    let broken = SmallPack.edited(edits)
    for files in [broken.files.reversed(), broken.files.shuffled()] {
      #expect(problems(PackFolder(path: "small", files: files)) == problems(broken))
    }
    let shuffled = PackFolder(path: "small", files: SmallPack.folder.files.reversed())
    #expect(try SmallPack.loader.load(shuffled) == SmallPack.loader.load(SmallPack.folder))
  }

  @Test("gives another hash to a pack of which any byte or any name differs")
  func hashes() {
    let folder = SmallPack.folder
    var hashes: Set<String> = [folder.hash]
    for place in folder.files.indices {
      var files = folder.files
      files[place] = .init(path: files[place].path, bytes: files[place].bytes + [0x20])
      hashes.insert(PackFolder(path: "small", files: files).hash)
      files[place] = .init(path: "x" + folder.files[place].path, bytes: folder.files[place].bytes)
      hashes.insert(PackFolder(path: "small", files: files).hash)
    }
    #expect(hashes.count == 1 + 2 * folder.files.count)
    #expect(hashes.allSatisfy { $0.count == 8 && $0.allSatisfy(\.isHexDigit) })
    #expect(PackFolder(path: "elsewhere", files: folder.files.reversed()).hash == folder.hash)
  }

  /// From the test vectors in draft-eastlake-fnv, appendix C.
  @Test(
    "hashes as the published algorithm does",
    arguments: [("", "cbf29ce484222325"), ("a", "af63dc4c8601ec8c"), ("foobar", "85944171f73967e8")])
  func hashesAsPublished(text: String, digits: String) {
    var hash = ContentHash()
    hash.add(text.utf8)
    #expect(hash.digits == digits)
  }

  @Test("tells of conditions too where a question breaks the format, but for those that read it")
  func brokenQuestion() {
    let folder = SmallPack.edited([
      .init("questions.xml", #"<question id="habits" kind="choices">"#, #"<question id="habits" kind="choicez">"#),
      .init("chair/no-support.xml", "support is none and", "support is nome and"),
      .init("chair/seat-too-high.xml", "seat_gap more than 6 cm\n", "seat_gap more than 6 deg\n"),
    ])
    #expect(
      problems(folder).map(\.described) == [
        "small/chair/no-support.xml:5 unknown-option", "small/chair/seat-too-high.xml:6 mixed-units",
        "small/questions.xml:34 schema",
      ], "\(problems(folder).map(\.description).joined(separator: "\n"))")
  }

  @Test("survives any file cut short anywhere")
  func survivesCuts() {
    for file in SmallPack.folder.files {
      for length in stride(from: 0, to: file.bytes.count - 1, by: 97) {
        let text = String(decoding: file.bytes.prefix(length), as: UTF8.self)
        let found = problems(SmallPack.edited([.init(file.path, "", text.isEmpty ? " " : text)]))
        #expect(found.contains { $0.code == .notWellFormed }, "\(file.path) cut at \(length)")
      }
    }
  }

  @Test("leaves the walk over all answers out when it is told to, and nothing else")
  func checksLess() {
    let missing = SmallPack.Edit(
      "chair/uneven-sitting.xml", "  <example outcome=\"undetermined\" says=\"not answered\"/>\n", "")
    let wrong = SmallPack.Edit("chair/no-support.xml", "119 min", "120 min")
    let folder = SmallPack.edited([missing, wrong])
    #expect(problems(folder).map(\.code) == [.exampleDisagrees, .missingExample])
    #expect(problems(folder, checking: .examples).map(\.code) == [.exampleDisagrees])
  }
}

/// What is wrong with a pack; empty if nothing is.
func problems(_ folder: PackFolder, checking depth: CheckDepth = .allAnswers) -> [Problem] {
  do throws(PackRefused) {
    _ = try SmallPack.loader.load(folder, checking: depth)
    return []
  } catch {
    return error.problems
  }
}
