/// Tells one state of a folder from another; against accidents, not against forgery.
///
/// FNV-1a with 64 bits (G. Fowler, L. C. Noll, K.-P. Vo, D. Eastlake, "The FNV Non-Cryptographic Hash Algorithm",
/// draft-eastlake-fnv, section 2).
struct ContentHash {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }
  }

  /// The first eight of sixteen hexadecimal digits.
  var digits: String {
    let all = String(state, radix: 16)
    return String((String(repeating: "0", count: 16 - all.count) + all).prefix(8))
  }
}
