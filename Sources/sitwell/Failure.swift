import ArgumentParser
import Ergonomics
import Foundation
import Reports
import RulePacks
import Surveys

/// What stops a command, told to a person, with the exit code it ends in.
struct Failure: Error {
  let code: ExitCode
  let message: String

  static func usage(_ message: String) -> Failure { Failure(code: .usage, message: "error: " + message) }
  static func input(_ message: String) -> Failure { Failure(code: .input, message: "error: " + message) }

  static let interrupted = Failure(code: .interrupted, message: "interrupted: no file was left half written")

  private init(code: ExitCode, message: String) { (self.code, self.message) = (code, message) }

  /// `nil` for what the argument parser has words for.
  init?(_ error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let refused as PackRefused:
      let isUnknown = refused.problems.contains { $0.code.rawValue == "unknown-pack" }
      self.init(code: isUnknown ? .usage : .problemsInData, problems: refused.problems)
    case let refused as AnswersFile.Refused: self.init(code: .problemsInData, problems: refused.problems)
    case let unusable as UnusableInput: self.init(code: .problemsInData, problems: unusable.problems)
    case SurveyError.refused(let problems): self.init(code: .problemsInData, problems: problems)
    case SurveyError.cannotRead(let errno): self = .input("cannot read: \(Self.words(errno))")
    case SurveyError.cannotWrite(let errno): self = .input("cannot write: \(Self.words(errno))")
    case let failure as AtomicFile.Failure: self = .input(Self.words(failure))
    case is CancellationError: self = .interrupted
    default: return nil
    }
  }

  private init(code: ExitCode, problems: [Problem]) {
    self.init(code: code, message: problems.map { "error: \($0)" }.joined(separator: "\n"))
  }

  private static func words(_ failure: AtomicFile.Failure) -> String {
    switch failure {
    case .exists(let path): "'\(path.printable)' exists\n  help: name another file, or overwrite it with --force"
    case .isDirectory(let path): "'\(path.printable)' is a folder\n  help: name a file"
    case .cannotWrite(let path, let errno): "cannot write '\(path.printable)': \(words(errno))"
    }
  }

  private static func words(_ errno: Int32) -> String { String(cString: strerror(errno)) }
}
