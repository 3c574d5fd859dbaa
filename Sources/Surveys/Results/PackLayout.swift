import Ergonomics

/// The columns of results that one pack fills; a class, as each row would copy a struct of arrays.
final class PackLayout: Sendable {
  let columns: [ResultColumn]
  /// In bytes, at most.
  let longestRow: Int
  private let scores: [ScoreLayout]
  private let phrases: PreparedTexts
  private let firstCount: Int
  private let stamp: Int
  private let unknown: Int
  /// By group of 64 rules: those that may be told.
  private let told: [UInt64]

  init(_ program: Program, includesHealth: Bool) {
    let pack = program.pack
    columns =
      pack.scores.flatMap { score in
        [("low", .number), ("high", .number), ("level", .text), ("level_high", .text)].map {
          ResultColumn(name: "\(score.id)_\($0)", kind: $1)
        }
      }
      + [("asked", .number), ("answered", .number), ("found", .list), ("undetermined", .list), ("pack", .text)]
      .map { ResultColumn(name: $0, kind: $1) }
    var phrases = PreparedTexts()
    for rule in pack.rules { _ = phrases.add("\(rule.id);") }
    firstCount = pack.rules.count
    for count in 0...pack.questions.count { _ = phrases.add("\(count),") }
    stamp = phrases.add(pack.stamp.neutralised.asField)
    unknown = phrases.add("unknown,")
    scores = pack.scores.indices.map { ScoreLayout($0, of: program, &phrases) }
    told = (0..<(program.rules.count + 63) / 64).map { group in
      program.rules.enumerated().dropFirst(64 * group).prefix(64).reduce(0) {
        $1.element.isAboutHealth && !includesHealth ? $0 : $0 | 1 << UInt64($1.offset - 64 * group)
      }
    }
    let names = pack.rules.reduce(0) { $0 + $1.id.utf8.count + 1 }
    longestRow = 2 * names + (4 * pack.scores.count + 4) * (phrases.longest + 32)
    self.phrases = phrases
  }

  /// Goes on with the row of a person, a comma first.
  func write(_ verdict: VerdictTable, of person: Int, to text: inout TextBuffer) {
    text.write(ASCII.comma)
    for score in scores {
      switch score {
      case .sum(let place, let top, let decided, let numbers, let levels):
        let low = min(Int(verdict.least[person][place]), top)
        let high = min(Int(verdict.most[person][place]), top)
        let isUnknown = verdict.unknown[place] >> UInt64(person) & 1 == 1
        if low == high, !isUnknown {
          text.write(decided + low, of: phrases)
          continue
        }
        text.write(numbers + low, of: phrases)
        text.write(numbers + high, of: phrases)
        text.write(isUnknown ? unknown : levels + low, of: phrases)
        text.write(levels + high, of: phrases)
      case .formula(let place, let bands):
        write(verdict.formulaScores[person * scores.count + place], bands, to: &text)
      }
    }
    text.write(firstCount + verdict.asked[person], of: phrases)
    text.write(firstCount + verdict.answered[person], of: phrases)
    writeRules(verdict.found, of: person, to: &text)
    writeRules(verdict.open, of: person, to: &text)
    text.write(stamp, of: phrases)
  }

  private func write(_ score: ScoreInterval?, _ bands: [Band.ID: Int], to text: inout TextBuffer) {
    guard let score else { return text.write(",,,,") }
    text.write("\(score.low),\(score.high),")
    text.write(score.level.flatMap { bands[$0] } ?? unknown, of: phrases)
    text.write(bands[score.levelHigh] ?? unknown, of: phrases)
    text.reserve(longestRow)
  }

  private func writeRules(_ rules: [UInt64], of person: Int, to text: inout TextBuffer) {
    let start = text.count
    for group in told.indices {
      text.write(bits: rules[64 * group + person] & told[group], from: 64 * group, of: phrases)
    }
    if text.count > start { text.dropLast() }
    text.write(ASCII.comma)
  }
}

/// How a score is written.
private enum ScoreLayout: Sendable {
  /// A sum: where its phrases for 0 as both ends, for `0,` and for the level of 0 are; those for higher points follow, up
  /// to the top.
  case sum(place: Int, top: Int, decided: Int, numbers: Int, levels: Int)
  case formula(place: Int, bands: [Band.ID: Int])

  init(_ place: Int, of program: Program, _ phrases: inout PreparedTexts) {
    let score = program.pack.scores[place]
    guard program.scores[place].formula == nil else {
      let bands = score.bands.map { ($0.id, phrases.add("\($0.id),")) }
      self = .formula(place: place, bands: Dictionary(uniqueKeysWithValues: bands))
      return
    }
    let sum = program.scores[place].points.reduce(0, +)
    let top = min(sum, score.max ?? sum)
    let decided = (0...top).map { points in
      let level = score.band(of: points).id
      return phrases.add("\(points),\(points),\(level),\(level),")
    }
    let numbers = (0...top).map { phrases.add("\($0),") }
    let levels = (0...top).map { phrases.add("\(score.band(of: $0).id),") }
    self = .sum(place: place, top: top, decided: decided[0], numbers: numbers[0], levels: levels[0])
  }
}
