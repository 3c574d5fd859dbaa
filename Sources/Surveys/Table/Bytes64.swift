/// 64 bytes of text, looked at all at once.
///
/// The element type is spelled out on purpose: `bytes .== SIMD16(repeating: byte)` picks a generic operator that loops over
/// lanes, 50 times slower; so do `bytes .== byte`, `any(_:)` and `replacing(with:where:)`.
struct Bytes64 {
  typealias Part = SIMD16<UInt8>
  /// 0xFF for each byte that is meant, else 0.
  struct Matches {
    fileprivate let parts: (Part, Part, Part, Part)
  }
  private let parts: (Part, Part, Part, Part)

  @inline(__always)
  init(_ text: UnsafeRawPointer) { parts = text.loadUnaligned(as: (Part, Part, Part, Part).self) }

  /// Which bytes are this one.
  @inline(__always)
  func equal(_ byte: UInt8) -> Matches {
    Matches(
      parts: (
        Self.equal(parts.0, byte), Self.equal(parts.1, byte), Self.equal(parts.2, byte), Self.equal(parts.3, byte)
      ))
  }

  /// A bit for each byte that is this one.
  @inline(__always)
  func mask(_ byte: UInt8) -> UInt64 { equal(byte).mask }

  /// Notes for the highest bit of a byte whether one is NUL or beyond ASCII.
  @inline(__always)
  func noteUnplain(_ seen: inout SIMD16<UInt8>) {
    let one = SIMD16<UInt8>(repeating: 1)
    seen = seen | (parts.0 | (parts.0 &- one)) | (parts.1 | (parts.1 &- one))
    seen = seen | (parts.2 | (parts.2 &- one)) | (parts.3 | (parts.3 &- one))
  }

  @inline(__always)
  private static func equal(_ part: Part, _ byte: UInt8) -> Part {
    unsafeBitCast(part .== SIMD16<UInt8>(repeating: byte), to: Part.self)
  }
}

extension Bytes64.Matches {
  @inline(__always)
  static func | (a: Self, b: Self) -> Self {
    Self(parts: (a.parts.0 | b.parts.0, a.parts.1 | b.parts.1, a.parts.2 | b.parts.2, a.parts.3 | b.parts.3))
  }

  @inline(__always)
  var isEmpty: Bool {
    let halves = unsafeBitCast(parts.0 | parts.1 | parts.2 | parts.3, to: SIMD2<UInt64>.self)
    return halves[0] | halves[1] == 0
  }

  /// A bit for each byte. Each byte keeps the bit of its place among eight; then halves are laid over each other until all
  /// eight are in one byte. A multiplication would gather them in fewer steps, but the compiler takes four for it.
  @inline(__always)
  var mask: UInt64 {
    let own = Bytes64.Part(1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128)
    let even = Self.halved32(parts.0 & own, parts.2 & own)
    let odd = Self.halved32(parts.1 & own, parts.3 & own)
    let low16 = SIMD4<UInt32>(repeating: 0xFFFF)
    let sixteen = SIMD4<UInt32>(repeating: 16)
    var words = (even | even &>> sixteen) & low16 | (odd | odd &>> sixteen) &<< sixteen
    words = words | words &>> SIMD4<UInt32>(repeating: 8)
    let halves = unsafeBitCast(words & SIMD4<UInt32>(repeating: 0x00FF_00FF), to: SIMD2<UInt64>.self)
    return halves[0] | halves[1] &<< 8
  }

  /// Lays the halves of 64 bits over each other: first those of one, then those of the other.
  @inline(__always)
  private static func halved32(_ a: Bytes64.Part, _ b: Bytes64.Part) -> SIMD4<UInt32> {
    let (a, b) = (unsafeBitCast(a, to: SIMD4<UInt32>.self), unsafeBitCast(b, to: SIMD4<UInt32>.self))
    return SIMD4<UInt32>(a[0], b[0], a[2], b[2]) | SIMD4<UInt32>(a[1], b[1], a[3], b[3])
  }
}
