import Ergonomics
import TestSupport
import Testing

@testable import Reports

@Suite("The worklist of an assessor")
struct WorklistTests {
  private static let bands = [
    Band(id: "fine", from: 0, word: "fine"), Band(id: "look", from: 10, word: "worth a look"),
    Band(id: "soon", from: 30, word: "worth changing soon"),
  ]

  private static func workstation(
    _ person: String, _ low: Int, _ high: Int? = nil, assessed: String = "2026-01-10", due: String? = nil,
    overdue: Int = 0, unconfirmed: Int = 0
  ) -> Worklist.Workstation {
    let band = { (points: Int) in bands.last { $0.from <= points }!.id }
    let interval = ScoreInterval(low: low, high: high ?? low, level: band(low), levelHigh: band(high ?? low))
    return Worklist.Workstation(
      person: person, team: "", name: "office", assessed: assessed,
      scores: [.init(title: "Workstation", interval: interval, bands: bands)], openRules: low == high ?? low ? 0 : 2,
      reviewDue: due, openActions: 3, overdueActions: overdue, unconfirmedActions: unconfirmed)
  }

  private static func worklist(_ workstations: [Worklist.Workstation], _ actions: [Worklist.Action] = []) -> Worklist {
    Worklist(
      date: "2026-03-01", language: "en", programVersion: "1", team: nil, workstations: workstations, actions: actions)
  }

  private static let words = Result { try ReportPhrases(Shipped.templates.file("words.txt")) }

  @Test(
    "puts who needs a look first by the most pressing reason, then by more of them, the score and the oldest assessment"
  )
  func order() throws {
    let list = Self.worklist([
      Self.workstation("fine", 5, due: "2026-03-01"), Self.workstation("could", 5, 40),
      Self.workstation("confirm", 5, unconfirmed: 1), Self.workstation("late", 5, overdue: 2),
      Self.workstation("review", 5, due: "2026-02-28"), Self.workstation("new", 35, assessed: "2026-02-10"),
      Self.workstation("old", 35), Self.workstation("worst", 60, assessed: "2026-02-25"),
      Self.workstation("both", 35, assessed: "2026-02-20", overdue: 1),
    ])
    #expect(
      list.toSeeFirst(words: try Self.words.get()).map(\.workstation.person) == [
        "both", "worst", "old", "new", "review", "late", "confirm", "could",
      ])
  }

  @Test("says why in words, what is overdue, and that it is for nobody else")
  func page() throws {
    let action = Worklist.Action(
      number: 17, person: Person.hostile, team: "", workstation: "home", title: "Raise the seat", item: "",
      findings: ["Feet hang"], state: "agreed", owner: "Facilities", due: "2026-02-01", isOverdue: true)
    let list = Self.worklist([Self.workstation("p-1", 35, overdue: 1), Self.workstation("p-2", 5, 40)], [action])
    let html = String(decoding: try WorklistReport(templates: Shipped.templates).html(of: list), as: UTF8.self)
    for words in [
      "Workstation: worth changing soon (35)", "1 action is overdue", "1 February 2026 <b>overdue</b>",
      "Workstation: up to worth changing soon, as 2 rules wait for an answer", "Do not hand this on to HR or managers.",
      "No team given",
    ] { #expect(html.contains(words), "\(words)") }
    #expect(!html.contains("<script") && !html.contains("onload='") && !html.contains("more are not on this page"))
  }

  @Test("says how many rows it leaves out")
  func long() throws {
    let many = (0..<230).map { Self.workstation("p-\($0)", 35) }
    let html = String(
      decoding: try WorklistReport(templates: Shipped.templates).html(of: Self.worklist(many)), as: UTF8.self)
    #expect(html.contains("30 more are not on this page") && html.contains("230 in the order"))
  }

  @Test("has the same fields whatever there is to do, and a specimen with all of them")
  func sameFields() throws {
    let full = WorklistView(of: .specimen, words: try Self.words.get()).fields
    #expect(emptyLists(in: full, at: "").isEmpty)
    for list in [Self.worklist([]), Self.worklist([Self.workstation("p", 35)])] {
      #expect(differences(WorklistView(of: list, words: try Self.words.get()).fields, full, at: "").isEmpty)
    }
  }
}
