import Ergonomics
import Forms
import RulePacks

/// A pack as people read it: its questions with their answers, and its rules with what they add. As JSON for programs.
struct PackOverview {
  private let pack: Pack
  private let signer: PackSigner?
  private let vocabulary: Vocabulary

  init(pack: Pack, signer: PackSigner?) { (self.pack, self.signer, vocabulary) = (pack, signer, pack.vocabulary) }

  var text: String {
    (["\(pack.title) (\(pack.stamp))"] + [signer?.words, pack.summary].compactMap { $0 } + pack.attribution + [""]
      + pack.sections.flatMap { section in
        [section.title] + [section.about].compactMap { $0 }.map { "  \($0)" }
          + questions(of: section).flatMap { lines(of: $0) } + [""]
      } + ["Rules"] + pack.rules.flatMap { lines(of: $0) }).joined(separator: "\n") + "\n"
  }

  private func questions(of section: Section) -> [Question] { pack.questions.filter { $0.section == section.id } }

  private func lines(of question: Question) -> [String] {
    let asked = question.askWhen.map { "    asked when \($0.text(in: vocabulary))" }
    let answers: String
    switch question.kind {
    case .choice: answers = "one of"
    case .choices: answers = "any of"
    case .number(let range):
      answers = [range.bounds.lowerBound, range.bounds.upperBound].map { range.unit.text(ofBase: $0) }
        .joined(separator: " to ")
    case .text: answers = "words"
    }
    return ["  \(question.id)  \(question.text)", "    \(question.help)"] + [asked].compactMap { $0 }
      + ["    \(answers)\(question.isSensitive ? " (health)" : "")"]
      + question.options.map { "      \($0.id)  \($0.text)\($0.isAlone ? " (alone)" : "")" }
  }

  private func lines(of rule: Rule) -> [String] {
    let adds = rule.adds.map { "\($0.points) to \($0.score)" }.joined(separator: ", ")
    let applies = rule.applies.map { "    applies \($0.text(in: vocabulary))" }
    return ["  \(rule.id)  \(rule.title)\(adds.isEmpty ? "" : " (\(adds))")"] + [applies].compactMap { $0 }
      + ["    when \(rule.when.text(in: vocabulary))"]
  }
}

extension PackOverview {
  var json: String {
    let document: JSONValue = [
      "id": .text(pack.id), "version": .text(pack.version), "stamp": .text(pack.stamp),
      "language": .text(pack.language), "title": .text(pack.title), "notSure": .text(pack.notSure),
      "summary": pack.summary.map(JSONValue.text), "attribution": texts(pack.attribution),
      "signer": signer.map {
        [
          "key": .text($0.keyID), "publicKey": $0.key.map { .text($0.line) }, "comment": .text($0.comment),
          "known": .flag($0.isKnown),
        ]
      },
      "sections": .list(pack.sections.map { value(of: $0) }), "rules": .list(pack.rules.map { value(of: $0) }),
    ]
    return String(decoding: document.bytes, as: UTF8.self)
  }

  /// `nil` where there are none.
  private func texts(_ texts: [String]) -> JSONValue? { texts.isEmpty ? nil : .texts(texts) }

  private func value(of section: Section) -> JSONValue {
    [
      "id": .text(section.id), "title": .text(section.title), "about": section.about.map(JSONValue.text),
      "questions": .list(questions(of: section).map { value(of: $0) }),
    ]
  }

  private func value(of question: Question) -> JSONValue {
    let kind: JSONValue
    var more: [(String, JSONValue?)] = []
    switch question.kind {
    case .choice: kind = question.isYesNo ? "yes-no" : "choice"
    case .choices: kind = "choices"
    case .number(let range):
      kind = "number"
      let ends = [range.bounds.lowerBound, range.bounds.upperBound].map { JSONValue.text(range.unit.text(ofBase: $0)) }
      more = [("unit", .text(range.unit.rawValue)), ("min", ends[0]), ("max", ends[1])]
    case .text: kind = "text"
    }
    if !question.options.isEmpty { more.append(("options", .list(question.options.map { value(of: $0) }))) }
    let head: JSONValue = [
      "id": .text(question.id), "kind": kind, "label": .text(question.label), "text": .text(question.text),
      "help": .text(question.help), "health": .flag(question.isSensitive),
      "askedWhen": question.askWhen.map { .text($0.text(in: vocabulary)) }, "aliases": texts(question.aliases),
    ]
    return head.adding(more)
  }

  private func value(of option: AnswerOption) -> JSONValue {
    [
      "id": .text(option.id), "text": .text(option.text), "aliases": texts(option.aliases),
      "alone": option.isAlone ? true : nil, "points": option.points == 0 ? nil : .whole(option.points),
    ]
  }

  private func value(of rule: Rule) -> JSONValue {
    let adds = rule.adds.map { ["score": .text($0.score), "points": .whole($0.points)] as JSONValue }
    return [
      "id": .text(rule.id), "title": .text(rule.title), "applies": rule.applies.map { .text($0.text(in: vocabulary)) },
      "when": .text(rule.when.text(in: vocabulary)), "adds": adds.isEmpty ? nil : .list(adds),
    ]
  }
}
