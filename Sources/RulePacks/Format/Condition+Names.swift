import Ergonomics

extension Condition {
  /// The questions, measures and tables it names itself.
  var names: Set<String> {
    Set(
      atoms.flatMap { atom -> [String] in
        switch atom {
        case .isOneOf(let question, _), .hasAny(let question, _): [question]
        case .isWithin(let formula, _): Array(formula.names)
        case .all, .any, .not, .atLeast: []
        }
      })
  }

  /// The formulas it compares.
  var comparedFormulas: [Formula] {
    atoms.compactMap { if case .isWithin(let formula, _) = $0 { formula } else { nil } }
  }
}

extension Formula {
  /// The questions, measures and tables it names itself.
  var names: Set<String> {
    Set(
      parts.compactMap { part -> String? in
        switch part {
        case .answer(let name), .points(let name), .count(let name), .measure(let name), .lookup(let name, _, _): name
        default: nil
        }
      })
  }
}

extension Condition {
  /// The same condition with what does not change its meaning made equal: the order of parts and options, double parts,
  /// `and` inside `and`, `not` before `not`, options of one question told one by one.
  var normalised: Condition {
    switch self {
    case .isOneOf(let question, let options): .isOneOf(question, Array(Set(options)).sorted())
    case .hasAny(let question, let options): .hasAny(question, Array(Set(options)).sorted())
    case .isWithin: self
    case .not(.not(let part)): part.normalised
    case .not(let part): .not(part.normalised)
    case .all(let parts):
      Self.joined(parts, inner: { if case .all(let parts) = $0 { parts } else { nil } }, Condition.all)
    case .any(let parts):
      Self.joined(
        Self.collected(parts.map(\.normalised)), inner: { if case .any(let parts) = $0 { parts } else { nil } },
        Condition.any)
    case .atLeast(let count, let parts): .atLeast(count, of: parts.map(\.normalised).sorted { $0.key < $1.key })
    }
  }

  /// Puts together what is asked of the options of one question.
  private static func collected(_ parts: [Condition]) -> [Condition] {
    let flat = parts.flatMap { if case .any(let parts) = $0 { parts } else { [$0] } }
    var (single, several, others) = ([Question.ID: [String]](), [Question.ID: [String]](), [Condition]())
    for part in flat {
      switch part {
      case .isOneOf(let question, let options): single[question, default: []] += options
      case .hasAny(let question, let options): several[question, default: []] += options
      default: others.append(part)
      }
    }
    return others + single.map { .isOneOf($0.key, $0.value) } + several.map { .hasAny($0.key, $0.value) }
  }

  private static func joined(
    _ parts: [Condition], inner: (Condition) -> [Condition]?, _ join: ([Condition]) -> Condition
  ) -> Condition {
    let flat = parts.map(\.normalised).flatMap { inner($0) ?? [$0] }
    let single = Dictionary(flat.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    let sorted = single.sorted { $0.key < $1.key }.map(\.value)
    return sorted.count == 1 ? sorted[0] : join(sorted)
  }

  /// To sort by; the same for equal conditions only. Written by hand, as the text Swift makes of any value is slow.
  private var key: String {
    func list(_ parts: [Condition]) -> String { parts.map(\.key).joined(separator: ",") }
    return switch self {
    case .isOneOf(let question, let options): "\(question)=\(options.joined(separator: "|"))"
    case .hasAny(let question, let options): "\(question)~\(options.joined(separator: "|"))"
    case .isWithin(.answer(let question), let range): "\(question) \(range.lowerBound) \(range.upperBound)"
    case .isWithin(let formula, let range): "\(formula) \(range.lowerBound) \(range.upperBound)"
    case .all(let parts): "all(\(list(parts)))"
    case .any(let parts): "any(\(list(parts)))"
    case .not(let part): "not(\(part.key))"
    case .atLeast(let count, let parts): "\(count) of(\(list(parts)))"
    }
  }
}
