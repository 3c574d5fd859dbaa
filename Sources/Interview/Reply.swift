internal import Ergonomics

/// What a line typed at a question means.
enum Reply: Equatable {
  case answer(Answer)
  case skip
  case back
  case why
  case stop
  case nothing
  case mistake(summary: String, help: String)

  /// What is never an answer but an order.
  static let commands: Set = ["b", "back", "?", "why", "help", "s", "skip", "q", "quit"]

  /// The numbers of the options are tried first, then words: an option's text, a number with its unit.
  init(_ line: String, to question: Question, pack: Pack) {
    let text = line.trimmed
    switch text.lowercased() {
    case "": self = .nothing
    case "b", "back": self = .back
    case "?", "why", "help": self = .why
    case "s", "skip": self = .skip
    case "q", "quit": self = .stop
    default: self = Reply(answering: text, to: question, pack: pack)
    }
  }

  private init(answering text: String, to question: Question, pack: Pack) {
    if case .text = question.kind {
      self = .answer(.text(text))
      return
    }
    let numbers = text.split { " ,;".contains($0) }.map { Int($0) }
    let isMultiple = if case .choices = question.kind { true } else { false }
    if !question.options.isEmpty, numbers.allSatisfy({ $0 != nil }), isMultiple || numbers.count == 1 {
      self = Reply(numbers: numbers.compactMap { $0 }, to: question, pack: pack)
      return
    }
    switch question.answer(from: text, notSure: pack.notSure) {
    case .success(let answer): self = answer.map { .answer($0) } ?? .nothing
    case .failure(let mistake):
      self = .mistake(summary: mistake.summary.printable.asSentence, help: mistake.help.asSentence)
    }
  }

  private init(numbers: [Int], to question: Question, pack: Pack) {
    let options = question.options
    if let wrong = numbers.first(where: { !options.indices.contains($0 - 1) && $0 != options.count + 1 }) {
      self = .mistake(
        summary: "There is no answer \(wrong).",
        help: "Type a number from 1 to \(options.count + 1), for example 2.")
      return
    }
    if numbers.contains(options.count + 1) {
      self =
        numbers.count == 1
        ? .answer(.declined)
        : .mistake(summary: "\"\(pack.notSure)\" goes with no other answer.", help: "Type it alone, or leave it out.")
      return
    }
    let chosen = numbers.map { options[$0 - 1].id }.joined(separator: ";")
    self = Reply(answering: chosen, to: question, pack: pack)
  }
}

extension String {
  /// With a capital, and a full stop unless it ends in a mark of its own.
  fileprivate var asSentence: String {
    prefix(1).uppercased() + dropFirst() + (last.map { ".?!".contains($0) } ?? true ? "" : ".")
  }

  /// Wraps a text whose first `indent` columns are a label; further lines begin under the text.
  func hanging(to width: Int, indent: Int) -> String {
    String(prefix(indent))
      + String(dropFirst(indent)).wrapped(to: width - indent).split(separator: "\n")
      .joined(separator: "\n" + String(repeating: " ", count: indent))
  }
}
