import Files

/// Texts that are written often, one after the other in one memory.
struct PreparedTexts: Sendable {
  fileprivate struct Place: Sendable {
    let start: UInt32
    let length: UInt32
  }
  private var bytes = Array(repeating: UInt8(0), count: 32)  // behind the last one, too, 32 may be read
  private var places: [Place] = []
  private(set) var longest = 0
  /// Of all of them, in bytes.
  var length: Int { bytes.count - 32 }

  /// Returns the place of the phrase.
  mutating func add(_ text: String) -> Int {
    bytes.removeLast(32)
    places.append(Place(start: UInt32(bytes.count), length: UInt32(text.utf8.count)))
    bytes += text.utf8
    bytes += Array(repeating: 0, count: 32)
    longest = max(longest, text.utf8.count)
    return places.count - 1
  }

  /// Returns the place of the first of them; the others follow.
  mutating func add(_ texts: [String]) -> Int {
    for text in texts { _ = add(text) }
    return places.count - texts.count
  }

  /// Gives what copies them; it must not be kept.
  @inline(__always)
  func copying(_ body: (Copier) -> Void) {
    bytes.withUnsafeBytes { bytes in
      places.withUnsafeBufferPointer { body(Copier(bytes: bytes.baseAddress!, places: $0.baseAddress!)) }
    }
  }

  /// Copies texts to memory with 32 bytes of room behind them, and tells where they end.
  struct Copier {
    fileprivate let bytes: UnsafeRawPointer
    fileprivate let places: UnsafePointer<Place>

    @inline(__always)
    func copy(_ text: Int, to target: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer {
      let (start, length) = (Int(places[text].start), Int(places[text].length))
      return copyPadded(bytes + start, length, to: target)
    }

    /// A text for each bit, counted on from `first`.
    @inline(__always)
    func copy(bits: UInt64, from first: Int, to target: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer {
      var (rest, end) = (bits, target)
      while rest != 0 {
        end = copy(first &+ rest.trailingZeroBitCount, to: end)
        rest &= rest &- 1
      }
      return end
    }
  }
}

/// Copies 32 bytes at once, whatever the count; returns where they end.
@inline(__always)
private func copyPadded(
  _ source: UnsafeRawPointer, _ count: Int, to target: UnsafeMutableRawPointer
) -> UnsafeMutableRawPointer {
  var offset = 0
  repeat {
    target.storeBytes(
      of: source.loadUnaligned(fromByteOffset: offset, as: SIMD32<UInt8>.self), toByteOffset: offset,
      as: SIMD32<UInt8>.self)
    offset &+= 32
  } while offset < count
  return target + count
}

/// Text on its way out. Prepared texts, bytes and single bytes need room reserved before.
struct TextBuffer: ~Copyable {
  private var memory = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 64)
  private(set) var count = 0

  init(_ text: String = "") { write(text) }
  deinit { memory.deallocate() }

  var bytes: [UInt8] { Array(memory[..<count]) }

  /// What is written, without a copy; begins anew with as much room.
  mutating func handOver() -> WrittenText {
    let text = WrittenText(memory, count: count)
    (memory, count) = (.allocate(byteCount: memory.count, alignment: 64), 0)
    return text
  }

  mutating func clear() { count = 0 }
  mutating func dropLast(_ bytes: Int = 1) { count -= bytes }

  @inline(__always)
  mutating func reserve(_ more: Int) {
    if memory.count &- count < more &+ 32 { grow(more + 32) }
  }

  private mutating func grow(_ more: Int) {
    let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: max(2 * memory.count, count + more), alignment: 64)
    larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: memory[..<count]))
    memory.deallocate()
    memory = larger
  }

  /// Where the next byte goes; to be moved on behind what was written there.
  var end: UnsafeMutableRawPointer {
    @inline(__always) get { memory.baseAddress! + count }
    @inline(__always) set { count = newValue - memory.baseAddress! }
  }

  @inline(__always)
  mutating func write(_ byte: UInt8) {
    memory.baseAddress!.storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
    count &+= 1
  }

  /// Bytes behind which 32 more can be read.
  @inline(__always)
  mutating func write(padded bytes: UnsafeRawBufferPointer) {
    if let start = bytes.baseAddress { end = copyPadded(start, bytes.count, to: end) }
  }

  private mutating func write(_ bytes: UnsafeRawBufferPointer) {
    guard let start = bytes.baseAddress else { return }
    (memory.baseAddress! + count).copyMemory(from: start, byteCount: bytes.count)
    count += bytes.count
  }

  /// Reserves its own room.
  mutating func write(_ text: String) {
    var text = text
    text.withUTF8 {
      reserve($0.count)
      write(UnsafeRawBufferPointer($0))
    }
  }

  func write(to descriptor: Int32) throws(SurveyError) {
    try orCannotWrite { () throws(SystemFailure) in
      try writeWhole(UnsafeRawBufferPointer(rebasing: memory[..<count]), to: descriptor)
    }
  }
}

/// Text that is written, and stays as it is.
final class WrittenText: @unchecked Sendable {  // nobody writes to its memory any more
  private let memory: UnsafeMutableRawBufferPointer
  private let count: Int

  /// Takes over the memory.
  init(_ memory: UnsafeMutableRawBufferPointer, count: Int) { (self.memory, self.count) = (memory, count) }

  deinit { memory.deallocate() }

  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: memory[..<count]) }

  func write(to descriptor: Int32) throws(SurveyError) {
    try orCannotWrite { () throws(SystemFailure) in try writeWhole(bytes, to: descriptor) }
    startWriteBack(descriptor, afterWriting: count)
  }
}

extension [UInt8] {
  func write(to descriptor: Int32) throws(SurveyError) {
    try orCannotWrite { () throws(SystemFailure) in try writeWhole(to: descriptor) }
  }
}

private func orCannotWrite(_ write: () throws(SystemFailure) -> Void) throws(SurveyError) {
  do throws(SystemFailure) { try write() } catch { throw .cannotWrite(errno: error.errno) }
}
