import Ergonomics

/// What is written differently in two states of a pack, thing by thing.
package struct PackChanges: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case pack, score, question, measure, table, rule, correction, exercise, relief
    case careCard = "care card"
    case source
  }

  package struct Change: Sendable, Hashable {
    package let kind: Kind
    package let id: String
    /// `nil` where the thing as a whole is new or gone.
    package let part: String?
    /// `nil` where there was nothing.
    package let before: String?
    package let after: String?
  }

  package let changes: [Change]
  /// Of rules whose condition, or something that it reads, is another.
  package let rules: [Rule.ID]
  /// Something is written differently, and both have the same version.
  package let isVersionKept: Bool

  package init(from before: Pack, to after: Pack) {
    let (old, new) = (before.facets, after.facets)
    changes = Kind.allCases.flatMap { kind in Self.changes(kind, old[kind] ?? [], new[kind] ?? []) }
    isVersionKept = !changes.isEmpty && before.id == after.id && before.version == after.version
    let oldReads = before.readings
    let newReads = after.readings
    let ids = after.rules.map(\.id) + before.rules.map(\.id).filter { after.rule($0) == nil }
    rules = ids.filter { oldReads[$0] != newReads[$0] }
  }

  private static func changes(_ kind: Kind, _ before: [Facets], _ after: [Facets]) -> [Change] {
    let old = Dictionary(before.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let kept = Set(after.map(\.id))
    let gone = before.filter { !kept.contains($0.id) }.map {
      Change(kind: kind, id: $0.id, part: nil, before: $0.title, after: nil)
    }
    return after.flatMap { item -> [Change] in
      guard let other = old[item.id] else {
        return [Change(kind: kind, id: item.id, part: nil, before: nil, after: item.title)]
      }
      let parts = (item.parts.map(\.name) + other.parts.map(\.name)).withoutDoubles
      return parts.compactMap { part in
        let (was, now) = (other[part], item[part])
        return was == now ? nil : Change(kind: kind, id: item.id, part: part, before: was, after: now)
      }
    } + gone
  }
}

/// What a thing of a pack says, part by part.
struct Facets {
  let id: String
  let title: String
  let parts: [(name: String, text: String)]

  init(_ id: String, _ title: String, _ parts: [(String, String?)]) {
    (self.id, self.title) = (id, title)
    self.parts = parts.compactMap { name, text in text.flatMap { $0.isEmpty ? nil : (name, $0) } }
  }

  subscript(name: String) -> String? {
    let texts = parts.filter { $0.name == name }.map(\.text)
    return texts.isEmpty ? nil : texts.joined(separator: "; ")
  }
}

/// All that decides of whom a rule is found.
private struct RuleReading: Equatable {
  struct Asked: Equatable {
    let id: Question.ID
    let kind: Question.Kind
    let askWhen: Condition?
  }

  let conditions: [Condition?]
  let asked: [Asked]
  let measures: [Measure]
  let tables: [LookupTable]

  init(_ place: Int, _ program: RuleProgram) {
    let (pack, rule) = (program.pack, program.pack.rules[place])
    conditions = [rule.applies, rule.when]
    let questions = program.questionsDeciding(program.rules[place].holds).map { pack.questions[$0] }
    let formulas = (conditions.compactMap { $0 } + questions.compactMap(\.askWhen)).flatMap(\.formulas)
    let parts = pack.parts(of: formulas)
    asked = questions.map { question in
      let kind = question.kind.withoutWords(keepingPoints: parts.contains(.points(question.id)))
      return Asked(id: question.id, kind: kind, askWhen: question.askWhen)
    }
    self.measures = pack.measures.filter { parts.contains(.measure($0.id)) }
    tables = pack.tables.filter { parts.contains(.table($0.id)) }
  }
}

extension Question.Kind {
  /// Options without their wordings, and without points where none are read.
  fileprivate func withoutWords(keepingPoints: Bool) -> Question.Kind {
    func bare(_ options: [AnswerOption]) -> [AnswerOption] {
      options.map { AnswerOption(id: $0.id, text: "", points: keepingPoints ? $0.points : 0, isAlone: $0.isAlone) }
    }
    switch self {
    case .choice(let options): return .choice(bare(options))
    case .choices(let options): return .choices(bare(options))
    case .number(let range): return .number(NumberRange(unit: .times, bounds: range.bounds))
    case .text: return .text
    }
  }
}

extension Pack {
  fileprivate var readings: [Rule.ID: RuleReading] {
    let program = RuleProgram(self)
    return Dictionary(
      rules.indices.map { (rules[$0].id, RuleReading($0, program)) }, uniquingKeysWith: { first, _ in first })
  }
}
