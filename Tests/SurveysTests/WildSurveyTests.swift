import Ergonomics
import TestSupport
import Testing

@testable import Surveys

/// Shapes of real exports, as people have described them in public. Most hold the answers of the same four people.
@Suite("A survey file as it is found in the wild")
struct WildSurveyTests {
  private static let pack = Result { try Pack.shipped("lower-back-hips") }
  private static let four: [(question: Question.ID, answers: [String])] = [
    ("seat_type", ["office_chair", "office_chair", "fixed_chair", "office_chair"]),
    ("lumbar_support", ["in_place", "none", "not_touching", "wrong_place"]),
    ("sitting_time", ["7", "9", "6", "8.5"]),
    ("sitting_spell", ["50", "130", "45", "90"]),
    ("activity_week", ["160", "60", "300", "1200"]),
    ("reach_trouble", ["mouse_far", "mouse_far;things_far", "none_of_these", "papers_flat;second_area"]),
  ]

  private static func bytes(_ name: String) throws -> [UInt8] { try Fixtures.survey("wild/\(name).csv") }

  private static func run(
    _ name: String, _ change: (inout SurveyOptions) -> Void = { _ in }
  ) async throws -> SurveyRun {
    try await SurveyRun(bytes(name), packs: [pack.get()]) {
      $0.includesHealth = true
      change(&$0)
    }
  }

  @Test(
    "is read in whole",
    arguments: [
      ("cr_ends_lf_in_cell", 4, 0), ("invisible_characters", 4, 0), ("joined_and_one_tick", 4, 0),
      ("kobo_labels_with_groups", 4, 0), ("qualtrics_selected_choice", 4, 1), ("same_question_in_two_branches", 4, 0),
      ("single_choice_in_columns", 4, 0), ("title_lines_first", 2, 0), ("trailing_cells_left_out", 4, 0),
      ("typeform_choice_columns", 4, 0),
    ])
  func whole(name: String, people: Int, setAside: Int) async throws {
    let survey = try ReadSurvey(Self.bytes(name), Self.pack.get())
    #expect(survey.unread == [])
    let asked = Set(survey.people.flatMap(\.keys))
    #expect(asked.count >= 4)
    for (question, answers) in Self.four where asked.contains(question) {
      #expect(survey.answers(question) == Array(answers.prefix(people)), "\(question)")
    }
    let run = try await Self.run(name)
    #expect(
      "\(run.summary)" == "rows \(people + setAside) = scored \(people) + rejected 0 + set aside \(setAside); "
        + "0 cells left open")
    #expect(run.summary.problems == [])
  }

  @Test(
    "is scored as its answers say, whichever way they are read",
    arguments: [
      "cr_ends_lf_in_cell", "html_entities_in_cells", "invisible_characters", "joined_and_one_tick",
      "kobo_labels_with_groups", "one_ticked_option_reworded", "other_answers_in_the_list", "qualtrics_selected_choice",
      "r_row_names_and_na", "ranges_became_dates", "same_question_in_two_branches", "single_choice_in_columns",
      "spell_in_hours", "thousands_separator", "title_lines_first", "trailing_cells_left_out",
      "typeform_choice_columns",
      "warning_sign_with_own_words",
    ])
  func sameEitherWay(name: String) async throws {
    let pack = try Self.pack.get()
    let program = RuleProgram(pack)
    let run = try await Self.run(name)
    let people = try ReadSurvey(Self.bytes(name), pack).people
    #expect(people.count == run.rows.count && !people.isEmpty)
    for (person, row) in zip(people, run.rows) {
      var answers = Answers()
      for question in pack.questions {
        answers[question.id] = try person[question.id].flatMap {
          try question.answer(from: $0, notSure: pack.notSure).get()
        }
      }
      let outcomes = program.outcomes(for: answers)
      for (outcome, column) in [(Outcome.found, "found"), (.undetermined, "undetermined")] {
        let rules = pack.rules.indices.filter { outcomes[$0] == outcome }.map { pack.rules[$0].id }
        #expect(row[column] == rules.joined(separator: ";"))
      }
    }
  }

  @Test("may hold HTML in its cells")
  func entities() throws {
    let survey = try ReadSurvey(Self.bytes("html_entities_in_cells"), Self.pack.get())
    #expect(survey.unread == [])
    #expect(survey.answers("seat_depth_gap") == ["fits", "fits", "one_finger"])
    #expect(survey.answers("lumbar_support") == ["not_touching", "not_touching", "none"])
    #expect(survey.answers("seat_type") == ["office_chair", "office_chair", "fixed_chair"])
  }

  @Test("may say NA where there is no answer")
  func notAnswered() throws {
    let survey = try ReadSurvey(Self.bytes("r_row_names_and_na"), Self.pack.get())
    #expect(survey.unread == [])
    #expect(survey.answers("lumbar_support") == ["", "none", "not_touching", ""])
    #expect(survey.answers("activity_week") == ["160", "", "", "1200"])
  }

  @Test("never makes a no of an option whose column is not known")
  func reworded() async throws {
    let run = try await Self.run("one_ticked_option_reworded")
    let survey = try ReadSurvey(Self.bytes("one_ticked_option_reworded"), Self.pack.get())
    #expect(survey.answers("reach_trouble") == ["", "things_far;?", "none_of_these", "papers_flat;second_area;?"])
    for (row, isOpen) in zip(run.rows, [true, true, false, true]) {
      #expect(row["undetermined"]?.contains("mouse-or-keyboard-out-of-reach") == isOpen)
      #expect(row["found"]?.contains("mouse-or-keyboard-out-of-reach") == false)
    }
    #expect(
      run.summary.problems.map(\.description) == [
        "team.csv:1: the column 'And which of these are true of your desk? [I have to stretch to reach the mouse]' is not "
          + "read: it is no answer to 'reach_trouble'\n  help: did you mean 'I stretch my arm to the mouse'?",
        "team.csv:1: no column is for 'mouse_far' of 'reach_trouble': whether it was chosen beside others is left open\n"
          + "  help: a mapping can name the column: reach_trouble,mouse_far,its heading",
      ])
  }

  @Test("is whole again once a mapping names the column")
  func mapped() async throws {
    let mapping = try SurveyMapping(
      Array(
        "question,option,wording\nreach_trouble,mouse_far,And which of these are true of your desk? [I have to stretch to reach the mouse]\n"
          .utf8), file: "map.csv")
    let pack = try mapping.applied(to: [Self.pack.get()])[0]
    let survey = try ReadSurvey(Self.bytes("one_ticked_option_reworded"), pack)
    #expect(survey.answers("reach_trouble") == Self.four[5].answers)
  }

  @Test("keeps what is known beside words of people's own, and leaves the rest open")
  func ownWords() async throws {
    let survey = try ReadSurvey(Self.bytes("other_answers_in_the_list"), Self.pack.get())
    #expect(
      survey.answers("reach_trouble") == ["mouse_far;?", "mouse_far;things_far", "none_of_these", "papers_flat;?"])
    let run = try await Self.run("other_answers_in_the_list")
    #expect("\(run.summary)" == "rows 4 = scored 4 + rejected 0 + set aside 0; 2 cells left open")
    #expect(run.rejects.contains("'the cat sleeps on my papers' is not one of the answers; those beside it count"))
    let mapping =
      "question,option,wording\nreach_trouble,ignore,the cat sleeps on my papers\nreach_trouble,ignore,Other: two phones\n"
    let pack = try SurveyMapping(Array(mapping.utf8), file: "map.csv").applied(to: [Self.pack.get()])[0]
    let kept = try ReadSurvey(Self.bytes("other_answers_in_the_list"), pack)
    #expect(
      kept.answers("reach_trouble") == ["mouse_far", "mouse_far;things_far", "none_of_these", "papers_flat"])
    #expect(kept.unread == [])
  }

  @Test("loses no warning sign for the words beside it")
  func warningSign() async throws {
    let survey = try ReadSurvey(Self.bytes("warning_sign_with_own_words"), Self.pack.get())
    #expect(survey.people[2]["emergency_signs"] == "bowel_change;?")
    #expect(survey.people[5]["emergency_signs"] == "bowel_change;both_legs")
    let run = try await Self.run("warning_sign_with_own_words")
    #expect(run.rejects.contains("'since tuesday' is not one of the answers; those beside it count"))
    let hidden = try await Self.run("warning_sign_with_own_words") { $0.includesHealth = false }
    #expect(!hidden.rejects.contains("tuesday") && hidden.rejects.contains("an answer about health"))
  }

  @Test("is told of dates that a spreadsheet has made of answers; ranges are read")
  func dates() async throws {
    let survey = try ReadSurvey(Self.bytes("ranges_became_dates"), Self.pack.get())
    #expect(survey.answers("sitting_time") == ["", "9", "8", "8 to 10 h", "7", "7"])
    #expect(survey.unread == ["'07-Aug' looks like a date that a spreadsheet has made of an answer"])
    let run = try await Self.run("ranges_became_dates")
    #expect(run.rows[3]["undetermined"]?.contains("sitting-over-eight-hours") == true)
    #expect(run.rows[3]["found"]?.contains("sitting-over-an-hour-on-end") == true)
  }

  @Test("has no thousands that become ones")
  func thousands() async throws {
    let survey = try ReadSurvey(Self.bytes("thousands_separator"), Self.pack.get())
    #expect(survey.answers("activity_week") == ["160", "60", "300", "", ""])
    #expect(survey.unread == ["'1,200' may be 1.2 or 1200", "'2,000' may be 2 or 2000"])
    let run = try await Self.run("thousands_separator")
    #expect("\(run.summary)" == "rows 5 = scored 5 + rejected 0 + set aside 0; 2 cells left open")
    for row in run.rows.suffix(2) { #expect(row["found"]?.contains("little-activity") == false) }
  }

  @Test("is asked about hours under a question in minutes, and a mapping settles it")
  func hours() async throws {
    let run = try await Self.run("spell_in_hours")
    #expect(
      run.summary.problems.map(\.description) == [
        "team.csv:1: the column 'How long do you usually sit on end before you stand up, at the longest?' is read in minutes, "
          + "and holds 2, 1, 3, 1.5, 0.5: were hours meant?\n"
          + "  help: a mapping says which: sitting_spell,unit,h or sitting_spell,unit,min"
      ])
    for (unit, isFound) in [("h", true), ("min", false)] {
      let mapping = "question,option,wording\nsitting_spell,unit,\(unit)\n"
      let pack = try SurveyMapping(Array(mapping.utf8), file: "map.csv").applied(to: [Self.pack.get()])[0]
      let mapped = try await SurveyRun(Self.bytes("spell_in_hours"), packs: [pack])
      #expect(mapped.summary.problems == [])
      #expect(mapped.rows[2]["found"]?.contains("sitting-over-two-hours-on-end") == isFound)
    }
  }
}
