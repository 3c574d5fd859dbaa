import Ergonomics
import Testing

/// A checklist that is used word for word, with the table it was published in.
struct Checklist: Sendable, CustomTestStringConvertible {
  let pack: Pack.ID
  let table: String
  /// The heading of its items.
  let item: String
  let prefix: String
  let count: Int
  let attribution: String

  var testDescription: String { pack }

  func question(_ row: DataFile.Row) -> Question.ID { prefix + row["id"]!.replacing("-", with: "_") }

  /// The answer that asks for action: no, unless the table says so.
  func badAnswer(_ row: DataFile.Row) -> AnswerOption.ID { row["action_when"] ?? "no" }

  static let all = [
    Checklist(
      pack: "hse-workstation", table: "checklists/checklist-hse-ck1.csv", item: "question_verbatim", prefix: "hse_",
      count: 38,
      attribution: "Contains public sector information published by the Health and Safety Executive and licensed under"
        + " the Open Government Licence."),
    Checklist(
      pack: "osha-workstation", table: "checklists/checklist-osha-etool.csv", item: "item", prefix: "osha_", count: 21,
      attribution: "The items are from the evaluation checklist of the computer workstations eTool, Occupational Safety"
        + " and Health Administration, United States Department of Labor (public domain in the United States). Actions,"
        + " reasons and help are not by the Administration, which does not endorse them."),
  ]
}

@Suite("A published checklist", .serialized)
struct ChecklistTests {
  @Test("is asked word for word, in its order", arguments: Checklist.all)
  func wordForWord(checklist: Checklist) throws {
    let (pack, rows) = (try Shipped.pack(checklist.pack), DataFile(checklist.table).rows)
    #expect(rows.count == checklist.count)
    #expect(pack.questions.map(\.id) == rows.map(checklist.question))
    #expect(pack.questions.map(\.text) == rows.map { $0[checklist.item] })
    for question in pack.questions { #expect(question.options.map(\.id) == ["yes", "no", "not_applicable"]) }
  }

  @Test("has the published sections")
  func sections() throws {
    let pack = try Shipped.pack("hse-workstation")
    let published = DataFile("checklists/checklist-hse-ck1.csv").rows.map { $0["section"]! }
    let numbered = pack.sections.enumerated().map { place, section in (section.id, "\(place + 1) \(section.title)") }
    let names = Dictionary(uniqueKeysWithValues: numbered)
    #expect(pack.sections.count == 7)
    #expect(pack.questions.map { names[$0.section] } == published)
  }

  @Test("asks for action on the published answer only, each item on its own", arguments: Checklist.all)
  func action(checklist: Checklist) throws {
    let (pack, rows) = (try Shipped.pack(checklist.pack), DataFile(checklist.table).rows)
    let program = RuleProgram(pack)
    #expect(pack.rules.count == rows.count)
    let good = Answers(
      Dictionary(
        uniqueKeysWithValues: rows.map {
          (checklist.question($0), Answer.option(checklist.badAnswer($0) == "no" ? "yes" : "no"))
        }))
    #expect(program.outcomes(for: good).allSatisfy { $0 == .clear })
    for row in rows {
      var answers = good
      answers[checklist.question(row)] = .option(checklist.badAnswer(row))
      let found = zip(pack.rules, program.outcomes(for: answers)).filter { $0.1 == .found }.map(\.0)
      #expect(found.count == 1)
      #expect(found.first?.solved.contains("“\(row[checklist.item]!)”") == true)
      answers[checklist.question(row)] = .option("not_applicable")
      let outcomes = program.outcomes(for: answers)
      #expect(outcomes.filter { $0 == .notApplicable }.count == 1)
      #expect(outcomes.filter { $0 == .clear }.count == rows.count - 1)
    }
  }

  @Test("counts what is to be done, but no symptoms", arguments: Checklist.all)
  func score(checklist: Checklist) throws {
    let (pack, rows) = (try Shipped.pack(checklist.pack), DataFile(checklist.table).rows)
    let sensitive = rows.filter { checklist.badAnswer($0) == "yes" }.map(checklist.question)
    #expect(pack.questions.filter(\.isSensitive).map(\.id) == sensitive)
    let bad = rows.map { (checklist.question($0), Answer.option(checklist.badAnswer($0))) }
    let assessment = Assessor(pack, programVersion: "1.0.0")
      .assess(Answers(Dictionary(uniqueKeysWithValues: bad)), date: "2026-11-25")
    #expect(assessment.scores.map(\.now?.low) == [rows.count - sensitive.count])
    #expect(assessment.scores.map(\.after?.low) == [0])
    #expect(assessment.findings.count == rows.count)
  }

  @Test("carries its credit into the report", arguments: Checklist.all)
  func attribution(checklist: Checklist) throws {
    let pack = try Shipped.pack(checklist.pack)
    #expect(pack.attribution.first == checklist.attribution)
    let assessment = Assessor(pack, programVersion: "1.0.0").assess(Answers(), date: "2026-11-25")
    let page = String(decoding: try Shipped.report.get().html(of: assessment), as: UTF8.self)
    for line in pack.attribution { #expect(page.contains("<p>\(line)</p>")) }
  }
}
