import Ergonomics
import Foundation
import Surveys

/// A file named on the command line, or standard input.
struct InputFile {
  let path: String
  /// As problems name it.
  var name: String { path == "-" ? "standard input" : path }

  /// What can be read once only: standard input, a pipe.
  var isStream: Bool {
    var status = stat()
    if path == "-" { return true }
    return stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
  }

  func open() throws -> FileHandle {
    if path == "-" { return .standardInput }
    do {
      return try FileHandle(forReadingFrom: URL(filePath: path))
    } catch {
      throw Failure.input("cannot read '\(path)': \(String(cString: strerror(errno)))")
    }
  }

  func bytes() throws -> [UInt8] { try read { try open().readToEnd() } }

  /// What comes next in an open file.
  func bytes(of handle: FileHandle) throws -> [UInt8] { try read { try handle.readToEnd() } }

  /// The first bytes of a file that was opened just now. Those of standard input are the same however often they are asked
  /// for: whoever reads on must begin with them.
  func start(of handle: FileHandle) throws -> [UInt8] {
    try read { try path == "-" ? Self.startOfStandardInput.get() : handle.read(upToCount: Self.startSize) }
  }

  private static let startSize = 4096
  private static let startOfStandardInput = Result { try FileHandle.standardInput.read(upToCount: startSize) }

  private func read(_ body: () throws -> Data?) throws -> [UInt8] {
    do {
      return Array(try body() ?? Data())
    } catch let error where !(error is Failure) {
      throw Failure.input("cannot read '\(path)': \(String(cString: strerror(errno)))")
    }
  }
}

/// One person's answers out of an answers file (JSON, XML) or a survey (CSV); the content tells which it is.
struct AnswersInput {
  let path: String

  /// The one with this id, or the only one there is. What cannot be understood in a survey is said, and left open.
  ///
  /// - Parameter hidesHealth: Nothing is said of an answer about health.
  func person(_ id: String? = nil, for pack: Pack, hidesHealth: Bool = false) throws -> Answers {
    let file = InputFile(path: path)
    let handle = try file.open()
    let start = try file.start(of: handle)
    guard Self.isSurvey(start) else {
      let bytes = start + (try file.bytes(of: handle))
      return try choose(id, among: AnswersFile(bytes, file: file.name, pack: pack).people)
    }
    var (people, ids) = ([SurveyPeople.Person](), [String]())
    try withExtendedLifetime(handle) {
      try SurveyPeople(pack, file: file.name).forEach(in: handle.fileDescriptor, after: start) { person in
        ids.append(person.answers.id ?? "")
        if id == nil || person.answers.id == id { people.append(person) }
        return id == nil ? people.count < 2 : people.isEmpty
      }
    }
    if people.isEmpty, let id { throw nobody(id, among: ids) }
    guard people.count == 1 else { throw Failure.usage("\(quoted) holds several people\n  help: choose one with --id") }
    let hiding = hidesHealth ? Program(pack) : nil
    for answer in people[0].misread where hiding?.isAboutHealth(answer.question) != true {
      Console.err("warning: \(answer.problem)\n")
    }
    return people[0].answers
  }

  /// Whether it holds rows of people.
  var isSurvey: Bool {
    get throws {
      let file = InputFile(path: path)
      return try Self.isSurvey(file.start(of: file.open()))
    }
  }

  /// Neither JSON nor XML.
  private static func isSurvey(_ start: [UInt8]) -> Bool {
    guard case .table = FileContent(start) else { return false }
    return !start.isEmpty
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

  private var quoted: String { "'\(InputFile(path: path).name.printable)'" }
}
