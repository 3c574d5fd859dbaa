import Ergonomics
import Testing

@Suite("An answer read from text")
struct AnswerReadingTests {
  static let notSure = "I don't know"
  @Test(
    "is unanswered when blank and declined when so said",
    arguments: [
      Question.support, .pain, .yesNo, .number(.hour), .remarks,
    ])
  func openAnswers(question: Question) {
    #expect(read("", question) == .success(nil))
    #expect(read(" \t\n", question) == .success(nil))
    for text in ["-", " - ", "not_sure", "I DON’T  know.", "i don't know"] {
      #expect(read(text, question) == .success(.declined), "\(text)")
    }
  }

  @Test(
    "is an option by id, text or alias",
    arguments: [
      ("none", "none"), (" None ", "none"), ("nothing", "none"), ("NOTHING.", "none"), ("gap", "not_touching"),
      ("no contact", "not_touching"), ("There is a support,  but I don’t feel it", "not_touching"),
    ])
  func option(text: String, id: String) {
    #expect(read(text, .support) == .success(.option(id)))
  }

  @Test(
    "is compared without case, blanks and a full stop, the same in any script",
    arguments: [
      ("  Both\tFeet\r\n flat. ", "both feet flat"), (" \u{B}A..", "a."), ("x", "x"),
    ])
  func normalised(text: String, normal: String) {
    #expect(text.normalised == normal)
    // Behind a letter that is not ASCII the whole text is read the other way.
    #expect("\u{DF} \(text)".normalised == "\u{DF} \(normal)")
  }

  @Test(
    "to a yes-no question has many spellings",
    arguments: [
      ("yes", "yes"), ("Y", "yes"), ("TRUE", "yes"), ("1", "yes"), ("No", "no"), ("n", "no"), ("false", "no"),
      ("0", "no"),
    ])
  func yesNo(text: String, id: String) {
    #expect(read(text, .yesNo) == .success(.option(id)))
  }

  @Test(
    "has several options in the question's order, each once",
    arguments: [
      ("hips; lower_back;hips", ["lower_back", "hips"]), ("Lower back", ["lower_back"]), (";hips;", ["hips"]),
      ("None of these.", ["nothing"]), ("knees; or feet", ["several"]),
    ])
  func options(text: String, ids: [String]) {
    #expect(read(text, .pain) == .success(.options(ids)))
  }

  @Test("of separators only is unanswered; not sure alone is declined")
  func oddLists() {
    #expect(read(" ; ;", .pain) == .success(nil))
    #expect(read("-;-", .pain) == .success(.declined))
  }

  @Test(
    "is a number in the question's unit or its own, rounded to base units",
    arguments: [
      ("6", .hour, 360), ("6 h", .hour, 360), ("1.5", .hour, 90), ("1,5 h", .hour, 90), ("2h30", .hour, 150),
      ("2 h 30 min", .hour, 150), ("2 hours 5", .hour, 125), ("119 min", .hour, 119), ("90", .minute, 90),
      ("1 H", .minute, 60), ("0.025 h", .minute, 2), ("72cm", .millimetre, 720), ("72", .centimetre, 720),
      ("0,72 m", .centimetre, 720), ("1 m 5 cm", .centimetre, 1050), ("28 in", .centimetre, 711), ("28\"", .inch, 711),
      ("72.05", .centimetre, 721), ("40 %", .percent, 40), ("40%", .percent, 40), ("90°", .degree, 90),
      ("+3", .times, 3), ("-0.5", .times, -1), ("−2 deg", .degree, -2), ("8 hours.", .hour, 480),
    ] as [(String, UnitOfMeasure, Int)])
  func number(text: String, unit: UnitOfMeasure, quantity: Int) {
    #expect(read(text, .number(unit)) == .success(.number(quantity)))
  }

  @Test(
    "that is none says why and what to write",
    arguments: [
      (.support, "nothin", "'nothin' is not one of the answers", "did you mean 'Nothing'?"),
      (.support, "sofa", "'sofa' is not one of the answers", "use one of: in_place, not_touching, none"),
      (.support, "gap; none", "'gap; none' is more than one answer", "give one answer only"),
      (.support, "2", "'2' is not one of the answers", "use one of: in_place, not_touching, none"),
      (.pain, "hips; bakc", "'bakc' is not one of the answers", "use one of: lower_back, hips, several, nothing"),
      (.pain, "hips; hps", "'hps' is not one of the answers", "did you mean 'hips'?"),
      (.pain, "hips, lower_back", "'hips, lower_back' is not one of the answers", nil),
      (
        .pain, "hips; nothing", "'None of these' cannot be combined with other answers",
        "give it alone, or leave it out"
      ),
      (.pain, "hips; not_sure", "'not_sure' cannot be combined with other answers", "give it alone, or leave it out"),
      (.number(.hour), "long", "'long' is not a number", "give a number from -5 min to 24 h"),
      (.number(.hour), "6 h a day", "'6 h a day' is not a number", "give a number from -5 min to 24 h"),
      (.number(.hour), "30 min 2 h", "'30 min 2 h' is not a number", nil),
      (.number(.hour), "1 2 3", "'1 2 3' is not a number", nil),
      (.number(.centimetre), "2 m 5", "'2 m 5' is not a number", nil),
      (.number(.hour), "6 kg", "unknown unit 'kg'", "write the number in h or min"),
      (.number(.centimetre), "6 h", "'h' is not a unit of length", "write the number in cm, mm, m or in"),
      (.number(.hour), "30", "'30' is out of range", "give a number from -5 min to 24 h"),
      (.number(.times), "-999999999", "'-999999999' is out of range", "give a number from -5 to 1440"),
      (.number(.times), "12345678901234567890", "'12345678901234567890' is not a number", nil),
    ] as [(Question, String, String, String?)])
  func mistakes(question: Question, text: String, summary: String, help: String?) {
    guard case .failure(let mistake) = read(text, question) else {
      Issue.record("'\(text)' was read as an answer")
      return
    }
    #expect(mistake.summary == summary)
    if let help { #expect(mistake.help == help) }
  }

  @Test("that is no option of a long list is answered with a few of them")
  func longList() {
    let question = Question.choice((1...20).map { AnswerOption(id: "room_\($0)", text: "Room \($0)") })
    guard case .failure(let mistake) = read("attic", question) else {
      Issue.record("'attic' was read as an answer")
      return
    }
    #expect(mistake.help.hasPrefix("use one of the 20 answers, such as room_1, room_2, "))
  }

  private func read(_ text: String, _ question: Question) -> Result<Answer?, AnswerMistake> {
    question.answer(from: text, notSure: Self.notSure)
  }
}

extension Question {
  static let support: Question = .choice([
    AnswerOption(id: "in_place", text: "The backrest or a pad, firmly"),
    AnswerOption(id: "not_touching", text: "There is a support, but I don't feel it", aliases: ["gap", "No contact."]),
    AnswerOption(id: "none", text: "Nothing"),
  ])
  static let pain: Question = .choices([
    AnswerOption(id: "lower_back", text: "Lower back"), AnswerOption(id: "hips", text: "Hips"),
    AnswerOption(id: "several", text: "Knees; or feet"),
    AnswerOption(id: "nothing", text: "None of these", isAlone: true),
  ])
  static let yesNo: Question = .choice(
    [AnswerOption(id: "yes", text: "Yes"), AnswerOption(id: "no", text: "No")], isYesNo: true)

  static func choice(_ options: [AnswerOption], isYesNo: Bool = false) -> Question {
    Question(id: "q", section: "s", kind: .choice(options), isYesNo: isYesNo, label: "", text: "", help: "")
  }

  static func choices(_ options: [AnswerOption]) -> Question {
    Question(id: "q", section: "s", kind: .choices(options), label: "", text: "", help: "")
  }

  /// From -5 to 1440 base units.
  static func number(_ unit: UnitOfMeasure) -> Question {
    let range = NumberRange(unit: unit, bounds: -5...1440)
    return Question(id: "q", section: "s", kind: .number(range), label: "", text: "", help: "")
  }

  static let remarks: Question = .init(id: "q", section: "s", kind: .text, label: "", text: "", help: "")
}
