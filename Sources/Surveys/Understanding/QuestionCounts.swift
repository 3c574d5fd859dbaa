import Ergonomics

/// What was answered to a question, in numbers.
package struct QuestionCounts: Sendable, Hashable {
  /// Of how many people it counts, or may count.
  package private(set) var asked = 0
  /// How many of them answered it.
  package private(set) var answered = 0
  /// How many were not sure.
  package private(set) var declined = 0
  /// Of how many something was not understood.
  package private(set) var misread = 0
  /// How many chose each option.
  package private(set) var options: [AnswerOption.ID: Int] = [:]
  /// From the least to the greatest number, in base units.
  package private(set) var numbers: ClosedRange<Int>?
  /// What was not understood, as it stands in the cells, and how often; of health nothing.
  package private(set) var unread: [String: Int] = [:]
  /// How often something was not understood that is not in `unread`, as too many things were.
  package private(set) var unreadBesides = 0

  private static let mostWordings = 1000

  mutating func count(asked: UInt64, answered: UInt64) {
    self.asked += asked.nonzeroBitCount
    self.answered += answered.nonzeroBitCount
  }

  mutating func count(_ answer: Answer?) {
    switch answer {
    case .declined: declined += 1
    case .option(let id): options[id, default: 0] += 1
    case .options(let ids), .atLeast(let ids): for id in ids { options[id, default: 0] += 1 }
    case .number(let number): widen(to: number...number)
    case .range(let range): widen(to: range)
    case .text, nil: break
    }
  }

  /// - Parameter wording: `nil` where it must not be told.
  mutating func countMisread(_ wording: String?) {
    misread += 1
    if let wording { add(wording, 1) }
  }

  mutating func add(_ other: QuestionCounts) {
    asked += other.asked
    answered += other.answered
    declined += other.declined
    misread += other.misread
    options.merge(other.options, uniquingKeysWith: +)
    if let numbers = other.numbers { widen(to: numbers) }
    for (wording, count) in other.unread.sorted(by: { $0.key < $1.key }) { add(wording, count) }
    unreadBesides += other.unreadBesides
  }

  private mutating func widen(to range: ClosedRange<Int>) {
    let own = numbers ?? range
    numbers = min(own.lowerBound, range.lowerBound)...max(own.upperBound, range.upperBound)
  }

  private mutating func add(_ wording: String, _ count: Int) {
    if unread[wording] == nil, unread.count >= Self.mostWordings {
      unreadBesides += count
    } else {
      unread[wording, default: 0] += count
    }
  }

  /// The most frequent first, equal ones by letters.
  package var unreadWordings: [(wording: String, count: Int)] {
    unread.map { (wording: $0.key, count: $0.value) }.sorted { ($1.count, $0.wording) < ($0.count, $1.wording) }
  }
}
