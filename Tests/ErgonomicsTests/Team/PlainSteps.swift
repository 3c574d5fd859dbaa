@testable import Ergonomics

/// The step method once more, as plainly as its description goes, person by person, with parts that can be left out: what
/// the tests of safety must find wanting.
struct PlainSteps {
  var width: Int
  /// Rows that exclude each other limit each other.
  var seesExclusives = true
  /// Rows that contain others limit these.
  var seesContainers = true
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
    var shape = shape
    if !seesExclusives { shape.exclusives = shape.exclusives.map { _ in [] } }
    if !seesContainers { shape.containers = shape.containers.map { _ in [] } }
    let order = rows.indices.sorted {
      (shape.containers[$0].count, shape.exclusives[$0].count, $0)
        < (shape.containers[$1].count, shape.exclusives[$1].count, $1)
    }
    var published = Array(repeating: [Int](), count: rows.count)
    var resting = sizes.map { Array(repeating: Set<Int>(), count: $0) }
    for row in order {
      for column in sizes.indices {
        let most = (0...sizes[column]).last { leavesEnough(row, $0, resting[column], shape) } ?? 0
        let top = min(sizes[column] / width - 1, most / width)
        published[row].append(step(rows[row][column], top, inside: shape.containers[row].map { published[$0][column] }))
        resting[column] = giving(row, to: low(published[row][column]), resting[column], shape)!
      }
    }
    if sizes == [people] { return published.map { $0 + $0 } }
    var worlds = sizes.map { _ in resting }
    for row in order {
      let least = published[row].map(low).reduce(0, +)
      let rooms = worlds.indices.map { world in
        sizes.indices.map { world == $0 ? 0 : room(row, worlds[world][$0], shape) }
      }
      let most = hasSumLimit ? least + rooms.map { $0.reduce(0, +) }.min()! : .max
      let around = shape.containers[row].map { published[$0].last! }
      published[row].append(step(everyone[row], min(people / width - 1, most / width), inside: around))
      for world in worlds.indices {
        var rest = low(published[row].last!) - least
        for column in sizes.indices {
          let more = min(rest, rooms[world][column])
          worlds[world][column] = giving(row, to: more, worlds[world][column], shape)!
          rest -= more
        }
      }
    }
    return published
  }

  private func fits(_ row: Int, _ person: Set<Int>, _ shape: RowShape) -> Bool {
    !person.contains(row) && shape.containers[row].isSubset(of: person)
      && shape.exclusives[row].isDisjoint(with: person)
  }

  private func room(_ row: Int, _ people: [Set<Int>], _ shape: RowShape) -> Int {
    min(width - 1, people.count { fits(row, $0, shape) })
  }

  /// `nil` if there are not so many.
  private func giving(_ row: Int, to count: Int, _ people: [Set<Int>], _ shape: RowShape) -> [Set<Int>]? {
    let chosen = people.indices.filter { fits(row, people[$0], shape) }.prefix(count)
    return chosen.count < count
      ? nil : people.indices.map { chosen.contains($0) ? people[$0].union([row]) : people[$0] }
  }

  /// With some people given a row, every row has people to spare: who could have it with those that contain it.
  private func leavesEnough(_ row: Int, _ count: Int, _ people: [Set<Int>], _ shape: RowShape) -> Bool {
    guard let people = giving(row, to: count, people, shape) else { return false }
    return (0..<shape.rows).allSatisfy { other in
      people.count { !$0.contains(other) && shape.exclusives[other].isDisjoint(with: $0) } >= width - 1
    }
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
