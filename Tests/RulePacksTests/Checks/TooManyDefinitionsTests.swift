import Ergonomics
import Testing

@testable import RulePacks

@Suite("A pack with far more than any pack has")
struct TooManyDefinitionsTests {
  @Test("is refused at once", arguments: NameKind.allCases)
  func isRefused(kind: NameKind) {
    let found = problems(SmallPack.edited(Self.edits(kind)))
    #expect(found.map(\.code).contains(kind.tooMany), "\(found)")
    // A section cannot do without a question.
    #expect(found.count == (kind == .section ? 2 : 1))
    #expect(found.allSatisfy { $0.summary.contains(" definitions of a ") && $0.place.line != nil })
  }

  private static func edits(_ kind: NameKind) -> [SmallPack.Edit] {
    let numbers = 1...kind.most
    if kind == .rule {
      return numbers.map { BrokenPack.rule("again-\($0)", when: "habits has lean") }
    }
    let (file, place) = place(of: kind)
    return [.init(file, place, numbers.map { definition(kind, $0) }.joined() + place)]
  }

  /// Before what definitions of a kind can stand in the small pack.
  private static func place(of kind: NameKind) -> (file: String, text: String) {
    switch kind {
    case .question: ("questions.xml", "<question id=\"remark\"")
    case .section: ("questions.xml", "</questionnaire>")
    case .measure: ("measures.xml", "<table")
    case .table: ("measures.xml", "</measures>")
    case .score: ("pack.xml", "<evidence-cap strength=\"limited\"")
    case .correction: ("advice.xml", "</corrections>")
    case .exercise: ("exercises.xml", "</exercises>")
    case .relief: ("reliefs.xml", "</reliefs>")
    case .muscle: ("muscles.xml", "</muscles>")
    case .source: ("sources.xml", "</sources>")
    case .careCard: ("care.xml", "</care-cards>")
    case .rule: preconditionFailure("rules have files of their own")
    }
  }

  private static func definition(_ kind: NameKind, _ number: Int) -> String {
    let question = "<question id=\"q\(number)\" kind=\"text\"><label>L</label><text>T</text><help>H</help></question>"
    return switch kind {
    case .question: question
    case .section: "<section id=\"s\(number)\"><title>S</title>\(question)</section>"
    case .measure: "<measure id=\"m\(number)\" unit=\"mm\" title=\"M\">seat_height</measure>"
    case .table: "<table id=\"t\(number)\" rows=\"1..1\" columns=\"1..1\">1</table>"
    case .score: "<score id=\"s\(number)\"><title>S</title><band id=\"a\" from=\"0\">a</band></score>"
    case .correction:
      "<correction id=\"c\(number)\" effort=\"buy\" who=\"you\" minutes=\"5\" cost=\"low\"><title>C</title><step>S</step>"
        + "</correction>"
    case .exercise:
      "<exercise id=\"e\(number)\" kind=\"movement\" figure=\"glute-bridge.svg\"><title>E</title><step>S</step><dose often=\"daily\"/>"
        + "<easier>E</easier><stop-if>it hurts.</stop-if></exercise>"
    case .relief:
      "<relief id=\"r\(number)\" tool=\"ball\"><title>R</title><targets muscle=\"gluteus-maximus\"/><step>S</step>"
        + "<duration>D</duration><pressure>P</pressure><caution>C</caution>"
        + "<evidence source=\"trial-2020\" strength=\"limited\">E</evidence></relief>"
    case .muscle:
      "<muscle id=\"m\(number)\"><title>M</title><plain>P</plain><function>F</function><tenderness>T</tenderness></muscle>"
    case .source: "<source id=\"s\(number)\" kind=\"trial\" read=\"full\"><citation>S</citation></source>"
    case .careCard:
      "<care id=\"c\(number)\" level=\"routine\"><title>C</title><when>has_pain</when><ask>A</ask><soon>S</soon></care>"
    case .rule: preconditionFailure("rules have files of their own")
    }
  }
}
