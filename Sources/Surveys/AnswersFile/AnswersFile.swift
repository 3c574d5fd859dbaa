import Ergonomics

/// The answers of one person, or of several, as a JSON or XML file holds them.
///
///     {"lumbar_support": "none", "sitting_time": "6 h", "pain_areas": ["lower_back"]}
///
///     <answers xmlns="urn:sitwell:answers:1" id="17"><answer question="lumbar_support">none</answer></answers>
///
/// Left out is unanswered; `null` in JSON and `-` in XML are declined.
package struct AnswersFile: Sendable, Hashable {
  /// A file that cannot be used, with all that is wrong in it, sorted.
  package struct Refused: Error, Sendable, Hashable {
    package let problems: [Problem]
  }

  package static let namespace = "urn:sitwell:answers:1"

  /// At least one.
  package let people: [Answers]

  /// Reads a file; its content, not its name, tells whether it is JSON or XML.
  package init(_ bytes: [UInt8], file: String, pack: Pack) throws(Refused) {
    var collector = AnswersCollector(file: file, pack: pack)
    switch FileContent(bytes) {
    case .json: collector.readJSON(bytes)
    case .xml: collector.readXML(bytes)
    case .table, .sealed:
      collector.add(
        .unreadableAnswers, nil, bytes.isEmpty ? "the file is empty" : "the file is neither JSON nor XML",
        help: "answers look like {\"\(pack.questions.first?.id ?? "question")\": \"…\"}")
    }
    people = try collector.finish()
  }
}

/// Gathers people and problems while a file is read.
struct AnswersCollector {
  typealias Position = (line: Int, column: Int)
  let file: String
  let pack: Pack
  private(set) var people: [Answers] = []
  private var problems: [Problem] = []
  private var ids: Set<String> = []
  /// Nobody reads more, and finding what was meant takes its time.
  private static let mostProblems = 500
  /// How often a question of the pack was named, and what is none.
  private var (known, unknown) = (0, 0)
  /// Something that is none is nearly one.
  private var isNear = false
  private var isFull: Bool { problems.count >= Self.mostProblems }

  init(file: String, pack: Pack) { (self.file, self.pack) = (file, pack) }

  mutating func add(_ code: Problem.Code, _ position: Position?, _ summary: String, help: String?) {
    if isFull { return }
    problems.append(
      Problem(
        code: code, place: .init(file: file, line: position?.line, column: position?.column), summary: summary,
        help: help))
  }

  /// The question of this name; `nil`, and a problem, if there is none.
  ///
  /// - Parameter named: By what names the person's questions were called before; a second answer is a problem.
  mutating func question(_ name: String, at position: Position?, _ named: inout [Question.ID: String]) -> Question? {
    if let question = pack.question(named: name) {
      if let earlier = named.updateValue(name, forKey: question.id) {
        let summary =
          earlier == name
          ? "'\(name)' is answered a second time" : "'\(earlier)' and '\(name)' are the same question, answered twice"
        add(.doubleAnswer, position, summary, help: "keep one of the two")
      }
      known += 1
      return question
    }
    unknown += 1
    if isFull { return nil }
    let near = pack.questions.flatMap(\.ids).nearest(to: name)
    isNear = isNear || near != nil
    add(
      .unknownQuestion, position, "unknown question '\(name)'",
      help: near.map { "did you mean '\($0)'?" } ?? "\(showing) lists the questions")
    return nil
  }

  /// Not each of its questions is a mistake, but the pack.
  private var ofAnotherPack: Problem {
    Problem(
      code: .unknownQuestion, place: .init(file: file),
      summary:
        "none of its \(unknown) answers is to a question of \(pack.joint.packs.map { "'\($0)'" }.joined(separator: " or "))",
      help: "name the pack that they answer with --pack; \(showing) lists the questions of this one")
  }

  /// The commands that list all questions.
  private var showing: String {
    pack.joint.packs.map { "'sitwell pack show \($0)'" }.joined(separator: " or ")
  }

  /// What a text answers to a question; `nil`, and perhaps a problem, if nothing.
  mutating func answer(_ text: String, to question: Question, at position: Position?) -> Answer? {
    switch question.answer(from: text, notSure: pack.notSure) {
    case .success(let answer): return answer
    case .failure(let mistake):
      add(.wrongAnswer, position, "\(mistake.summary) (\(question.id))", help: mistake.help)
      return nil
    }
  }

  mutating func add(_ answers: Answers, at position: Position?) {
    if let id = answers.id, !ids.insert(id).inserted {
      add(.doubleID, position, "the id '\(id)' stands here a second time", help: "give each person an id of its own")
    }
    people.append(answers)
  }

  func finish() throws(AnswersFile.Refused) -> [Answers] {
    if known == 0, unknown > 1, !isNear { throw AnswersFile.Refused(problems: [ofAnotherPack]) }
    if !problems.isEmpty { throw AnswersFile.Refused(problems: problems.sorted()) }
    return people
  }
}
