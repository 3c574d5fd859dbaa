import Ergonomics
import TestSupport
import Testing

@testable import Surveys

@Suite("An answers file")
struct AnswersFileTests {
  private static let answers = Answers(
    id: "17",
    [
      "seat_type": .option("office_chair"), "lumbar_support": .declined, "sitting_time": .number(390),
      "desk_height": .number(735), "breaks": .options(["walk", "stretch"]), "has_pain": .option("no"),
    ])

  @Test(
    "means the same in JSON and XML, with numbers and lists as they come",
    arguments: [
      """
      {"id": 17, "seat_type": "office_chair", "lumbar_support": null, "sitting_time": 6.5, "desk_height": 7.35e1,
       "elbow_height": "", "breaks": ["Stretch", "walk"], "has_pain": false, "pain_areas": []}
      """,
      "\u{FEFF}[{\"id\":\"17\",\"seat_type\":\"Office\\u0020chair\",\"lumbar_support\":\"not_sure\","
        + "\"sitting_time\":\"6 h 30 min\",\"desk_height\":\"735 mm\",\"breaks\":\"walk; stretch\",\"has_pain\":\"no\"}]",
      """
      <?xml version="1.0"?>
      <answers xmlns="urn:sitwell:answers:1" id="17">
        <answer question="seat_type">office_chair</answer> <answer question="lumbar_support">-</answer>
        <answer question="sitting_time">6.5</answer> <answer question="desk_height"> 73,5 </answer>
        <answer question="breaks">walk;stretch</answer> <answer question="has_pain">No</answer>
        <answer question="elbow_height"/>
      </answers>
      """,
    ])
  func forms(text: String) throws {
    #expect(try AnswersFile(Array(text.utf8), file: "a", pack: .office).people == [Self.answers])
  }

  @Test("reads back what it wrote, however hostile")
  func roundTrip() throws {
    let note = Question(id: "note", section: "all", kind: .text, label: "Note", text: "Anything else?", help: "Tell.")
    let pack = Pack.small(questions: Pack.office.questions + [note])
    var other = Self.answers
    other.id = "<\"&\\\u{1}\n\u{1F600}>"
    other["note"] = .text("]]> \"quoted\" \\ \u{7F} é\u{301} </answer> 'x'")
    for people in [[Self.answers], [Self.answers, other, Answers()]] {
      let file = AnswersFile(people)
      let json = Array(file.json(pack).utf8)
      #expect(try AnswersFile(json, file: "a", pack: pack) == file)
    }
    other.id = "<\"&\\\n\u{1F600}>"
    let file = AnswersFile([Self.answers, other])
    #expect(try AnswersFile(file.xml(pack), file: "a", pack: pack) == file)
  }

  @Test("keeps what leaves several answers possible")
  func open() throws {
    let people = [
      Answers(id: "1", ["sitting_time": .range(420...480), "breaks": .atLeast(["walk", "stretch"])]),
      Answers(id: "2", ["sitting_time": .range(425...1440)]),
    ]
    let file = AnswersFile(people)
    let json = file.json(.office)
    #expect(json.contains(#""sitting_time": "7 to 8 h""#) && json.contains(#""breaks": ["walk", "stretch", "?"]"#))
    #expect(json.contains(#""sitting_time": "425 min to 24 h""#))
    #expect(try AnswersFile(Array(json.utf8), file: "a", pack: .office) == file)
    #expect(try AnswersFile(file.xml(.office), file: "a", pack: .office) == file)
  }

  @Test("is written to be read")
  func written() {
    let one = AnswersFile([Self.answers])
    #expect(
      one.json(.office) == """
        {
          "id": "17",
          "seat_type": "office_chair",
          "lumbar_support": null,
          "sitting_time": "6.5",
          "desk_height": "73.5",
          "breaks": ["walk", "stretch"],
          "has_pain": "no"
        }

        """)
    #expect(
      String(decoding: one.xml(.office).prefix(139), as: UTF8.self) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <answers xmlns="urn:sitwell:answers:1" id="17">
          <answer question="seat_type">office_chair</answer>
        """)
  }

  @Test("is refused with all that is wrong in it, each with its place")
  func problems() {
    #expect(
      Self.problems(
        """
        {
          "seat_tipe": "stool",
          "é": 1, "sitting_time": "6 kg",
          "breaks": ["walk", "no_breaks", "run"],
          "has_pain": 7
        }
        """) == [
          "me.json:2:3: unknown question 'seat_tipe'\n  help: did you mean 'seat_type'?",
          "me.json:3:3: unknown question 'é'\n  help: 'sitwell pack show small' lists the questions",
          "me.json:3:27: unknown unit 'kg' (sitting_time)\n  help: write the number in h or min",
          "me.json:4:35: 'run' is not one of the answers (breaks)\n"
            + "  help: use one of: walk, stand, stretch, no_breaks",
          "me.json:5:15: '7' is not one of the answers (has_pain)\n  help: use one of: yes, no",
        ])
    #expect(
      Self.problems(
        """
        <answers xmlns="urn:sitwell:answers:1">
          <answer question="seat_tipe">stool</answer>
          <answer question="breaks">walk;no_breaks</answer><answer>x</answer>
          <answr question="seat_type">stool</answr>
          <answer question="breaks">walk</answer>
        </answers>
        """) == [
          "me.json:2:3: unknown question 'seat_tipe'\n  help: did you mean 'seat_type'?",
          "me.json:3:3: 'No breaks' cannot be combined with other answers (breaks)\n"
            + "  help: give it alone, or leave it out",
          "me.json:3:52: the answer does not say to which question\n  help: write <answer question=\"…\">",
          "me.json:4:3: <answr> cannot stand in <answers>\n  help: write <answer>",
          "me.json:5:3: 'breaks' is answered a second time\n  help: keep one of the two",
        ])
  }

  @Test(
    "that is no JSON at all is refused where it goes wrong",
    arguments: [
      ("", "me.json: the file is empty\n  help: answers look like {\"seat_type\": \"…\"}"),
      ("yes", "me.json: the file is neither JSON nor XML\n  help: answers look like {\"seat_type\": \"…\"}"),
      ("{\"has_pain\": yes}", "me.json:1:14: 'yes' is no JSON value\n  help: put text in quotation marks"),
      ("{\n \"has_pain\": 01}", "me.json:2:14: '01' is no JSON value\n  help: put text in quotation marks"),
      (
        "{\"has_pain\": \"yes\"\n \"breaks\": []}",
        "me.json:2:2: a ',' or the end of the list is missing here\n  help: put a comma between two values"
      ),
      (
        "{\"has_pain\": \"yes\",}",
        "me.json:1:20: a name in quotation marks is missing here\n  help: write \"name\": value"
      ),
      (
        "{\"a\": \"x\n\"}",
        "me.json:1:9: a line break stands inside quotation marks here\n  help: close the quotation mark, or write \\n"
      ),
      ("{\"a\": \"x", "me.json:1:7: a quotation mark is not closed\n  help: close it"),
      ("{\"a\": \"\\x\"}", "me.json:1:8: this is no escape of JSON\n  help: write a backslash as \\\\"),
      ("{\"a\": \"\\ud83d\"}", "me.json:1:8: this is no escape of JSON\n  help: write a backslash as \\\\"),
      (
        "{\"a\": [1, 2",
        "me.json:1:12: a ',' or the end of the list is missing here\n  help: put a comma between two values"
      ),
      ("{\"a\":", "me.json:1:6: the text ends in the middle\n  help: close every bracket, brace and quotation mark"),
      ("{} x", "me.json:1:4: there is more text behind the end\n  help: remove what follows the last brace"),
      (
        "{\"has_pain\": 1, \"has_pain\": 0}",
        "me.json:1:17: 'has_pain' stands here a second time\n  help: keep one of the two"
      ),
      (
        "[{\"id\": 1}, {\"id\": \"1\"}]",
        "me.json:1:13: the id '1' stands here a second time\n  help: give each person an id of its own"
      ),
      ("[]", "me.json:1:1: the list is empty\n  help: put a person's answers in it"),
      ("[7]", "me.json:1:2: a person's answers stand in braces\n  help: write {\"question\": \"answer\"}"),
    ])
  func noJSON(text: String, problem: String) {
    #expect(Self.problems(text) == [problem])
  }

  @Test("is never taken down by depth, cut off text or odd bytes")
  func hostile() {
    #expect(Self.problems(String(repeating: "[", count: 100_000)).count == 1)
    let text = Array("{\"id\": \"\\u00e9\", \"breaks\": [\"walk\"], \"sitting_time\": -1.5e3}".utf8)
    for end in text.indices {
      #expect(throws: AnswersFile.Refused.self) { try AnswersFile(Array(text[..<end]), file: "", pack: .office) }
    }
    for place in text.indices {
      for byte in [0, 0x22, 0x5C, 0x7B, 0x80, 0xFF] as [UInt8] {
        var changed = text
        changed[place] = byte
        #expect(throws: AnswersFile.Refused.self) { try AnswersFile(changed + [0x78], file: "", pack: .office) }
      }
    }
    #expect(Self.problems("<!DOCTYPE a [<!ENTITY x \"y\">]><answers xmlns=\"urn:sitwell:answers:1\"/>").count == 1)
    #expect(
      Self.problems("<people/>") == [
        "me.json:1:1: <people> is not a file of answers\n  help: begin with <answers xmlns=\"urn:sitwell:answers:1\">"
      ])
  }

  private static func problems(_ text: String) -> [String] {
    do throws(AnswersFile.Refused) {
      _ = try AnswersFile(Array(text.utf8), file: "me.json", pack: .office)
      return []
    } catch {
      return error.problems.map(\.description)
    }
  }
}
