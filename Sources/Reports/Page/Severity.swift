import Ergonomics

/// How much a score or a finding is worth a look; each has a word, a shape and a colour in the report.
enum Severity: String, CaseIterable, Sendable {
  case fine, middle, high
  /// Missing answers decide; never drawn as the lower of the levels it may have.
  case open
  case unknown

  /// Of a band by its rank: the lowest is fine, the upper half of the others high.
  init(_ band: Band.ID, among bands: [Band]) {
    guard let rank = bands.firstIndex(where: { $0.id == band }) else {
      self = .unknown
      return
    }
    self = rank == 0 ? .fine : 2 * rank > bands.count - 1 ? .high : .middle
  }

  /// Of a score as far as the answers tell.
  init(_ interval: ScoreInterval, among bands: [Band]) {
    guard let level = interval.level else {
      self = .unknown
      return
    }
    self = interval.isSettled ? Severity(level, among: bands) : .open
  }

  /// Of a finding, by the largest part that it alone adds of the way out of a score's lowest band: half the way is high, a
  /// quarter middle. A convention of the report for what to read first, not a finding of research.
  init(_ adds: [Rule.Points], among scores: [Assessment.ScoreResult]) {
    let quarters = adds.compactMap { points -> Int? in
      guard let bands = scores.first(where: { $0.id == points.score })?.bands, bands.count > 1 else { return nil }
      return 4 * points.points / Swift.max(1, bands[1].from - bands[0].from)
    }
    switch quarters.max() ?? 0 {
    case 2...: self = .high
    case 1: self = .middle
    default: self = .fine
    }
  }
}
