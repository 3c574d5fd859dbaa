import Ergonomics

/// The values of results that one pack gives, as texts that are written one after the other; a class, as each row would copy
/// a struct of arrays.
final class PackLayout: Sendable {
  /// In bytes, at most.
  let longestRow: Int
  private let scores: [ScoreLayout]
  private let formulas: [FormulaLayout]
  private let phrases: PreparedTexts
  private let asked: Int
  private let lists: ListLayout
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
    lists = ListLayout(
      behind: (0...pack.questions.count).map { syntax.value(String($0), of: last[1]) }, found: last[2], open: last[3],
      before: syntax.value(pack.stamp, of: last[4]), syntax, &phrases)
    var (scores, formulas) = ([ScoreLayout](), [FormulaLayout]())
    for place in pack.scores.indices {
      let own = Array(columns[4 * place..<4 * place + 4])
      if program.scores[place].formula == nil {
        scores.append(ScoreLayout(sum: place, of: program, own, syntax, &phrases))
      } else {
        scores.append(ScoreLayout(formula: formulas.count))
        formulas.append(FormulaLayout(own, syntax))
      }
    }
    (self.scores, self.formulas) = (scores, formulas)
    told = (0..<(program.rules.count + 63) / 64).map { group in
      program.rules.enumerated().dropFirst(64 * group).prefix(64).reduce(0) {
        $1.element.isAboutHealth && !includesHealth ? $0 : $0 | 1 << UInt64($1.offset - 64 * group)
      }
    }
    longestRow = 2 * items + (4 * pack.scores.count + 7) * (phrases.longest + 32)
    self.phrases = phrases
  }

  /// Goes on with the row of a person; `longestRow` is reserved.
  func write(_ verdict: VerdictTable, of person: Int, to text: inout TextBuffer) {
    phrases.copying { texts in
      var end = text.end
      for place in scores.indices {
        let score = scores[place]
        if score.formula >= 0 {
          text.end = end
          formulas[score.formula].write(verdict.formulaScores[person * scores.count + place], to: &text)
          text.reserve(longestRow)
          end = text.end
        } else {
          let isUnknown = verdict.unknown[place] >> UInt64(person) & 1 == 1
          end = score.write(verdict.least[person][place], verdict.most[person][place], isUnknown, texts, to: end)
        }
      }
      end = texts.copy(asked + verdict.asked[person], to: end)
      let (found, open) = (isAny(verdict.found, of: person), isAny(verdict.open, of: person))
      end = texts.copy((found ? lists.found : lists.noneFound) + verdict.answered[person], to: end)
      if found { end = write(verdict.found, of: person, texts, to: end) }
      end = texts.copy(lists.between + (found ? 2 : 0) + (open ? 1 : 0), to: end)
      if open {
        end = write(verdict.open, of: person, texts, to: end)
        end = texts.copy(lists.behindOpen, to: end)
      }
      text.end = end
    }
  }

  @inline(__always)
  private func isAny(_ rules: [UInt64], of person: Int) -> Bool {
    for group in told.indices where rules[64 * group + person] & told[group] != 0 { return true }
    return false
  }

  /// The items of a list that has some, without what parts the last from a next one.
  @inline(__always)
  private func write(
    _ rules: [UInt64], of person: Int, _ texts: PreparedTexts.Copier, to start: UnsafeMutableRawPointer
  ) -> UnsafeMutableRawPointer {
    var end = start
    for group in told.indices {
      end = texts.copy(bits: rules[64 * group + person] & told[group], from: 64 * group, to: end)
    }
    return end - 1
  }
}

/// Where the texts are that stand before, between and behind the lists of what is found and what is open: together with the
/// values beside them, so that a row is put together of few.
private struct ListLayout: Sendable {
  /// What stands before all that is found, with none of the numbers before it; those of higher numbers follow.
  let (found, noneFound): (Int, Int)
  /// What stands behind what is found, if there is something, up to what is open, if there is something: with neither, the
  /// second, the first, both.
  let between: Int
  let behindOpen: Int

  init(
    behind numbers: [String], found: ResultColumn, open: ResultColumn, before last: String, _ syntax: ResultSyntax,
    _ phrases: inout PreparedTexts
  ) {
    self.found = phrases.add(numbers.map { $0 + syntax.start(of: found) })
    noneFound = phrases.add(numbers.map { $0 + syntax.none(of: found) })
    let (noneOpen, start) = (syntax.none(of: open) + last, syntax.start(of: open))
    between = phrases.add([noneOpen, start, syntax.end(of: found) + noneOpen, syntax.end(of: found) + start])
    behindOpen = phrases.add(syntax.end(of: open) + last)
  }
}

/// How a score is written: where the texts of a sum of 0 are; those of higher points follow, up to the top. It holds no
/// reference, as each row would count it.
private struct ScoreLayout: Sendable {
  /// Which of the formulas gives it; negative for a sum.
  private(set) var formula = -1
  private var top = 0
  /// All four values for 0 as both ends.
  private var decided = 0
  private var (low, high, level, levelHigh, unknown) = (0, 0, 0, 0, 0)

  init(formula: Int) { self.formula = formula }

  init(
    sum place: Int, of program: RuleProgram, _ columns: [ResultColumn], _ syntax: ResultSyntax,
    _ phrases: inout PreparedTexts
  ) {
    let score = program.pack.scores[place]
    let sum = program.scores[place].points.reduce(0, +)
    top = min(sum, score.max ?? sum)
    let points = (0...top).map { String($0) }
    let lows = points.map { syntax.value($0, of: columns[0]) }
    let highs = points.map { syntax.value($0, of: columns[1]) }
    var (levels, highLevels, last) = ([String](), [String](), Band.ID?.none)
    for points in 0...top {
      let level = score.band(of: points).id
      levels.append(level == last ? levels[points - 1] : syntax.value(level, of: columns[2]))
      highLevels.append(level == last ? highLevels[points - 1] : syntax.value(level, of: columns[3]))
      last = level
    }
    decided = phrases.add((0...top).map { lows[$0] + highs[$0] + levels[$0] + highLevels[$0] })
    low = phrases.add(lows)
    high = phrases.add(highs)
    level = phrases.add(levels)
    levelHigh = phrases.add(highLevels)
    unknown = phrases.add(syntax.value("unknown", of: columns[2]))
  }

  @inline(__always)
  func write(
    _ least: UInt16, _ most: UInt16, _ isUnknown: Bool, _ texts: PreparedTexts.Copier, to start: UnsafeMutableRawPointer
  ) -> UnsafeMutableRawPointer {
    let (least, most) = (min(Int(least), top), min(Int(most), top))
    if least == most, !isUnknown { return texts.copy(decided + least, to: start) }
    var end = texts.copy(low + least, to: start)
    end = texts.copy(high + most, to: end)
    end = texts.copy(isUnknown ? unknown : level + least, to: end)
    return texts.copy(levelHigh + most, to: end)
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
