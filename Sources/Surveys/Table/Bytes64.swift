/// 64 bytes of text, looked at all at once.
///
/// The element type is spelled out on purpose: `bytes .== SIMD16(repeating: byte)` picks a generic operator that loops over
/// lanes, 50 times slower; so do `bytes .== byte`, `any(_:)` and `replacing(with:where:)`.
struct Bytes64 {
  private typealias Part = SIMD16<UInt8>
  private let parts: (Part, Part, Part, Part)

  @inline(__always)
  init(_ text: UnsafeRawPointer) { parts = text.loadUnaligned(as: (Part, Part, Part, Part).self) }

  @inline(__always)
  func contains(_ byte: UInt8) -> Bool {
    let all = equal(parts.0, byte) | equal(parts.1, byte) | equal(parts.2, byte) | equal(parts.3, byte)
    let halves = unsafeBitCast(all, to: SIMD2<UInt64>.self)
    return halves[0] | halves[1] != 0
  }

  /// A bit for each byte that is this one.
  @inline(__always)
  func mask(_ byte: UInt8) -> UInt64 {
    bits(equal(parts.0, byte)) | bits(equal(parts.1, byte)) << 16 | bits(equal(parts.2, byte)) << 32
      | bits(equal(parts.3, byte)) << 48
  }

  /// Whether all are ASCII and none is NUL.
  @inline(__always)
  var isPlain: Bool {
    let all = unsafeBitCast(parts.0 | parts.1 | parts.2 | parts.3, to: SIMD2<UInt64>.self)
    return (all[0] | all[1]) & 0x8080_8080_8080_8080 == 0 && !contains(0)
  }

  /// A bit for each byte that is one of the two.
  @inline(__always)
  func mask(_ x: UInt8, _ y: UInt8) -> UInt64 {
    bits(equal(parts.0, x) | equal(parts.0, y)) | bits(equal(parts.1, x) | equal(parts.1, y)) << 16
      | bits(equal(parts.2, x) | equal(parts.2, y)) << 32 | bits(equal(parts.3, x) | equal(parts.3, y)) << 48
  }

  @inline(__always)
  private func equal(_ part: Part, _ byte: UInt8) -> Part {
    unsafeBitCast(part .== SIMD16<UInt8>(repeating: byte), to: Part.self)
  }

  /// The lowest bit of each byte; a multiplication gathers eight of them in its top byte.
  @inline(__always)
  private func bits(_ part: Part) -> UInt64 {
    let halves = unsafeBitCast(part, to: SIMD2<UInt64>.self)
    let (lowest, gather) = (0x0101_0101_0101_0101 as UInt64, 0x0102_0408_1020_4080 as UInt64)
    return ((halves[0] & lowest) &* gather) >> 56 | ((halves[1] & lowest) &* gather) >> 48 & 0xFF00
  }
}
