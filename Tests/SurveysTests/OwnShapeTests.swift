import Ergonomics
import TestSupport
import Testing

@testable import Surveys

/// Shapes that exports have besides those of the files in `wild`, each as small as it can be.
@Suite("A survey file in an odd shape")
struct OwnShapeTests {
  private static let pack = Result { try Pack.shipped("lower-back-hips") }

  private static func text(_ question: Question.ID) throws -> String {
    try #require(pack.get().question(question)).text
  }

  private static func read(_ survey: String, _ change: (Pack) throws -> Pack = { $0 }) throws -> ReadSurvey {
    try ReadSurvey(Array(survey.utf8), change(pack.get()))
  }

  private static func run(_ survey: String) async throws -> SurveyRun {
    try await SurveyRun(survey, packs: [pack.get()]) { $0.includesHealth = true }
  }

  @Test("keeps an option apart from the question that is called like it", arguments: ["", "chair/", "g1-"])
  func optionLikeQuestion(group: String) throws {
    let options = try #require(Self.pack.get().question("chair_adjusts")).options.map(\.id)
    let ticks = options.map { "\(group)chair_adjusts/\($0)" }.joined(separator: ",")
    let cells = options.map { ["seat_height", "back_height"].contains($0) ? "1" : "0" }.joined(separator: ",")
    let survey = try Self.read(
      "SubmissionDate,\(group)seat_type,\(ticks),\(group)seat_height,KEY\nx,office_chair,\(cells),48,k1\n")
    #expect(survey.unread == [])
    #expect(survey.answers("chair_adjusts") == ["seat_height;back_height"])
    #expect(survey.answers("seat_height") == ["48"])
  }

  @Test("gives questions of the same text their columns in the order of the pack")
  func sameText() async throws {
    let pack = try Pack.shipped("hse-workstation")
    let headings = pack.questions.map(\.text.asField).joined(separator: ",")
    let answers = pack.questions.map { $0.id == "hse_k5" ? "No" : "Yes" }.joined(separator: ",")
    let survey = try ReadSurvey(Array("id,\(headings)\n1,\(answers)\n".utf8), pack)
    #expect(survey.answers("hse_k5") == ["no"] && survey.answers("hse_s1") == ["yes"])
    let one = "id,\(pack.questions[0].text),Are the characters clear and readable?\n1,Yes,No\n"
    #expect(
      await refusal(one, packs: [pack]) == [
        "team.csv:1: 2 questions have the text 'Are the characters clear and readable?', which stands over 1 columns\n"
          + "  help: have a column for each of 'hse_k5' and 'hse_s1', or name them so"
      ])
  }

  @Test("is REDCap's where its labels say so, without a question to tick")
  func labels() async throws {
    let run = try await Self.run(
      "Record ID,Survey Timestamp,\(Self.text("sitting_time").asField),Complete?\n1,,7,Complete\n2,,9,Incomplete\n")
    #expect(run.summary.platform == .redcap)
    #expect(run.rows.map { $0["id"] } == ["1"])
    #expect(run.summary.setAsideByKind == [.incomplete: 1])
  }

  @Test("may put numbers, tags and notes around its headings")
  func decorated() throws {
    let headings = [
      "3. \(try Self.text("seat_type"))", "<p><b>\(try Self.text("lumbar_support"))</b></p>",
      "Q7: \(try Self.text("sitting_time")) (required)", "\(try Self.text("sitting_spell"))\u{A0}*",
      "Your day / \(try Self.text("activity_week"))", "\(try Self.text("desk_type"))2",
      "\u{FEFF}\(try Self.text("computer").replacing("most", with: "mo\u{AD}st"))",
    ]
    let survey = try Self.read(
      "id,\(headings.map(\.asField).joined(separator: ","))\n1,A large ball,Nothing,7,50,160,lap,laptop\n")
    #expect(
      survey.people == [
        [
          "seat_type": "exercise_ball", "lumbar_support": "none", "sitting_time": "7",
          "sitting_spell": "50", "activity_week": "160", "desk_type": "lap", "computer": "laptop_bare",
        ]
      ])
  }

  @Test("may name choices below a question, of whatever platform, but not have them without a heading")
  func choicesBelow() async throws {
    let texts = try #require(Self.pack.get().question("leg_room")).options.map(\.text.asField)
    let heading = "name,leg_room,,,,,sitting_time\n"
    let people = "Ann,\(texts[0]),,\(texts[2]),,,7\nBob,,,,,\(texts[4]),8\n"
    let survey = try Self.read(heading + ",\(texts.joined(separator: ",")),Response\n" + people)
    #expect(survey.answers("leg_room") == ["thighs_touch;narrow", "plenty"])
    #expect(survey.answers("sitting_time") == ["7", "8"])
    #expect(
      await refusal(heading + people, packs: [try Self.pack.get()]) == [
        "team.csv:1: columns 4 to 6 have no heading, and hold answers to 'leg_room'\n"
          + "  help: head each of them by the question and the answer: leg_room/…"
      ])
  }

  @Test("holds no answers where it holds points for them")
  func points() async throws {
    let text = try Self.text("sitting_time")
    let run = try await Self.run("id,\("Points - \(text)".asField),seat_type\n1,1,stool\n")
    #expect(run.rows[0]["answered"] == "1")
  }

  @Test("may have the names of groups above its headings")
  func groups() async throws {
    let run = try await Self.run(",Your chair,,Your day\nid,seat_type,lumbar_support,sitting_time\n1,stool,none,7\n")
    #expect("\(run.summary)" == "rows 1 = scored 1 + rejected 0 + set aside 0; 0 cells left open")
    #expect(run.rows[0]["answered"] == "2")  // nobody asks for the back of a stool
  }

  @Test(
    "joins options by what stands in them too", arguments: [",", ", ", ";", "; ", "\n", " | ", " "])
  func joined(joint: String) throws {
    let texts = [
      "Trouble passing urine, leaking, or not feeling when the bladder is full",
      "Loss of control or feeling of the bowels",
    ]
    let survey = try Self.read(
      "id,emergency_signs\n1,\(texts.joined(separator: joint).asField)\n2,\((texts[1] + joint + texts[0] + joint + "twice").asField)\n"
    )
    #expect(survey.answers("emergency_signs") == ["bladder_change;bowel_change", "bladder_change;bowel_change;?"])
    #expect(survey.unread == ["'twice' is not one of the answers; those beside it count"])
  }

  @Test(
    "loses no sign to words before, behind or around it",
    arguments: [
      "Loss of control or feeling of the bowels since Tuesday", "since May: loss of control or feeling of the bowels!",
      "Other: tired;Loss of control or feeling of the bowels", "None of these;Loss of control or feeling of the bowels",
      "bowel_change;I don't know what this means", "Loss of control or feeling of the bowels; Not sure",
      "<p>Loss of control or feeling of the bowels</p>&nbsp;(a bit)",
    ])
  func sign(cell: String) throws {
    let survey = try Self.read("id,emergency_signs\n1,\(cell.asField)\n")
    #expect(survey.answers("emergency_signs") == ["bowel_change;?"])
    #expect(survey.unread.count == 1)
  }

  @Test("makes no sign of its denial, and never concludes that there is none")
  func denied() throws {
    let survey = try Self.read(
      "id,emergency_signs\n1,No loss of control or feeling of the bowels\n2,\"None of these, I think\"\n")
    #expect(survey.answers("emergency_signs") == ["", ""])
    #expect(survey.unread.count == 2)
  }

  @Test("says so where two columns of a question differ, and leaves it open")
  func branches() async throws {
    let survey =
      "Timestamp,desk_type,What do you work on?,sitting_time\n1,fixed,,7\n2,,\"My lap, a cushion or a low table\",7\n3,fixed,A kitchen or dining table,7\n4,table,A kitchen or dining table,7\n"
    let read = try Self.read(survey)
    #expect(read.answers("desk_type") == ["fixed", "lap", "", "table"])
    #expect(read.unread == ["'A kitchen or dining table' is not what another column says to the same question"])
    let run = try await Self.run(survey)
    #expect(run.rows.map { $0["answered"] } == ["2", "2", "1", "2"])
    #expect(run.rejects.contains("What do you work on?,A kitchen or dining table,"))
  }

  @Test("may head its columns by choices alone, of one question beside the other")
  func choicesAlone() async throws {
    let pack = try Self.pack.get()
    let questions = try ["screen_trouble", "reach_trouble"].map { try #require(pack.question($0)) }
    let headings = questions.flatMap { $0.options.map(\.text.asField) }.joined(separator: ",")
    let chosen = ["small_text", "to_side"]
    let cells = questions.flatMap { question in
      question.options.map { option in
        let isChosen = question.id == "reach_trouble" ? option.isAlone : chosen.contains(option.id)
        return isChosen ? option.text.asField : ""
      }
    }.joined(separator: ",")
    let survey = try Self.read("id,sitting_time,\(headings),note\n1,7,\(cells),x\n")
    #expect(survey.answers("screen_trouble") == ["small_text;to_side"])
    #expect(survey.answers("reach_trouble") == ["none_of_these"])
  }

  @Test("takes no part of a row that a line break cut for a person")
  func cutRow() async throws {
    let run = try await Self.run(
      "id,note,sitting_time,sitting_spell\n1,a,7,50\n2,some\ntext,9,130\n3,c,8\n4,d,6,40\n5,e\n6,f\n")
    #expect(run.rows.map { $0["id"] } == ["1", "3", "4"])
    #expect(run.rows.map { $0["answered"] } == ["2", "1", "2"])
    #expect("\(run.summary)" == "rows 7 = scored 3 + rejected 4 + set aside 0; 0 cells left open")
    #expect(
      run.summary.problems.map(\.summary) == [
        "1 row ends before the last question; what is missing counts as not answered"
      ])
  }

  @Test("is asked what 1, 2 and None mean, and a mapping settles it")
  func doubts() async throws {
    let survey = "id,thigh_pressure,lumbar_support\n1,1,in_place\n2,2,None\n3,1,none\n4,1,in_place\n5,1,None\n"
    let run = try await Self.run(survey)
    #expect(
      run.summary.problems.map(\.description) == [
        "team.csv:1: 'None' in the column 'lumbar_support' is read as 'Nothing'; programs write it for nothing too\n"
          + "  help: a mapping says which: lumbar_support,not_answered,None or lumbar_support,none,None",
        "team.csv:1: the column 'thigh_pressure' holds 2, which is neither yes nor no; 1 is read as yes\n"
          + "  help: if they are codes, a mapping says which: thigh_pressure,yes,1 and thigh_pressure,no,2",
      ])
    let mapping =
      "question,option,wording\nthigh_pressure,yes,1\nthigh_pressure,no,2\nlumbar_support,not_answered,None\n"
    let settled = try SurveyMapping(Array(mapping.utf8), file: "map.csv").applied(to: [Self.pack.get()])
    #expect(try await SurveyRun(survey, packs: settled).summary.problems == [])
    let read = try ReadSurvey(Array(survey.utf8), settled[0])
    #expect(read.answers("thigh_pressure") == ["yes", "no", "yes", "yes", "yes"])
    #expect(read.answers("lumbar_support") == ["in_place", "", "", "in_place", ""])
  }

  @Test("leaves open what a cell to tick says NA to, and counts a tick with words beside it")
  func ticks() async throws {
    let names = ["mouse_far", "keyboard_far", "things_far", "papers_flat", "second_area", "none_of_these"]
    let survey =
      "id,sitting_time,\(names.map { "reach_trouble/\($0)" }.joined(separator: ","))\n"
      + "1,7,1,0,NA,0,0,0\n2,7,NA,NA,NA,NA,NA,NA\n3,7,\"I stretch my arm to the mouse, on Mondays\",0,0,0,0,0\n4,7,1,what?,0,0,0,0\n5,7,1,0,0,0,0,1\n"
    let read = try Self.read(survey)
    #expect(read.answers("reach_trouble") == ["mouse_far;?", "", "mouse_far", "mouse_far;?", "mouse_far;?"])
    let run = try await Self.run(survey)
    #expect(
      run.rows.map { $0["found"]?.contains("mouse-or-keyboard-out-of-reach") } == [true, false, true, true, true])
    #expect(run.summary.cellsLeftOpen == 3)
  }

  @Test("of objects is read like any other")
  func objects() async throws {
    let run = try await Self.run(
      #"{"id":1,"sitting_time":"7-8","reach_trouble":["mouse_far","two phones"],"stature":"5'10\""}"# + "\n"
        + #"{"id":2,"sitting_time":"about 9","reach_trouble":"Prefer not to say"}"# + "\n"
        + #"{"id":3,"sitting_time":"n/a","reach_trouble":["none_of_these"]}"# + "\n")
    #expect(run.rows[0]["found"]?.contains("mouse-or-keyboard-out-of-reach;sitting-over-six-hours") == true)
    #expect(run.rows[1]["found"]?.contains("sitting-over-eight-hours") == true)
    #expect(run.rows[2]["found"] == "")
    #expect(run.summary.cellsLeftOpen == 1)
  }
}
