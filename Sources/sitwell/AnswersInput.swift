import Ergonomics
import Foundation
import Surveys

/// A file named on the command line, or standard input.
struct InputFile {
  let path: String
  /// As problems name it.
  var name: String { path == "-" ? "standard input" : path }

  func open() throws -> FileHandle {
    if path == "-" { return .standardInput }
    do {
      return try FileHandle(forReadingFrom: URL(filePath: path))
    } catch {
      throw Failure.input("cannot read '\(path.printable)': \(String(cString: strerror(errno)))")
    }
  }

  func bytes() throws -> [UInt8] {
    do {
      return Array(try open().readToEnd() ?? Data())
    } catch let error where !(error is Failure) {
      throw Failure.input("cannot read '\(path.printable)': \(String(cString: strerror(errno)))")
    }
  }
}

/// One person's answers out of an answers file (JSON, XML) or a survey (CSV); the content tells which it is.
struct AnswersInput {
  let path: String

  /// The one with this id, or the only one there is. What cannot be understood in a survey is said, and left open.
  func person(_ id: String? = nil, for pack: Pack) throws -> Answers {
    let file = InputFile(path: path)
    let handle = try file.open()
    guard path != "-", try Self.isSurvey(handle) else {
      return try choose(id, among: AnswersFile(file.bytes(), file: file.name, pack: pack).people)
    }
    var (people, ids) = ([SurveyPeople.Person](), [String]())
    try withExtendedLifetime(handle) {
      try SurveyPeople(pack, file: file.name).forEach(in: handle.fileDescriptor) { person in
        ids.append(person.answers.id ?? "")
        if id == nil || person.answers.id == id { people.append(person) }
        return id == nil ? people.count < 2 : people.isEmpty
      }
    }
    if people.isEmpty, let id { throw nobody(id, among: ids) }
    guard people.count == 1 else { throw Failure.usage("\(quoted) holds several people\n  help: choose one with --id") }
    for problem in people[0].problems { Console.err("warning: \(problem)\n") }
    return people[0].answers
  }

  /// Whether it holds rows of people; standard input holds answers.
  var isSurvey: Bool { get throws { path == "-" ? false : try Self.isSurvey(InputFile(path: path).open()) } }

  /// Neither JSON nor XML. Reads from the start and goes back there.
  private static func isSurvey(_ handle: FileHandle) throws -> Bool {
    let start = try handle.read(upToCount: 4096) ?? Data()
    try handle.seek(toOffset: 0)
    guard let first = start.first(where: { !" \t\r\n\u{FEFF}".utf8.contains($0) }) else { return false }
    return !"{[<".utf8.contains(first)
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
    return .usage("\(quoted) holds nobody with the id '\(id.printable)'\n  help: \(help)")
  }

  private var quoted: String { "'\(InputFile(path: path).name.printable)'" }
}
