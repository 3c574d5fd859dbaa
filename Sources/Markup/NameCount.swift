/// Counts the different names of a document, told apart by their hashes.
struct NameCount {
  private(set) var count = 0
  private var seen: Set<UInt64> = []
  /// Those seen last, to find the few names of most documents quickly.
  private var recent = [UInt64](repeating: 0, count: 256)
  private var hash = Self.start

  /// FNV-1a (draft-eastlake-fnv).
  private static let start: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  mutating func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }

  mutating func end() {
    let place = Int(truncatingIfNeeded: hash >> 56)
    if recent[place] != hash {
      recent[place] = hash
      if seen.insert(hash).inserted { count += 1 }
    }
    hash = Self.start
  }
}
