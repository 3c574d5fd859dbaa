import Ergonomics

/// The values of results that one pack gives, as texts that are written one after the other; a class, as each row would copy
/// a struct of arrays.
final class PackLayout: Sendable {
  /// In bytes, at most.
  let longestRow: Int
  private let scores: [ScoreLayout]
  private let phrases: PreparedTexts
  private let (asked, answered): (Int, Int)
  private let (found, open): (ListLayout, ListLayout)
  private let stamp: Int
  /// By group of 64 rules: those that may be told.
  private let told: [UInt64]

  static func columns(of pack: Pack) -> [ResultColumn] {
    pack.scores.flatMap { score in
      [("low", .number), ("high", .number), ("level", .text), ("level_high", .text)].map {
        ResultColumn(name: "\(score.id)_\($0)", kind: $1)
      }
    }
      + [("asked", .number), ("answered", .number), ("found", .list), ("undetermined", .list), ("pack", .text)]
      .map { ResultColumn(name: $0, kind: $1) }
  }

  /// - Parameter columns: Those of the pack, by the names that they have in the results.
  init(_ program: RuleProgram, _ columns: [ResultColumn], _ syntax: ResultSyntax, includesHealth: Bool) {
    let pack = program.pack
    let last = Array(columns.suffix(5))
    var phrases = PreparedTexts()
    for rule in pack.rules { _ = phrases.add(syntax.item(rule.id)) }
    let items = phrases.length
    asked = phrases.add((0...pack.questions.count).map { syntax.value(String($0), of: last[0]) })
    answered = phrases.add((0...pack.questions.count).map { syntax.value(String($0), of: last[1]) })
    found = ListLayout(last[2], syntax, &phrases)
    open = ListLayout(last[3], syntax, &phrases)
    stamp = phrases.add(syntax.value(pack.stamp, of: last[4]))
    scores = pack.scores.indices.map { place in
      ScoreLayout(place, of: program, Array(columns[4 * place..<4 * place + 4]), syntax, &phrases)
    }
    told = (0..<(program.rules.count + 63) / 64).map { group in
      program.rules.enumerated().dropFirst(64 * group).prefix(64).reduce(0) {
        $1.element.isAboutHealth && !includesHealth ? $0 : $0 | 1 << UInt64($1.offset - 64 * group)
      }
    }
    longestRow = 2 * items + (4 * pack.scores.count + 7) * (phrases.longest + 32)
    self.phrases = phrases
  }

  /// Goes on with the row of a person.
  func write(_ verdict: VerdictTable, of person: Int, to text: inout TextBuffer) {
    for score in scores {
      switch score {
      case .sum(let place, let top, let decided, let values):
        let low = min(Int(verdict.least[person][place]), top)
        let high = min(Int(verdict.most[person][place]), top)
        let isUnknown = verdict.unknown[place] >> UInt64(person) & 1 == 1
        if low == high, !isUnknown {
          text.write(decided + low, of: phrases)
          continue
        }
        text.write(values.low + low, of: phrases)
        text.write(values.high + high, of: phrases)
        text.write(isUnknown ? values.unknown : values.level + low, of: phrases)
        text.write(values.levelHigh + high, of: phrases)
      case .formula(let place, let layout):
        layout.write(verdict.formulaScores[person * scores.count + place], to: &text)
        text.reserve(longestRow)
      }
    }
    text.write(asked + verdict.asked[person], of: phrases)
    text.write(answered + verdict.answered[person], of: phrases)
    write(verdict.found, as: found, of: person, to: &text)
    write(verdict.open, as: open, of: person, to: &text)
    text.write(stamp, of: phrases)
  }

  private func write(_ rules: [UInt64], as list: ListLayout, of person: Int, to text: inout TextBuffer) {
    let before = text.count
    text.write(list.start, of: phrases)
    let start = text.count
    for group in told.indices {
      text.write(bits: rules[64 * group + person] & told[group], from: 64 * group, of: phrases)
    }
    if text.count > start {
      text.dropLast()
      text.write(list.end, of: phrases)
    } else {
      text.dropLast(start - before)
      text.write(list.none, of: phrases)
    }
  }
}

/// Where the texts around a list are.
private struct ListLayout: Sendable {
  let (start, end, none): (Int, Int, Int)

  init(_ column: ResultColumn, _ syntax: ResultSyntax, _ phrases: inout PreparedTexts) {
    start = phrases.add(syntax.start(of: column))
    end = phrases.add(syntax.end(of: column))
    none = phrases.add(syntax.none(of: column))
  }
}

/// How a score is written.
private enum ScoreLayout: Sendable {
  /// Where the texts of a sum of 0 are; those of higher points follow, up to the top.
  struct Values: Sendable { let low, high, level, levelHigh, unknown: Int }

  /// A sum: `decided` is where all four values for 0 as both ends are.
  case sum(place: Int, top: Int, decided: Int, Values)
  case formula(place: Int, FormulaLayout)

  init(
    _ place: Int, of program: RuleProgram, _ columns: [ResultColumn], _ syntax: ResultSyntax,
    _ phrases: inout PreparedTexts
  ) {
    let score = program.pack.scores[place]
    guard program.scores[place].formula == nil else {
      self = .formula(place: place, FormulaLayout(columns, syntax))
      return
    }
    let sum = program.scores[place].points.reduce(0, +)
    let top = min(sum, score.max ?? sum)
    let points = (0...top).map { String($0) }
    let levels = (0...top).map { score.band(of: $0).id }
    let decided = zip(points, levels).map { points, level in
      zip(columns, [points, points, level, level]).map { syntax.value($1, of: $0) }.joined()
    }
    self = .sum(
      place: place, top: top, decided: phrases.add(decided),
      Values(
        low: phrases.add(points.map { syntax.value($0, of: columns[0]) }),
        high: phrases.add(points.map { syntax.value($0, of: columns[1]) }),
        level: phrases.add(levels.map { syntax.value($0, of: columns[2]) }),
        levelHigh: phrases.add(levels.map { syntax.value($0, of: columns[3]) }),
        unknown: phrases.add(syntax.value("unknown", of: columns[2]))))
  }
}

/// How a score that a formula gives is written; its values have no end.
private struct FormulaLayout: Sendable {
  private let columns: [ResultColumn]
  private let syntax: ResultSyntax

  init(_ columns: [ResultColumn], _ syntax: ResultSyntax) { (self.columns, self.syntax) = (columns, syntax) }

  func write(_ score: ScoreInterval?, to text: inout TextBuffer) {
    let values = score.map { ["\($0.low)", "\($0.high)", $0.levelOrUnknown, $0.levelHigh] }
    for (place, column) in columns.enumerated() { text.write(syntax.value(values?[place] ?? "", of: column)) }
  }
}
