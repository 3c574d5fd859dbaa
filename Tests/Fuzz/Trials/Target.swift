import Foundation
import TestSupport

/// What reads foreign text.
package enum Target: String, CaseIterable, Sendable {
  case conditions, answers, sessions, mapping, packs, surveys

  /// - Throws: `Broken`, or an error that is none of the ordinary ones, where an input breaks a promise.
  package func hold(_ input: [UInt8]) throws {
    switch self {
    case .conditions: try Trial.conditions(input)
    case .answers: try Trial.answers(input)
    case .sessions: try Trial.sessions(input)
    case .mapping: try Trial.mapping(input)
    case .packs: try Trial.packs(input)
    case .surveys: try SurveyTrial(input).hold()
    }
  }

  /// Inputs in the tree: where fuzzing begins, and what it found once.
  package var corpus: String { Fixtures.repository.appending(path: "Tests/Fuzz/corpus/\(rawValue)").path }

  /// The files at a path, each with its name.
  package static func inputs(_ path: String) -> [(name: String, bytes: [UInt8])] {
    let files = FileManager.default.subpaths(atPath: path)?.sorted().map { "\(path)/\($0)" } ?? [path]
    return files.filter { FileManager.default.contents(atPath: $0) != nil }.map { file in
      (file, FileManager.default.contents(atPath: file).map(Array.init) ?? [])
    }
  }
}

/// A promise that does not hold.
package struct Broken: Error, CustomStringConvertible {
  package let description: String

  init(_ words: String) { description = words }
}

func demand(_ isTrue: Bool, _ words: @autoclosure () -> String) throws {
  if !isTrue { throw Broken(words()) }
}
