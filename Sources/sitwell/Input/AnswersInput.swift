import Ergonomics
import Foundation
import Surveys
import Synchronization

/// One person's answers out of an answers file (JSON, XML) or survey files (CSV); the content tells which it is.
struct AnswersInput {
  let files: SurveyFiles

  init(files: SurveyFiles) { self.files = files }

  /// - Parameter path: Of one file, read as usual.
  init(path: String) { files = SurveyFiles(files: [InputFile(path: path)], options: SurveyOptions(file: "")) }

  /// The one with this id, or the only one there is. What cannot be understood in a survey is said, and left open.
  func person(
    _ id: String? = nil, for packs: [Pack], rejects: RejectsOutput = RejectsOutput(path: nil, force: false)
  ) async throws -> Answers {
    for file in files.files { try file.refuseOwn() }
    guard try isSurvey || id != nil && isManyPeople else {
      return try choose(id, among: answersFile(for: packs.questionnaire))
    }
    let found = Mutex((people: [SurveyPerson](), count: 0, ids: [String]()))
    let files = files
    _ = try await rejects.write { rejects in
      try await files.read(packs) { file in
        try await SurveyPeople(packs, file.options).read(file.descriptor, after: file.start, rejects: rejects) { part in
          found.withLock { found in
            found.count += part.people.count
            found.ids += part.people.prefix(Self.mostNamed - min(found.ids.count, Self.mostNamed)).compactMap(
              \.answers.id)
            let wanted = part.people.filter { id == nil || $0.answers.id == id }
            found.people += wanted.prefix(2 - min(found.people.count, 2))
          }
        }
      }
    }
    let (people, ids) = found.withLock { ($0.people, $0.ids) }
    if people.isEmpty, let id { throw nobody(id, among: ids) }
    guard people.count == 1 else { throw Failure.usage("\(quoted) holds several people\n  help: choose one with --id") }
    let hidden = files.options.hidesHealth ? packs.map { RuleProgram($0) } : []
    for answer in people[0].misread where !hidden.contains(where: { $0.isAboutHealth(answer.question) }) {
      Console.err("warning: \(answer.problem)\n")
    }
    return people[0].answers
  }

  /// Of so many ids one can be named that was meant.
  private static let mostNamed = 10_000

  /// Whether they hold rows of people.
  var isSurvey: Bool {
    get throws {
      if files.files.count > 1 { return true }
      let file = files.files[0]
      return try Self.isSurvey(file.start(of: file.open()))
    }
  }

  /// A survey in JSON or XML, from which somebody is chosen: read as every survey is, one by one, however many they are.
  private var isManyPeople: Bool {
    get throws {
      let file = files.files[0]
      return try FileContent.isManyPeople(file.start(of: file.open()))
    }
  }

  /// Whether it is a file of answers of more than one person, which is read as a survey too. Standard input is not looked
  /// at: it can be read once only. What is too large for one person is of more.
  func holdsSeveral(_ packs: [Pack]) throws -> Bool {
    guard files.files.count == 1, !files.files[0].isStream, try isManyPeople else { return false }
    return (try? answersFile(for: packs.questionnaire).count) != 1
  }

  /// Neither JSON nor XML.
  private static func isSurvey(_ start: [UInt8]) -> Bool {
    switch FileContent(start) {
    case .table: !start.isEmpty
    case .sealed: true
    case .json, .xml: false
    }
  }

  private func answersFile(for pack: Pack) throws -> [Answers] {
    let file = files.files[0]
    let handle = try file.open()
    let bytes = try file.bytes(of: handle)
    return try AnswersFile(bytes, file: file.name, pack: pack).people
  }

  private func choose(_ id: String?, among people: [Answers]) throws -> Answers {
    if let id {
      if let person = people.first(where: { $0.id == id }) { return person }
      throw nobody(id, among: people.compactMap(\.id))
    }
    guard people.count == 1 else {
      throw Failure.usage("\(quoted) holds \(people.count) people\n  help: choose one with --id")
    }
    return people[0]
  }

  private func nobody(_ id: String, among ids: [String]) -> Failure {
    let help = ids.nearest(to: id).map { "did you mean '\($0.printable)'?" } ?? "give an id that is in it"
    return .usage("\(quoted) holds nobody with the id '\(id)'\n  help: \(help)")
  }

  private var quoted: String { files.files.map { "'\($0.name.printable)'" }.joined(separator: ", ") }
}

extension RuleProgram {
  /// Even where an answer about health is misread would tell of its row.
  func isAboutHealth(_ question: Question.ID) -> Bool {
    questions.firstIndex { $0.id == question }.map { isAboutHealth[$0] } ?? false
  }
}
