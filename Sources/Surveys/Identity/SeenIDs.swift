/// The ids met so far, in little memory: to find a row whose id stands in an earlier one.
///
/// Ids that end in digits behind up to 8 other bytes (`17`, `P-0017`) share a word with their 63 neighbours, so numbered
/// rows cost a fraction of a byte each. Other ids are held as 64-bit hashes. Memory ends at 8 MB: after some 450,000 ids
/// without neighbours no new ones are remembered, and `forgotten` counts them.
struct SeenIDs {
  /// Ten million numbered rows in any order need 160,000 words.
  private var numbered = HashTable(mostSlots: 1 << 18, hasWords: true)
  private var others = HashTable(mostSlots: 1 << 19, hasWords: false)
  /// How many new ids were not remembered: of those a double goes unnoticed.
  private(set) var forgotten = 0

  /// False if the id was there before.
  mutating func insert(_ id: UnsafeRawBufferPointer) -> Bool {
    let (key, bit) = Self.place(of: id)
    guard let isNew = bit == 0 ? others.insert(key, 1) : numbered.insert(key, bit) else {
      forgotten += 1
      return true
    }
    return isNew
  }

  /// The key of a word, and the bit in it; no bit for ids that have a key to themselves.
  private static func place(of id: UnsafeRawBufferPointer) -> (key: UInt64, bit: UInt64) {
    let (number, start) = numberAtEnd(of: id)
    guard start < id.count, start <= 8 else { return (Hash64(id).value, 0) }
    var others: UInt64 = 0
    for byte in id[..<start] { others = others << 8 | UInt64(byte) }
    var hash = Hash64(others, seed: UInt64(id.count << 4 | start))
    hash.add(number >> 6)
    return (hash.value, 1 << (number & 63))
  }

  /// The number that the last digits make, 18 at most, and where they start.
  private static func numberAtEnd(of id: UnsafeRawBufferPointer) -> (number: UInt64, start: Int) {
    var (number, scale, start) = (UInt64(0), UInt64(1), id.count)
    if id.count >= 8 {
      let last = EightDigits(id.loadUnaligned(fromByteOffset: id.count - 8, as: UInt64.self))
      (number, start) = (last.number, id.count - last.count)
      if last.count < 8 { return (number, start) }
      scale = 100_000_000
    }
    while start > 0, id.count - start < 18, case let byte = id[start - 1], ASCII.zero...ASCII.nine ~= byte {
      number &+= scale &* UInt64(byte &- ASCII.zero)
      scale &*= 10
      start -= 1
    }
    return (number, start)
  }
}

/// Keys with a word of bits each, or without; open addressing, at most seven eighths full.
private struct HashTable {
  private let mostSlots: Int
  private var keys = Array(repeating: UInt64(0), count: 1 << 10)  // 0 = free
  private var words: [UInt64]
  private var used = 0
  private var lastSlot = 0

  init(mostSlots: Int, hasWords: Bool) {
    self.mostSlots = mostSlots
    words = hasWords ? keys : []
  }

  /// Whether the bit is new, or the key where there are no words; `nil` if it is, but there is no room.
  mutating func insert(_ hash: UInt64, _ bit: UInt64) -> Bool? {
    let key = max(1, hash)
    if keys[lastSlot] != key {
      var slot = slot(of: key)
      if keys[slot] == 0 {
        if used >= keys.count / 8 * 7 {
          guard keys.count < mostSlots else { return nil }
          grow()
          slot = self.slot(of: key)
        }
        keys[slot] = key
        used += 1
        lastSlot = slot
        if !words.isEmpty { words[slot] = bit }
        return true
      }
      lastSlot = slot
    }
    if words.isEmpty { return false }
    defer { words[lastSlot] |= bit }
    return words[lastSlot] & bit == 0
  }

  /// Where the key is, or would be.
  private func slot(of key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: key) & (keys.count - 1)
    while keys[slot] != key, keys[slot] != 0 { slot = (slot + 1) & (keys.count - 1) }
    return slot
  }

  private mutating func grow() {
    let (oldKeys, oldWords) = (keys, words)
    keys = Array(repeating: 0, count: 2 * oldKeys.count)
    if !words.isEmpty { words = keys }
    for place in oldKeys.indices where oldKeys[place] != 0 {
      let slot = slot(of: oldKeys[place])
      keys[slot] = oldKeys[place]
      if !words.isEmpty { words[slot] = oldWords[place] }
    }
  }
}

/// The digits at the end of eight bytes, all at once (D. Lemire, "Quickly parsing eight digits", 2018).
private struct EightDigits {
  let count: Int
  let number: UInt64

  init(_ bytes: UInt64) {
    let values = UInt64(littleEndian: bytes) ^ 0x3030_3030_3030_3030
    let others = (((values & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7676_7676_7676_7676) | values) & 0x8080_8080_8080_8080
    count = others.leadingZeroBitCount / 8
    let digits = values & ~(.max >> UInt64(8 * count))
    let pairs = digits &* 10 &+ digits &>> 8
    let low = (pairs & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064
    let high = (pairs &>> 16 & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001
    number = (low &+ high) &>> 32
  }
}
