import Ergonomics
import TestSupport
import Testing

@Suite("A warning sign in a survey file")
struct WarningSignFileTests {
  private static let pack = Result { try Pack.shipped("lower-back-hips") }
  private static let assessor = Result { Assessor(try pack.get(), programVersion: "1") }

  /// The first card of each person of a file.
  private func cards(of survey: String) async throws -> [Assessment.CareAdvice?] {
    let people = try await everybody(of: survey.utf8, packs: [Self.pack.get()])
    let assessor = try Self.assessor.get()
    return people.map { assessor.assess($0.answers, date: "2026-01-31").careCards.first }
  }

  @Test("gives its card, alone in the file and with nothing said of pain", arguments: WarningSign.all)
  func alone(sign: WarningSign) async throws {
    let words = try #require(try Self.pack.get().question(sign.question)?.options.first { $0.id == sign.option }).text
    for cell in [sign.option, "\"\(words)\""] {
      let told = try await cards(of: "id,\(sign.question)\np1,\(cell)\n")
      #expect(told.map { $0?.id } == [sign.card] && told.map { $0?.level } == [sign.level], "\(cell)")
    }
  }

  @Test("gives its card whatever is said of pain: yes, no or nothing", arguments: WarningSign.all)
  func pain(sign: WarningSign) async throws {
    let rows = ["yes", "no", ""].map { "p-\($0),\($0),\(sign.option)\n" }.joined()
    let told = try await cards(of: "id,has_pain,\(sign.question)\n\(rows)")
    #expect(told.map { $0?.id } == [sign.card, sign.card, sign.card])
  }

  @Test("is missed by nobody among many who have none")
  func among() async throws {
    let clear = "no,none_of_these,,\n"
    let rows = WarningSign.all.enumerated().map { place, sign in
      let cells = ["emergency_signs", "urgent_signs", "massage_conditions"].map {
        $0 == sign.question ? sign.option : ""
      }
      return "s\(place),no,\(cells.joined(separator: ","))\n" + (0..<20).map { "n\(place)-\($0),\(clear)" }.joined()
    }
    let told = try await cards(
      of: "id,has_pain,emergency_signs,urgent_signs,massage_conditions\n" + rows.joined())
    #expect(told.compactMap { $0?.id } == WarningSign.all.map(\.card) && told.count == 21 * WarningSign.all.count)
  }

  @Test("counts with words beside it, and not where they deny it", arguments: WarningSign.all)
  func wordsBeside(sign: WarningSign) async throws {
    let option = try #require(try Self.pack.get().question(sign.question)?.options.first { $0.id == sign.option })
    let beside = [
      "X (since Tuesday)", "X, since Tuesday", "X; Other: tingling", "Other: tingling; X", "Other: tingling, X", "X!",
      "X?",
      "X - a bit", "X: a little", "X (since Tuesday); Other: tingling",
    ]
    let denied = ["X: no", "X - no", "no X", "Other: tingling; X: none"]
    let clear = (0..<60).map { "c\($0),none_of_these\n" }.joined()
    for words in [option.id, option.text] {
      let rows = (beside + denied).enumerated().map { place, cell in
        "d\(place),\"\(cell.replacing("X", with: words.replacing("\"", with: "\"\"")))\"\n"
      }
      let told = try await cards(of: "id,\(sign.question)\n\(rows.joined())\(clear)")
      #expect(told.prefix(beside.count).map { $0?.id } == beside.map { _ in sign.card }, "\(words)")
      #expect(told.dropFirst(beside.count).allSatisfy { $0 == nil }, "\(words)")
    }
  }
}
