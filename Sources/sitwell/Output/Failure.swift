import ArgumentParser
import Ergonomics
import Files
import Forms
import Foundation
import Register
import Reports
import RulePacks
import Surveys

/// What stops a command, told to a person, with the exit code it ends in.
struct Failure: Error {
  let code: ExitCode
  let message: TerminalText

  static func usage(_ message: TerminalText) -> Failure { Failure(code: .usage, message: "error: " + message) }
  static func input(_ message: TerminalText) -> Failure { Failure(code: .input, message: "error: " + message) }

  /// Something in what was read.
  static func data(_ message: TerminalText) -> Failure { Failure(code: .problemsInData, message: "error: " + message) }

  static let interrupted = Failure(code: .interrupted, message: "interrupted: no file was left half written")

  /// - Parameter count: Of the people whose reports are whole.
  static func interruptedReports(_ count: Int, in folder: String) -> Failure {
    Failure(
      code: .interrupted,
      message: "\(interrupted.message); the reports of \(count) people are in '\(folder)'\n"
        + "  help: go on with --resume-reports")
  }

  static func isClosedPipe(_ error: any Error) -> Bool {
    switch error {
    case SurveyError.cannotWrite(errno: EPIPE), FileFailure.cannotWrite(_, errno: EPIPE): true
    default: false
    }
  }

  private init(code: ExitCode, message: TerminalText) { (self.code, self.message) = (code, message) }

  /// `nil` for what the argument parser has words for.
  init?(_ error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let refused as PackRefused:
      self.init(code: refused.isUnknownPack ? .usage : .problemsInData, problems: refused.problems)
    case let refused as AnswersFile.Refused: self.init(code: .problemsInData, problems: refused.problems)
    case let refused as FormRefused: self.init(code: .usage, problems: refused.problems)
    case let unusable as UnusableInput: self.init(code: .problemsInData, problems: unusable.problems)
    case SurveyError.refused(let problems): self.init(code: .problemsInData, problems: problems)
    case SurveyError.cannotRead(let errno): self = .input("cannot read: \(Self.words(errno))")
    case SurveyError.cannotWrite(let errno): self = .input("cannot write: \(Self.words(errno))")
    case let failure as FileFailure: self = .input(Self.words(failure))
    case let failure as RegisterFailure: self.init(failure)
    case is CancellationError: self = .interrupted
    default: return nil
    }
  }

  private init(code: ExitCode, problems: [Problem]) {
    let told = problems.prefix(Self.mostProblems).map { "error: \($0)" as TerminalText }.joined("\n")
    let more = problems.count - Self.mostProblems
    self.init(code: code, message: told + (more > 0 ? "\nerror: and \(more) more like these" : ""))
  }

  private static let mostProblems = 100

  /// What writes nothing over, or not by --force: what is there already is told with another way out.
  static func whereExists(_ help: TerminalText, _ body: () throws -> Void) throws {
    do {
      try body()
    } catch FileFailure.exists(let path) {
      throw input("'\(path)' exists\n  help: \(help)")
    }
  }

  private static func words(_ failure: FileFailure) -> TerminalText {
    switch failure {
    case .exists(let path): "'\(path)' exists\n  help: name another file, or overwrite it with --force"
    case .differs(let path):
      "'\(path)' exists, and holds something else\n"
        + "  help: go on with the same survey, packs, options and --date, or overwrite it with --force"
    case .isDirectory(let path): "'\(path)' is a folder\n  help: name a file"
    case .isNoFile(let path): "'\(path)' is no file, and no stream\n  help: name a file"
    case .isInput(let path):
      "'\(name(path))' is read by this command, so that it cannot be written too\n  help: name another file"
    case .isTwice(let path): "'\(name(path))' is named for two outputs\n  help: give each of them a file of its own"
    case .cannotWrite(let path, let errno): "cannot write '\(name(path))': \(words(errno))"
    }
  }

  private static func name(_ path: String) -> String { path == "-" ? "standard output" : path }

  private static func words(_ errno: Int32) -> String { String(cString: strerror(errno)) }
}

extension PackRefused {
  /// There is no such pack: nothing is wrong with what a pack says.
  var isUnknownPack: Bool { problems.contains { $0.code == .unknownPack } }
}
