import Ergonomics

/// What a score can come to.
struct ScoreReach {
  let score: PackDraft.Placed<Score>
  /// The rules that add to it.
  let adding: [PackDraft.Placed<Rule>]
  /// Of all points that rules add to it.
  let sum: Int
  /// Rules that could not be read may add to it, too.
  let isOpen: Bool
  let least: Int
  /// `nil` = not known.
  let most: Int?

  /// Of all scores of a draft.
  static func all(in pack: CheckedDraft) -> [ScoreReach] {
    var (rules, sums) = ([Score.ID: [PackDraft.Placed<Rule>]](), [Score.ID: Int]())
    for rule in pack.draft.rules {
      for adds in rule.value.adds {
        rules[adds.score, default: []].append(rule)
        sums[adds.score, default: 0] += adds.points
      }
    }
    return pack.draft.scores.map { score in
      ScoreReach(score, adding: rules[score.value.id] ?? [], sum: sums[score.value.id] ?? 0, in: pack)
    }
  }

  private init(
    _ score: PackDraft.Placed<Score>, adding: [PackDraft.Placed<Rule>], sum: Int, in pack: CheckedDraft
  ) {
    (self.score, self.adding, self.sum) = (score, adding, sum)
    isOpen =
      pack.draft.scoresInDoubt.contains(score.value.id) || pack.draft.isIncomplete
      || pack.doubtful.contains(score.value.id)
    if let formula = score.value.formula {
      let reach = pack.bounds.bounds(of: formula)
      least = reach?.lowerBound ?? score.value.bands.first?.from ?? 0
      most = reach.map { min($0.upperBound, score.value.max ?? .max) }
    } else {
      least = 0
      most = isOpen || adding.isEmpty ? score.value.max : min(sum, score.value.max ?? .max)
    }
  }
}

/// A band of a score with the one below it, and where its attributes are written.
struct PlacedBand {
  let band: Band
  /// `nil` for the lowest.
  let below: Band?
  let reach: ScoreReach
  private let element: Int

  static func all(in pack: CheckedDraft) -> [PlacedBand] {
    pack.scores.flatMap { reach in
      let bands = reach.score.value.bands
      return bands.indices.map { place in
        PlacedBand(band: bands[place], below: place > 0 ? bands[place - 1] : nil, reach: reach, element: place)
      }
    }
  }

  /// It does not begin above the one below it.
  var isOutOfOrder: Bool { below.map { band.from <= $0.from } ?? false }

  func spot(_ attribute: String) -> SourceLocation {
    let element = reach.score.element.elements("band")[element]
    return reach.score.file.required(attribute, of: element).spot
  }
}
