import Ergonomics
import TestSupport
import Testing

@testable import Reports

@Suite("The ergonomist's list by person")
struct ActionListTests {
  private static let report = Result { try ActionListReport(templates: Shipped.templates) }
  private static let notice = "\"For the assessor only: exact data on a person, not for HR or managers\""

  private static func list(of people: [ActionList.Person], by grouping: String? = "team") -> ActionList {
    var list = ActionList(header: .sample, grouping: grouping)
    list.header.personID = nil
    list.people = people
    return list
  }

  private static let cushion = ActionList.Action(
    correction: .borrowCushion,
    findings: [.init(id: "no-lumbar-support", title: "No support, at all"), .init(id: "b", title: "B")])

  private static func csv(_ list: ActionList) throws -> [String] {
    String(decoding: try report.get().csv(of: list), as: UTF8.self).split(separator: "\n").map(String.init)
  }

  @Test("is a row for each person and action, each saying whom it is for, with cells to fill in")
  func rows() throws {
    let correction = Self.cushion.correction
    let rows = try Self.csv(
      Self.list(of: [
        .init(id: "p-1", group: "Sales", actions: [Self.cushion], undetermined: ["x", "y"]),
        .init(id: "p-2", group: "", actions: [], undetermined: ["x"]),
        .init(id: "p-3", group: "", actions: [], undetermined: []),
      ]))
    #expect(
      rows == [
        "distribution,id,team,item,action,action_title,findings,finding_titles,effort,cost,who,minutes,undetermined,"
          + "status,owner,due,done,verified",
        "\(Self.notice),p-1,Sales,\(correction.item?.asField ?? ""),\(correction.id),\(correction.title.asField),"
          + "no-lumbar-support;b,\"No support, at all; B\",\(correction.effort.rawValue),\(correction.cost.rawValue),"
          + "\(correction.who.asField),\(correction.minutes),x;y,open,,,,",
        "\(Self.notice),p-2,,,,,,,,,,,x,open,,,,",
      ])
    #expect(try Self.csv(Self.list(of: [], by: nil))[0].hasPrefix("distribution,id,item,"))
  }

  @Test("makes no cell a formula")
  func formulas() throws {
    let rows = try Self.csv(
      Self.list(of: [.init(id: "=1+1", group: "@cmd", actions: [Self.cushion], undetermined: [])], by: "=team"))
    #expect(rows[0].contains(",'=team,") && rows[1].contains(",'=1+1,'@cmd,"))
  }

  @Test("says on the page whom it is for, who has nothing to do and for whom something is open")
  func page() throws {
    var list = Self.list(of: [
      .init(id: "p-1", group: Person.hostile, actions: [Self.cushion], undetermined: ["x", "y"]),
      .init(id: "p-2", group: "", actions: [], undetermined: ["x"]),
      .init(id: "p-3", group: "", actions: [], undetermined: []),
    ])
    list.omissions = [.init(place: .init(file: Person.hostile, line: 3, column: 1), words: "left out")]
    let html = String(decoding: try Self.report.get().html(of: list), as: UTF8.self)
    #expect(html.contains("not for HR or managers") && html.contains("Do not hand this on to HR or managers."))
    #expect(html.contains("Open for 2 people") && html.contains("Nothing to do for 1 person"))
    #expect(!html.contains("<script") && !html.contains("onload='") && !html.contains("\u{202E}"))
    #expect(html.contains("No team given") == false && html.contains("left out"))
  }

  @Test("has the same fields whatever the list holds, and a specimen with all of them")
  func sameFields() throws {
    let words = try ReportPhrases(Shipped.templates.file("words.txt"))
    let full = ActionListView(of: .specimen, words: words).fields
    #expect(emptyLists(in: full, at: "").isEmpty)
    for list in [
      Self.list(of: [], by: nil), Self.list(of: [.init(id: "", group: "", actions: [Self.cushion], undetermined: [])]),
    ] {
      #expect(differences(ActionListView(of: list, words: words).fields, full, at: "").isEmpty)
    }
  }
}
