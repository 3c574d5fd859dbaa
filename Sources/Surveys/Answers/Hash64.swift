/// A hash of some bytes, the same in every run: 64 by 64 bit products folded (Wang Yi, "wyhash", 2019).
///
/// Of ten million different texts, two share one with a chance of 3 in a million.
struct Hash64 {
  private(set) var value: UInt64

  init(_ bytes: UnsafeRawBufferPointer, seed: UInt64 = 0) {
    value = seed ^ 0xA076_1D64_78BD_642F
    var place = 0
    while place + 8 <= bytes.count {
      add(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)))
      place += 8
    }
    var rest: UInt64 = 0
    for byte in bytes[place...] { rest = rest << 8 | UInt64(byte) }
    add(rest)
    add(UInt64(bytes.count))
  }

  init(_ word: UInt64, seed: UInt64) {
    value = seed ^ 0xA076_1D64_78BD_642F
    add(word)
  }

  @inline(__always)
  mutating func add(_ word: UInt64) {
    let product = (word ^ 0xE703_7ED1_A0B4_28DB).multipliedFullWidth(by: value ^ 0x8EBC_6AF0_9C88_C6E3)
    value = product.high ^ product.low
  }
}
