import Ergonomics
import RulePacks

/// Something that makes scores up, changed as one might by mistake.
struct ScoreMutant {
  enum Change {
    /// What a rule adds.
    case points(rule: Int, was: Int, now: Int)
    /// Where a level begins.
    case band(Int, from: Int)
    /// The end of the scale.
    case most(Int)
    /// What formulas read, with the pack that is changed so: the scores that read it alone.
    case part(PackMutant, RuleProgram)
  }

  let change: Change
  /// The scores that it can change, by place.
  let scores: [Int]
  let survivor: PackTest.Survivor

  /// By person, what these scores come to then.
  func told(of people: [ScoredPerson], _ pack: Pack) -> [[ScoredPerson.Told?]] {
    if case .part(_, let program) = change { return program.scored(people.map(\.answers)).map(\.told) }
    return people.map { [told(of: $0, pack.scores[scores[0]])] }
  }

  private func told(of person: ScoredPerson, _ score: Score) -> ScoredPerson.Told? {
    guard let was = person.told[scores[0]] else { return nil }
    var (sum, most, bands) = (person.uncapped[scores[0]], score.max, score.bands)
    switch change {
    case .points(let rule, let was, let now): sum += person.found.contains(rule) ? now - was : 0
    case .band(let place, let from): bands[place] = Band(id: bands[place].id, from: from, word: bands[place].word)
    case .most(let now): most = now
    case .part: break
    }
    let points = most.map { min(sum, $0) } ?? sum
    let level = (bands.last { $0.from <= points } ?? bands[0]).id
    return .init(points: points, level: was.level == ScoreInterval.unknown ? was.level : level)
  }

  /// The places of those who are told something else.
  func noticed(by people: [ScoredPerson], _ pack: Pack) -> [Int] {
    zip(people, told(of: people, pack)).enumerated().filter { _, each in
      zip(scores, each.1).contains { each.0.told[$0] != $1 }
    }.map(\.offset)
  }

  /// Whether somebody of the pack says otherwise.
  func isNoticed(by examples: [ExamplePerson], _ people: [ScoredPerson], _ pack: Pack) -> Bool {
    zip(examples, told(of: people, pack)).contains { example, told in
      zip(scores, told).contains { score, told in
        example.comesTo.contains { wanted in
          wanted.score == pack.scores[score].id
            && (wanted.points != told?.points || wanted.level.map { $0 != told?.level } ?? false)
        }
      }
    }
  }
}

extension ScoreMutant {
  /// Of what rules add, of levels and of ends of scales.
  static func all(of pack: Pack, at places: PackPlaces) -> [ScoreMutant] {
    pack.scores.enumerated().flatMap { score, each in
      points(score, pack, places) + bands(score, each, places) + most(score, each, places)
    }
  }

  private static func points(_ score: Int, _ pack: Pack, _ places: PackPlaces) -> [ScoreMutant] {
    let id = pack.scores[score].id
    if pack.scores[score].formula != nil { return [] }
    return pack.rules.enumerated().flatMap { place, rule -> [ScoreMutant] in
      guard let was = rule.adds.first(where: { $0.score == id })?.points, was > 0 else { return [] }
      return [was - 1, was + 1].map { now in
        ScoreMutant(
          change: .points(rule: place, was: was, now: now), scores: [score],
          survivor: .init(
            place: places.place(of: .rule, rule.id, "adds"), rule: rule.id, words: "\(was) points to \(id) made \(now)")
        )
      }
    }
  }

  /// The lowest begins wherever the score does.
  private static func bands(_ place: Int, _ score: Score, _ places: PackPlaces) -> [ScoreMutant] {
    score.bands.indices.dropFirst().flatMap { level in
      let band = score.bands[level]
      return [band.from - 1, band.from + 1].map { now in
        ScoreMutant(
          change: .band(level, from: now), scores: [place],
          survivor: .init(
            place: places.place(of: .score, score.id, band.id), rule: score.id,
            words: "'\(band.id)' from \(band.from) made from \(now)"))
      }
    }
  }

  private static func most(_ place: Int, _ score: Score, _ places: PackPlaces) -> [ScoreMutant] {
    guard let most = score.max else { return [] }
    return [most - 1, most + 1].map { now in
      ScoreMutant(
        change: .most(now), scores: [place],
        survivor: .init(
          place: places.place(of: .score, score.id), rule: score.id, words: "at most \(most) made at most \(now)"))
    }
  }
}
