import Ergonomics
import Foundation
import Markup
import Surveys
import Synchronization
import TestSupport
import Testing

@testable import Reports

@Suite("Files for an employer")
struct EmployerFilesTests {
  @Test("hold nothing of single people: no name, e-mail, id, free text or answer that a survey brings along")
  func canaries() async throws {
    let canaries = [
      "Canary Person", "canary@example.org", "canary-17", "canary remark", "canary answer", "canary note",
    ]
    var survey = "id,name,email,team,remark,note,chair,screen,pain\n"
    for person in 0..<40 {
      let id = person == 17 ? "canary-17" : "p-\(person)"
      let chair = person == 20 ? "canary answer" : "yes"
      survey += "\(id),Canary Person,canary@example.org,A,canary remark,canary note,\(chair),no,canary answer\n"
    }
    survey += "canary-17,short row\n"
    let summary = try await Self.summary(of: survey, pack: Self.packWithRemark)
    #expect(summary.facts?.findings.isEmpty == false && summary.omissions.count == 2)
    for text in try Self.files(summary) {
      for canary in canaries { #expect(!text.contains(canary)) }
      #expect(!text.lowercased().contains("canary"))
    }
  }

  @Test("show hostile team names and titles as text")
  func hostile() throws {
    let name = Person.hostile
    let teams = TeamRound.made([(name, 20, ["chair": 12]), ("=cmd()", 15, ["chair": 3])])
    var settings = TeamSettings.sample
    settings.omissions = [.init(place: .init(file: name, line: 1), words: name)]
    let summary = teams.summary(settings, since: (teams, name))
    let html = try TeamReportTests.html(summary)
    #expect(!html.contains("<script>alert") && !html.contains("onload='") && !html.contains("\u{202E}"))
    #expect(throws: Never.self) { try ToldRows(xml: TeamXML.bytes(of: summary)) }
    #expect(String(decoding: TeamActionTable.bytes(of: summary), as: UTF8.self).contains(",'=cmd(),"))
  }

  /// `Pack.team` with a question for free text.
  static let packWithRemark: Pack = {
    let pack = Pack.team
    let remark = Question(
      id: "remark", section: "all", kind: .text, label: "Remark", text: "Anything else?", help: "For you.")
    return Pack(
      id: pack.id, version: pack.version, hash: pack.hash, title: pack.title, notSure: pack.notSure,
      scores: pack.scores, sections: pack.sections, questions: pack.questions + [remark], rules: pack.rules,
      families: pack.families, corrections: pack.corrections)
  }()

  static func files(_ summary: TeamSummary) throws -> [String] {
    let text = try TeamText(templates: Shipped.templates).bytes(of: summary)
    return [try TeamReportTests.html(summary)]
      + [TeamXML.bytes(of: summary), TeamActionTable.bytes(of: summary), text].map {
        String(decoding: $0, as: UTF8.self)
      }
  }

  /// Of a survey with a column `team`, with everything told that may be.
  static func summary(of survey: String, pack: Pack) async throws -> TeamSummary {
    let path = FileManager.default.temporaryDirectory.appending(path: "sitwell-team-\(UUID().uuidString).csv").path
    try Data(survey.utf8).write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let file = try #require(FileHandle(forReadingAtPath: path))
    let program = RuleProgram(pack)
    let parts = Mutex((round: TeamRound(program), misread: Set<Question.ID>(), leftOut: Set<LeftOut>()))
    var options = SurveyOptions(file: "survey.csv")
    (options.groupColumn, options.acceptsUnread, options.hidesHealth) = ("team", true, true)
    let empty = TeamRound(program)
    _ = try await TeamSurvey(empty, options).read(file.fileDescriptor) { part in
      parts.withLock { parts in
        parts.round.add(part.round)
        parts.misread.formUnion(part.misread)
        parts.leftOut.formUnion(part.leftOut)
      }
    }
    try file.close()
    var settings = TeamSettings.sample
    settings.includesHealth = true
    return parts.withLock { parts in
      settings.omissions = (parts.misread.sorted() + parts.leftOut.map { "\($0)" }).map {
        .init(place: .init(file: "survey.csv"), words: $0)
      }
      return parts.round.summary(settings)
    }
  }
}
