/// Some of the rows of a table.
struct RowSet: Sendable, Hashable {
  private var words: [UInt64]

  init(_ rows: some Sequence<Int> = [], of count: Int) {
    words = Array(repeating: 0, count: (count + 63) / 64)
    for row in rows { insert(row) }
  }

  var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }
  func contains(_ row: Int) -> Bool { words[row / 64] >> UInt64(row % 64) & 1 == 1 }
  mutating func remove(_ row: Int) { words[row / 64] &= ~(1 << UInt64(row % 64)) }
  mutating func insert(_ row: Int) { words[row / 64] |= 1 << UInt64(row % 64) }
  func isSubset(of other: RowSet) -> Bool { words.indices.allSatisfy { words[$0] & ~other.words[$0] == 0 } }
  func isDisjoint(with other: RowSet) -> Bool { words.indices.allSatisfy { words[$0] & other.words[$0] == 0 } }
  mutating func formUnion(_ other: RowSet) { for place in words.indices { words[place] |= other.words[place] } }

  /// In order, those that are not in another set.
  func rows(besides other: RowSet) -> [Int] {
    words.indices.flatMap { place -> [Int] in
      var (rest, rows) = (words[place] & ~other.words[place], [Int]())
      while rest != 0 {
        rows.append(64 * place + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
      return rows
    }
  }
}
