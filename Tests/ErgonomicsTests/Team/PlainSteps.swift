@testable import Ergonomics

/// The step method once more, as plainly as its description goes, with parts that can be left out: what the tests of
/// safety must find wanting.
struct PlainSteps {
  var width: Int
  /// Rows that contain each other limit each other.
  var hasPairLimit = true
  /// The step for everyone is opened as far as sums over columns would tell.
  var hasSumLimit = true
  /// A change is told no finer than the whole team's steps.
  var hasFloor = true

  /// Of each row: its cells, then everyone, each as its lower end; an open step as the same below zero, less one.
  func publish(_ rows: [[Int]], everyone: [Int], sizes: [Int], people: Int) -> [[Int]] {
    if people < 2 * width { return [] }
    var published: [[Int]] = []
    for (row, counts) in rows.enumerated() {
      let cells = zip(counts, sizes).map { step($0, top: $1 / width - 1) }
      var top = people / width - 1
      if !sizes.isEmpty, hasSumLimit {
        var free = (width - 1) * (sizes.count - 1)
        for outer in 0..<row where hasPairLimit {
          let differing = sizes.indices.count { published[outer][$0] != cells[$0] }
          let room = low(published[outer].last!) + width - 1 - published[outer].dropLast().map(low).reduce(0, +)
          free = min(free, room + (width - 1) * (differing - 1))
        }
        top = min(top, (cells.map(low).reduce(0, +) + free) / width)
      }
      published.append(cells + [step(everyone[row], top: max(top, 0))])
    }
    return published
  }

  /// By how many steps a count among `people` in both rounds has gone up.
  func change(_ moved: StepMethod.Moved) -> Int? {
    if moved.people < 2 * width { return nil }
    let top = moved.people / width - 1
    let floorNow = moved.now.published.low / width - (moved.now.people - moved.people) / width
    let floorBefore = moved.before.published.low / width - (moved.before.people - moved.people) / width
    let after = min(moved.countNow / width, top)
    let before = min(moved.countBefore / width, top)
    return hasFloor ? max(after, floorNow) - max(before, floorBefore) : after - before
  }

  private func step(_ count: Int, top: Int) -> Int {
    count / width >= top ? -(top * width) - 1 : count / width * width
  }

  private func low(_ code: Int) -> Int { code < 0 ? -code - 1 : code }
}

extension CountStep {
  /// As `PlainSteps` writes a step.
  var code: Int { isOpen ? -low - 1 : low }
}

extension StepMethod.PublishedRow {
  var codes: [Int] { cells.map(\.code) + [everyone.code] }
}
