import Ergonomics
import Surveys
import TestSupport
import Testing

@Suite("Saved answers")
struct SavedAnswersTests {
  private static let pack = Pack.small(questions: [.choice("a", ["x", "y"]), .number("b", 0...60), .yesNo("c")])
  private static let answers = Answers(["a": .option("y"), "b": .number(30), "c": .declined])

  @Test("are an answers file with the stamp of the pack")
  func writing() throws {
    let bytes = SavedAnswers.bytes(Self.answers, to: Self.pack)
    #expect(
      String(decoding: bytes, as: UTF8.self) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <answers xmlns="urn:sitwell:answers:1" pack="small" version="1.0.0" hash="0123abcd">
          <answer question="a">y</answer>
          <answer question="b">30</answer>
          <answer question="c">-</answer>
        </answers>

        """)
    #expect(try AnswersFile(bytes, file: "saved.xml", pack: Self.pack).people == [Self.answers])
  }

  @Test("read back as they were")
  func reading() throws {
    let saved = try #require(SavedAnswers(SavedAnswers.bytes(Self.answers, to: Self.pack)))
    #expect(saved.packs == JointPackID(["small"]))
    #expect((saved.packVersion, saved.packHash, saved.count) == ("1.0.0", "0123abcd", 3))
    #expect(saved.answers(to: Self.pack) == Self.answers)
  }

  @Test("tell of each pack that they were given to")
  func severalPacks() throws {
    let packs = ["one", "two-b"].map { id in
      Pack(
        id: id, version: "1.0.0", hash: "0123abcd", title: id, notSure: "-", scores: [.load], sections: [],
        questions: [.yesNo(id)], rules: [])
    }
    let saved = try #require(SavedAnswers(SavedAnswers.bytes(Answers(), to: packs.questionnaire)))
    #expect(saved.packs == packs.questionnaire.joint && saved.packs.packs == ["one", "two-b"])
  }

  @Test("lose only what another version of the pack no longer asks or accepts")
  func otherVersion() throws {
    let saved = try #require(SavedAnswers(SavedAnswers.bytes(Self.answers, to: Self.pack)))
    let other = Pack.small(questions: [.choice("a", ["x", "z"]), .number("b", 0...60), .yesNo("d")])
    #expect(saved.answers(to: other) == Answers(["b": .number(30)]))
  }

  @Test(
    "are not read from anything else",
    arguments: ["", "{}", "<answers/>", "<answers xmlns=\"urn:sitwell:answers:1\"/>", "<a"])
  func refused(text: String) { #expect(SavedAnswers(Array(text.utf8)) == nil) }
}
