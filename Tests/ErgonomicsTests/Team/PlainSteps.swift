@testable import Ergonomics

/// The step method once more, as plainly as its description goes, person by person, with parts that can be left out: what
/// the tests of safety must find wanting.
struct PlainSteps {
  var width: Int
  /// The step for everyone is opened as far as sums over columns would tell.
  var hasSumLimit = true
  /// A change is told no finer than the whole team's steps.
  var hasFloor = true

  /// Of each row: its cells, then everyone, each as its lower end; an open step as the same below zero, less one.
  func publish(_ rows: [[Int]], everyone: [Int], sizes: [Int], people: Int, _ shape: RowShape) -> [[Int]] {
    if people < 2 * width { return [] }
    if sizes.isEmpty {
      return publish(everyone.map { [$0] }, everyone: everyone, sizes: [people], people: people, shape).map { [$0[0]] }
    }
    let kinds = Set(shape.people)
    let order = rows.indices.sorted {
      (shape.least($0).nonzeroBitCount, shape.exclusives[$0].count, $0)
        < (shape.least($1).nonzeroBitCount, shape.exclusives[$1].count, $1)
    }
    var published = Array(repeating: [Int](), count: rows.count)
    var resting = sizes.map { Array(repeating: 0, count: $0 - (width - 1)) }
    for row in order {
      for column in sizes.indices {
        let most = resting[column].count { fits(row, $0, kinds) }
        let top = min(sizes[column] / width - 1, most / width)
        published[row].append(step(rows[row][column], top, inside: told(shape.containers[row], published, at: column)))
        resting[column] = giving(row, to: low(published[row][column]), resting[column], kinds)!
      }
    }
    if sizes == [people] { return published.map { $0 + $0 } }
    var others = Array(repeating: 0, count: (width - 1) * (sizes.count - 1))
    for row in order {
      let least = published[row].map(low).reduce(0, +)
      let most = hasSumLimit ? least + others.count { fits(row, $0, kinds) } : .max
      let around = told(shape.containers[row], published, at: sizes.count)
      published[row].append(step(everyone[row], min(people / width - 1, most / width), inside: around))
      if hasSumLimit { others = giving(row, to: low(published[row].last!) - least, others, kinds)! }
    }
    return published
  }

  private func told(_ rows: Set<Int>, _ published: [[Int]], at place: Int) -> [Int] {
    rows.compactMap { published[$0].count > place ? published[$0][place] : nil }
  }

  private func fits(_ row: Int, _ person: Int, _ people: Set<Int>) -> Bool {
    person >> row & 1 == 0 && people.contains(person | 1 << row)
  }

  /// `nil` if there are not so many.
  private func giving(_ row: Int, to count: Int, _ crowd: [Int], _ people: Set<Int>) -> [Int]? {
    let chosen = crowd.indices.filter { fits(row, crowd[$0], people) }.prefix(count)
    return chosen.count < count ? nil : crowd.indices.map { chosen.contains($0) ? crowd[$0] | 1 << row : crowd[$0] }
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

  private func step(_ count: Int, _ top: Int, inside around: [Int]) -> Int {
    let low = min(count / width, top) * width
    return count / width >= top && !around.contains(low) ? -low - 1 : low
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
