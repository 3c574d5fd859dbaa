import Ergonomics
import TestSupport
import Testing

@testable import Forms

@Suite("The gates of a form")
struct GateTests {
  static let sets = [
    ["lower-back-hips"], ["rosa"], ["hse-workstation"], ["osha-workstation"],
    ["lower-back-hips", "rosa", "hse-workstation", "osha-workstation"],
  ]

  @Test("show what the interview asks, to 40 people of each pack and of all", arguments: sets)
  func interview(ids: [String]) throws {
    let packs = try Pack.shipped(ids)
    let outline = FormOutline(try FormSource(packs: packs) { _ in "" })
    let assessor = Assessor(packs.questionnaire, programVersion: "1")
    let gates = outline.formQuestions.map { ($0.id, $0.gate) }
    var people = FormPeople(seed: 16)
    for _ in 0..<40 {
      let (answers, asked) = people.person(assessor, id: "p")
      let shown = Set(gates.filter { $0.1.holds(answers, outline.questions) }.map(\.0))
      #expect(shown == asked, "\(shown.symmetricDifference(asked).sorted()): \(answers)")
    }
  }

  private static let pack = Pack.small(questions: [
    .yesNo("a"), .yesNo("b"), .yesNo("c"), .choices("d", ["x", "y", "none"], alone: ["none"]),
    .number("e", 0...600, unit: .minute), .choices("f", ["z", "none"], alone: ["none"]),
  ])

  @Test(
    "are worked out for each kind of condition, plain and negated",
    arguments: [
      (.isOneOf("a", ["yes"]), "a=yes or a=not_sure or a=?", "a=no or a=not_sure or a=?"),
      (.hasAny("d", ["x"]), "d=x", "d!x"),
      (.hasAny("d", ["none"]), "d=none or d=not_sure or d=?", "d!none and (d=x or d=y)"),
      (.isWithin(.answer("e"), 61...Int.max), "e>60 or e=?", "e<=60 or e=?"),
      (.isWithin(.answer("e"), 30...60), "(e>=30 and e<=60) or e=?", "e<30 or e>60 or e=?"),
      (
        .all([.isOneOf("a", ["yes"]), .hasAny("d", ["y"])]), "(a=yes or a=not_sure or a=?) and d=y",
        "a=no or a=not_sure or a=? or d!y"
      ),
      (
        .atLeast(2, of: [.hasAny("d", ["x"]), .hasAny("d", ["y"]), .hasAny("f", ["z"])]),
        "(d=x and (d=y or f=z)) or (d=y and f=z)", "(d!x and (d!y or f!z)) or (d!y and f!z)"
      ),
    ] as [(Condition, String, String)])
  func kinds(condition: Condition, plain: String, negated: String) throws {
    let builder = GateBuilder(Self.pack)
    func text(isNegated: Bool) -> String? {
      builder.gate(condition, .may, isNegated: isNegated).flatMap {
        Plain().text(of: $0, Self.pack.vocabulary.questions)
      }
    }
    #expect(text(isNegated: false) == plain)
    #expect(text(isNegated: true) == negated)
  }

  @Test("cannot tell what is worked out of answers")
  func formulas() {
    let builder = GateBuilder(Self.pack)
    #expect(builder.gate(.isWithin(.count("d"), 2...Int.max), .may) == nil)
    #expect(builder.gate(.any([.isOneOf("a", ["yes"]), .isWithin(.count("d"), 2...Int.max)]), .may) == nil)
  }

  private struct Plain: GateLanguage {
    let and = " and "
    let or = " or "
    func chosen(_ question: Question, _ option: AnswerOption.ID) -> String { "\(question.id)=\(option)" }
    func lacks(_ question: Question, _ option: AnswerOption.ID) -> String { "\(question.id)!\(option)" }
    func empty(_ question: Question) -> String { "\(question.id)=?" }
    func number(_ question: Question, _ comparison: Gate.Comparison, _ limit: ExactDecimal) -> String {
      "\(question.id)\(comparison.sign)\(limit)"
    }
  }
}

extension FormOutline {
  var formQuestions: [FormQuestion] {
    items.compactMap { if case .question(let question) = $0 { question } else { nil } }
  }
}
