import Ergonomics

/// Finds the questions that packs have in common when they are used together.
struct SharedQuestions {
  private let packs: [Pack]
  private var problems: [Problem] = []

  /// The packs in the same order, a question of several having one id in all of them: that of the pack it is the same as.
  /// In each it is found by all ids and wordings it has in any.
  ///
  /// - Throws: `PackRefused` if a pack is named twice, or something has the same id and is not the same.
  static func resolve(_ packs: [Pack]) throws(PackRefused) -> [Pack] {
    var shared = SharedQuestions(packs: packs)
    let resolved = shared.resolved()
    guard shared.problems.isEmpty else { throw PackRefused(problems: shared.problems) }
    return resolved
  }

  private init(packs: [Pack]) { self.packs = packs }

  private mutating func resolved() -> [Pack] {
    for (place, pack) in packs.enumerated() where packs[..<place].contains(where: { $0.id == pack.id }) {
      problems.append(.packNamedTwice(pack.id))
    }
    if !problems.isEmpty { return packs }
    let renamed = packs.map { $0.renaming(names(in: $0)) }
    for (place, pack) in renamed.enumerated() {
      for earlier in renamed[..<place] { checkClashes(of: pack, with: earlier) }
    }
    return findable(renamed)
  }

  /// A name that leads to two questions leads to neither of them but where it is their own.
  ///
  /// - Parameter renamed: The packs with the ids that their questions have together.
  private func findable(_ renamed: [Pack]) -> [Pack] {
    let all = zip(packs, renamed).flatMap { zip($0.questions, $1.questions.map(\.id)) }
    let same = Dictionary(grouping: all, by: \.1).mapValues { $0.map(\.0) }
    var meanings: [String: Set<Question.ID>] = [:]
    for (question, id) in all {
      for name in [question.id, question.text] + question.aliases { meanings[name, default: []].insert(id) }
    }
    return renamed.map { pack in
      pack.with(
        questions: pack.questions.map { question in
          guard let others = same[question.id], others.count > 1 else { return question }
          return question.findable(as: others) { meanings[$0]?.count == 1 }
        })
    }
  }

  /// The ids that questions of a pack get from the packs they are the same as.
  private mutating func names(in pack: Pack) -> [Question.ID: Question.ID] {
    var (names, taken) = ([Question.ID: Question.ID](), Set(pack.questions.filter { $0.sameAs == nil }.map(\.id)))
    for question in pack.questions {
      guard let name = name(of: question, in: pack) else { continue }
      if !taken.insert(name).inserted { problems.append(.sharedTwice(question.id, name, in: pack.id)) }
      if name != question.id { names[question.id] = name }
    }
    return names
  }

  /// Follows `same-as` through the packs that are here; `nil` for a question that is not shared with any of them.
  private mutating func name(of question: Question, in pack: Pack) -> Question.ID? {
    var (name, next, seen) = (Question.ID?.none, question.sameAs, [pack.id])
    while let elsewhere = next, !seen.contains(elsewhere.pack),
      let other = packs.first(where: { $0.id == elsewhere.pack })
    {
      guard let found = other.question(elsewhere.question) else {
        problems.append(.unknownSameAs(elsewhere, of: question.id, in: pack.id, known: other.questions.map(\.id)))
        return nil
      }
      (name, next) = (found.id, found.sameAs)
      seen.append(other.id)
    }
    return name
  }

  private mutating func checkClashes(of pack: Pack, with earlier: Pack) {
    for question in pack.questions {
      guard let other = earlier.question(question.id), let difference = question.difference(from: other) else {
        continue
      }
      problems.append(.sharedDiffers(question.id, difference, in: pack.id, and: earlier.id))
    }
    let names = pack.namesDecidingWhatIsAsked.union(earlier.namesDecidingWhatIsAsked)
    for measure in pack.measures where names.contains(measure.id) {
      guard let other = earlier.measures.first(where: { $0.id == measure.id }), other != measure else { continue }
      problems.append(.sharedDiffers(measure.id, "formulas", in: pack.id, and: earlier.id))
    }
    for table in pack.tables where names.contains(table.id) {
      guard let other = earlier.tables.first(where: { $0.id == table.id }), other != table else { continue }
      problems.append(.sharedDiffers(table.id, "cells", in: pack.id, and: earlier.id))
    }
  }
}

extension Pack {
  /// The only measures and tables that are read of several packs together.
  fileprivate var namesDecidingWhatIsAsked: Set<String> {
    var (names, waiting) = (Set<String>(), questions.compactMap(\.askWhen).flatMap(\.names))
    while let name = waiting.popLast() {
      guard names.insert(name).inserted else { continue }
      waiting += measures.first { $0.id == name }?.formula.names ?? []
    }
    return names
  }
}

extension Question {
  /// In what an answer to this question would not be one to the other; `nil` if it would.
  fileprivate func difference(from other: Question) -> String? {
    if isSensitive != other.isSensitive { return "health settings" }
    switch (kind, other.kind) {
    case (.choice(let own), .choice(let others)), (.choices(let own), .choices(let others)):
      return own.map(\.id) == others.map(\.id) && own.map(\.isAlone) == others.map(\.isAlone) ? nil : "options"
    case (.number(let own), .number(let others)):
      return own.unit == others.unit && own.bounds == others.bounds ? nil : "units or bounds"
    case (.text, .text): return nil
    default: return "kinds"
    }
  }
}

extension Question.Elsewhere {
  /// From `pack/question`.
  init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else { return nil }
    self.init(pack: parts[0], question: parts[1])
  }
}
