import Ergonomics
import Foundation
import TestSupport
import Testing

@Suite("What studies found")
struct AuditTestsEvidence {
  /// What is said of a source, wherever it is.
  private func said(of source: Source.ID) throws -> [Evidence] {
    let pack = try AuditPeople.pack.get()
    let all = (pack.rules.flatMap(\.evidence) + pack.reliefs.flatMap(\.evidence)).filter { $0.source == source }
    #expect(!all.isEmpty, "\(source)")
    return all
  }

  private func source(_ id: Source.ID) throws -> Source {
    try #require(try AuditPeople.pack.get().sources.first { $0.id == id })
  }

  private func said(at rule: Rule.ID) throws -> [Evidence] {
    try #require(try AuditPeople.pack.get().rule(rule)).evidence
  }

  @Test("in one laboratory or in surveys is graded limited", arguments: ["makhsous-2009", "dzakpasu-2021"])
  func grades(source: Source.ID) throws {
    for evidence in try said(of: source) { #expect(evidence.strength == .limited, "\(evidence.text)") }
  }

  @Test(
    "makes a finding no surer than it is",
    arguments: ["lumbar-support-missing", "sitting-over-eight-hours", "sitting-over-six-hours"])
  func noSurer(rule: Rule.ID) throws {
    let supporting = try said(at: rule).filter { !$0.isAgainst }.map(\.strength)
    #expect(!supporting.isEmpty && !supporting.contains(.strong) && !supporting.contains(.moderate))
  }

  @Test("of workplaces alone is told of 21 trials of all kinds, against, as limited")
  func steffens() throws {
    let all = try said(of: "steffens-2016")
    let alone = all.filter { $0.text.contains("adjusting workplaces") }
    #expect(alone.count > 20)
    for evidence in alone {
      #expect(evidence.isAgainst && evidence.strength == .limited)
      #expect(evidence.text.contains("21 trials of many kinds") && evidence.text.contains("low or very low"))
    }
    #expect(all.filter { $0.text.contains("21 trials") && !$0.isAgainst }.allSatisfy { $0.text.contains("30,850") })
  }

  @Test("comes from the studies that were put together, not from all that were read")
  func odds() throws {
    let all = try said(of: "dzakpasu-2021")
    let times = all.filter { $0.text.contains("1.47") }
    #expect(times.count >= 4)
    for evidence in times { #expect(evidence.text.contains("26 studies") && !evidence.text.contains("79")) }
    #expect(try source("dzakpasu-2021").note == "79 studies, 26 of them taken together.")
  }

  @Test("of breaks names each arm of the trial")
  func arms() throws {
    for evidence in try said(of: "waongenngarm-2021") {
      for share in ["9 % with active breaks", "7 % with frequent shifts", "33 % of"] {
        #expect(evidence.text.contains(share))
      }
    }
  }

  @Test("of walking names the sessions, and who the people and the others were")
  func walking() throws {
    let times = try said(of: "pocovi-2024").filter { $0.text.contains("208 days") }
    #expect(times.count >= 3)
    for evidence in times {
      for words in ["just recovered", "six sessions with a physiotherapist", "Without treatment it took 112"] {
        #expect(evidence.text.contains(words), "\(evidence.text)")
      }
    }
  }

  @Test("of sitting less comes with its range, from the current issue")
  func sittingLess() throws {
    for evidence in try said(of: "shrestha-2018") where evidence.text.contains("100 minutes") {
      #expect(evidence.text.contains("about 100 minutes less a day at work (84 to 116)"))
    }
    let review = try source("shrestha-2018")
    #expect(review.citation.contains("2018;12:CD010912") && review.link?.hasSuffix("CD010912.pub5") == true)
  }

  @Test("of standing is a goal of experts; the limit is our own")
  func standing() throws {
    let evidence = try said(at: "standing-over-four-hours")
    let experts = try #require(evidence.first { $0.source == "buckley-2015" })
    #expect(experts.text.contains("as a goal. It is not meant as a limit"))
    #expect(evidence.contains { $0.source == "sitwell-proposal" && $0.text.contains("4 hours") })
    #expect(!evidence.contains { $0.source == "parry-2019" })
    for evidence in try said(of: "parry-2019") { #expect(evidence.text.contains("10 studies with 955 people")) }
  }

  @Test("is ours where it is ours", arguments: [("all-day-sitting-at-a-fixed-desk", "8 hours")])
  func own(rule: Rule.ID, limit: String) throws {
    #expect(try said(at: rule).contains { $0.source == "sitwell-proposal" && $0.text.contains(limit) })
  }

  @Test("of rolling is said to disagree wherever its time is taken over")
  func rolling() throws {
    for evidence in try said(of: "pagaduan-2022") {
      #expect(evidence.text.contains("trials disagree") && evidence.text.contains("nothing of back or hips"))
    }
    let relief = try #require(try AuditPeople.pack.get().reliefs.first { $0.id == "roller-front-thigh" })
    #expect(relief.evidence.contains { $0.source == "pagaduan-2022" })
  }

  @Test("does not stand in for the law: work in pregnancy, and a standard in its present edition")
  func law() throws {
    let changed = try said(at: "needs-that-have-changed")
    #expect(changed.contains { $0.source == "uk-mhsw-1999" && $0.text.contains("pregnant") })
    #expect(!changed.contains { $0.source == "sitwell-proposal" && $0.text.contains("pregnan") })
    #expect(try source("uk-mhsw-1999").citation.contains("92/85/EEC"))
    #expect(try said(at: "seat-depth-fixed-misfit").contains { $0.text.contains("type Ax for wider ranges") })
  }

  @Test(
    "has a full reference",
    arguments: [
      ("akkarakittichoke-2023", "Effects of postural shifting frequency on perceived", "10.1016/j.jmpt.2023.06.003"),
      ("akkarakittichoke-2023", "J Manipulative Physiol Ther 2023;46(2):76-85", "jmpt.2023.06.003"),
      ("pagaduan-2022", "Int J Environ Res Public Health 2022;19(7):4315", "ijerph19074315"),
      ("eisele-metzger-2023", "network meta-analysis", "10.5271/sjweh.4070"),
      ("who-2023", "chronic primary low back pain", "NBK599210"), ("iso-9241-5", "ISO 9241-5:2024", "9241-5-2024"),
      ("nice-ng59", "last updated in December 2020", "ng59"),
      ("hse-assessment", "Health and Safety Executive", "hse.gov.uk"),
    ])
  func references(id: Source.ID, words: String, link: String) throws {
    let its = try source(id)
    #expect(its.citation.contains(words) && its.link?.contains(link) == true, "\(its.citation)")
    #expect(try !said(of: id).isEmpty)
  }

  @Test("is told of the newer reviews and guidelines as they found it")
  func newer() throws {
    #expect(try source("en-1335-1").citation.contains("EN 1335-1:2020+A1:2022"))
    #expect(try said(of: "eisele-metzger-2023").contains { $0.isAgainst && $0.text.contains("24 trials") })
    let guideline = try said(of: "who-2023").map(\.text).joined(separator: " ")
    #expect(guideline.contains("against belts") && guideline.contains("massage may be offered (very low certainty)"))
    #expect(try said(of: "hse-assessment").contains { $0.text.contains("Software is no assessment on its own") })
  }

  @Test("is cited by something, and every exercise and relief cites some of it")
  func cited() throws {
    let pack = try AuditPeople.pack.get()
    let cited = Set(
      pack.rules.flatMap(\.evidence).map(\.source) + pack.reliefs.flatMap(\.evidence).map(\.source)
        + (pack.exercises.flatMap(\.sources) + pack.careCards.flatMap(\.sources)))
    #expect(pack.sources.filter { !cited.contains($0.id) }.map(\.id) == [])
    #expect(pack.exercises.filter(\.sources.isEmpty).isEmpty && pack.reliefs.filter(\.evidence.isEmpty).isEmpty)
  }

  @Test("in checklists that were read in copies is marked so in every pack", arguments: ["hse-ck1", "osha-etool"])
  func read(source: Source.ID) throws {
    let folder = "\(Shipped.repository)/Rules"
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix("sources.xml") }
    let tags = try files.flatMap { name in
      let text = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
      return text.matches(of: #/<source\s+id="([^"]+)"([^>]*)>/#).filter { $0.output.1 == source }
        .map { String($0.output.2) }
    }
    #expect(tags.count >= 2)
    for tag in tags { #expect(tag.contains("read=\"secondary\"")) }
  }
}
