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
    "is a length or a time as people write it",
    arguments: [
      ("5'10\"", .centimetre, 1778), ("5’10”", .centimetre, 1778), ("5' 10", .centimetre, 1778),
      ("5 ft 10", .centimetre, 1778), ("5ft10in", .centimetre, 1778), ("6 feet", .centimetre, 1829),
      ("1m80", .centimetre, 1800), ("1,75", .centimetre, 1750), ("1.75 m", .centimetre, 1750),
      ("2h 30m", .minute, 150), ("2 h 30", .hour, 150), ("1:30", .hour, 90), ("1:30", .minute, 90),
      ("01:30:00", .hour, 90), ("0:45 h", .hour, 45), ("45m", .minute, 45), ("about 8", .hour, 480),
      ("~8 h", .hour, 480), ("\u{200B}7\u{A0}h", .hour, 420), ("8.125", .hour, 488),
      ("1,200", .millimetre, 1200), ("5'10½\"", .centimetre, 1791), ("8 ½", .hour, 510), ("½ h", .minute, 30),
      ("eight hours", .hour, 480), ("half an hour", .minute, 30), ("About an hour", .minute, 60),
      ("one and a half hours", .minute, 90), ("45 minutes or so", .minute, 45),
    ] as [(String, UnitOfMeasure, Int)])
  func written(text: String, unit: UnitOfMeasure, quantity: Int) {
    let range = NumberRange(
      unit: unit, bounds: unit == .centimetre ? 1200...2200 : unit == .millimetre ? 25...2000 : 0...1440)
    #expect(read(text, .number(range)) == .success(.number(quantity)))
  }

  @Test(
    "is a range where one is written",
    arguments: [
      ("7-8", 420, 480), ("7 – 8 h", 420, 480), ("7 to 8", 420, 480), ("between 7 and 8 hours", 420, 480),
      ("30 min-1h", 30, 60), ("30-60 min", 30, 60), ("7 or 8", 420, 480), ("8+", 480, 1440), ("> 8", 480, 1440),
      ("more than 8 h", 480, 1440), ("up to 2", 0, 120), ("max 2", 0, 120), ("six to eight hours", 360, 480),
      ("about 7-8", 420, 480), ("7,5-8", 450, 480),
      ("0-1", 0, 60),
    ])
  func ranges(text: String, low: Int, high: Int) {
    let question = Question.number(NumberRange(unit: .hour, bounds: 0...1440))
    #expect(read(text, question) == .success(.range(low...high)))
    let words = question.words(for: .range(low...high), notSure: Self.notSure)
    #expect(read(words, question) == .success(.range(low...high)), "\(words)")
    #expect(read(question.code(for: .range(low...high)), question) == .success(.range(low...high)))
  }

  @Test(
    "is never a decimal for what may be thousands, unless a point stands in it and nothing is lost",
    arguments: [
      ("1,200", 0...720, .minute, nil), ("1.200", 0...720, .minute, nil), ("1,200", 0...1440, .hour, nil),
      ("8.000", 0...1440, .hour, 480), ("8,000", 0...1440, .hour, nil), ("72.500", 400...1400, .centimetre, 725),
      ("1,200", 200...2400, .minute, 1200),
    ] as [(String, ClosedRange<Int>, UnitOfMeasure, Int?)])
  func thousands(text: String, bounds: ClosedRange<Int>, unit: UnitOfMeasure, quantity: Int?) {
    let answer = read(text, .number(NumberRange(unit: unit, bounds: bounds)))
    #expect((try? answer.get()) == quantity.map { .number($0) })
  }

  @Test(
    "is not guessed",
    arguments: ["1,200", "1.200", "2,000", "8-7", "7-30", "01-05", "1/2", "5 5", "2 m 5", "1:75", "8 8 8", "1m8"])
  func notGuessed(text: String) {
    let question = Question.number(NumberRange(unit: .times, bounds: 0...2400))
    let hours = Question.number(NumberRange(unit: .hour, bounds: 0...1440))
    let length = Question.number(NumberRange(unit: .centimetre, bounds: 1200...2200))
    let tried = text.contains("m") ? length : text.contains(",") || text.contains(".") ? question : hours
    guard case .failure = read(text, tried) else {
      Issue.record("'\(text)' was read as an answer")
      return
    }
  }

  @Test(
    "that a spreadsheet has made a date of is seen to be one",
    arguments: ["5-Jan", "Feb-50", "07-Aug", "8. Aug", "2026-05-01", "5/1/2026", "01.05.2026 00:00", "45717", "01-05"])
  func dates(text: String) {
    for question in [Question.number(NumberRange(unit: .hour, bounds: 0...1440)), .support] where text != "01-05" {
      guard case .failure(.madeADate) = read(text, question) else {
        Issue.record("'\(text)' is no date")
        continue
      }
    }
  }

  @Test(
    "is unanswered or declined as programs and people say it, unless an option is called so",
    arguments: [
      ("NA", nil), ("N/A", nil), ("n/a", nil), ("null", nil), ("NULL", nil), ("-99", nil), (".", nil), ("NaN", nil),
      ("Don’t know", .declined), ("Prefer not to say", .declined), ("don't know.", .declined),
    ] as [(String, Answer?)])
  func openWords(text: String, answer: Answer?) {
    for question in [Question.support, .pain, .yesNo, .number(.hour)] {
      #expect(read(text, question) == .success(answer))
    }
    let own = Question.choice([AnswerOption(id: "na", text: text), AnswerOption(id: "some", text: "Some")])
    if text != "." { #expect(read(text, own) == .success(.option("na"))) }
  }

  @Test("may be open beside the options that are known")
  func atLeast() {
    #expect(read("hips;?", .pain) == .success(.atLeast(["hips"])))
    #expect(read("?;hips;lower_back", .pain) == .success(.atLeast(["lower_back", "hips"])))
    #expect(read("nothing;?", .pain) == .success(.options(["nothing"])))
    #expect(Question.pain.code(for: .atLeast(["hips"])) == "hips;?")
    #expect(Question.pain.words(for: .atLeast(["hips"]), notSure: Self.notSure) == "Hips; perhaps more")
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

  static func number(_ range: NumberRange) -> Question {
    Question(id: "q", section: "s", kind: .number(range), label: "", text: "", help: "")
  }

  /// From -5 to 1440 base units.
  static func number(_ unit: UnitOfMeasure) -> Question {
    number(NumberRange(unit: unit, bounds: -5...1440))
  }

  static let remarks: Question = .init(id: "q", section: "s", kind: .text, label: "", text: "", help: "")
}
