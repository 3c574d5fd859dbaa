import Ergonomics
import TestSupport
import Testing

@testable import Surveys

@Suite("Trouble with answers about health")
struct HealthTroubleTests {
  /// The shipped packs, and one made for this: a question that is asked because of an answer about health is about it too.
  static let packs: [Pack] = {
    let asked = Condition.isOneOf("sore", ["yes"])
    let made = Pack.small(questions: [
      .yesNo("sore", isSensitive: true), .choices("places", ["hip_joint", "low_back"], askWhen: asked), .yesNo("chair"),
    ])
    return [made] + ["lower-back-hips", "hse-workstation", "osha-workstation", "rosa"].map { try! .shipped($0) }
  }()

  /// What can be wrong with a row, around what stands in the cell.
  enum Trouble: CaseIterable {
    case notUnderstood, encoding, nul, ragged

    func bytes(_ cell: String) -> [UInt8] {
      switch self {
      case .notUnderstood: Array(cell.utf8)
      case .encoding: [0xFC] + Array(cell.utf8)
      case .nul: [0] + Array("\u{FC}\(cell)".utf8)
      case .ragged: Array("\(cell),\(cell)".utf8)
      }
    }
  }

  /// Ten rows without trouble before one with some.
  private static func survey(_ heading: String, _ fact: Question, _ cell: [UInt8]) -> [UInt8] {
    let good = (10..<20).map { "\($0),,,\u{FC}\n" }.joined()
    return Array("id,\(heading),\(fact.id),team\n\(good)1,".utf8) + cell + Array(",canary fact,x\n".utf8)
  }

  @Test("tells neither what was answered nor how long it is, but where to look", arguments: packs, Trouble.allCases)
  func rejects(pack: Pack, trouble: Trouble) async throws {
    let program = Program(pack)
    let fact = try #require(zip(pack.questions, program.isAboutHealth).first { !$1 && $0.kind != .text }?.0)
    for question in zip(pack.questions, program.isAboutHealth).filter(\.1).map(\.0) {
      for heading in [question.id] + question.options.map({ "\(question.id)[\($0.id)]" }) {
        if heading != question.id, case .choice = question.kind { continue }
        let runs = try await [trouble.bytes("canary"), trouble.bytes("a canary so much longer")].asyncMap {
          try await SurveyRun(Self.survey(heading, fact, $0), packs: [pack])
        }
        #expect(runs[0].rejects == runs[1].rejects && runs[0].summary.hasRejects)
        #expect(!runs[0].rejects.contains("a canary") && !runs[0].rejects.contains("["))
        #expect(!runs[0].rejects.replacing("canary fact", with: "").contains("canary"))
        #expect(trouble == .ragged || runs[0].rejects.contains("team.csv,12,"))
        if trouble == .notUnderstood { #expect(runs[0].rejects.contains("\(fact.id),canary fact")) }
      }
    }
  }

  @Test("tells nothing that stands in a name, an address or free text", arguments: packs, Trouble.allCases)
  func unread(pack: Pack, trouble: Trouble) async throws {
    let fact = try #require(zip(pack.questions, Program(pack).isAboutHealth).first { !$1 && $0.kind != .text }?.0)
    for heading in ["name", "e-mail", "IP address"] + pack.questions.filter({ $0.kind == .text }).map(\.id) {
      let run = try await SurveyRun(Self.survey(heading, fact, trouble.bytes("canary")), packs: [pack])
      #expect(run.summary.hasRejects && !run.rejects.replacing("canary fact", with: "").contains("canary"))
    }
  }

  @Test("stops a file without a count or an option", arguments: packs)
  func refusals(pack: Pack) async throws {
    let program = Program(pack)
    for question in zip(pack.questions, program.isAboutHealth).filter(\.1).map(\.0) where question.kind != .text {
      for heading in [question.id] + question.options.map({ "\(question.id)[\($0.id)]" }) {
        if heading != question.id, case .choice = question.kind { continue }
        let told = await [2, 7].asyncMap { rows in
          await refusal(
            "id,\(heading)\n" + (0..<rows).map { "\($0),canary\n" }.joined(), packs: [pack])
        }
        #expect(told[0] == told[1] && told[0].count == 1)
        #expect(told[0][0].contains("answers about health under '\(question.id)' are not understood"))
        #expect(!told[0][0].contains("canary") && !told[0][0].contains("["))
        for option in question.options where option.id.contains("_") { #expect(!told[0][0].contains(option.id)) }
      }
    }
  }
}

extension Array where Element: Sendable {
  fileprivate func asyncMap<Result>(_ transform: (Element) async throws -> Result) async rethrows -> [Result] {
    var results: [Result] = []
    for element in self { results.append(try await transform(element)) }
    return results
  }
}
