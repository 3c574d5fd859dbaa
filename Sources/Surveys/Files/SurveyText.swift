#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The text of a survey file as UTF-8, a block at a time, whatever encoding the file is in.
///
/// Text in UTF-8 goes straight from the system to where it is wanted. While there is nothing but ASCII, the encoding is
/// open: whoever meets the first other byte asks for it to be decided. Where that is no UTF-8, what follows is looked at
/// too, as one letter of another encoding in a comment must not spoil the names of everybody.
struct SurveyText {
  private let bytes: RawBytes
  /// `nil` while all was ASCII.
  private(set) var encoding: TextEncoding?
  private var decoder: TextDecoder?
  private var endsLinesByReturn = false
  /// Text that is in UTF-8 already, not handed out yet.
  private var ready: ArraySlice<UInt8> = []
  private(set) var isAtEnd = false
  /// How much of the file is looked at to know its encoding.
  private static let lookAhead = 16 << 20

  /// - Parameter encoding: `nil` = the one that is found.
  init(_ bytes: RawBytes, encoding: TextEncoding? = nil) { (self.bytes, self.encoding) = (bytes, encoding) }

  /// The first block of the file, which stays to be read, without a byte-order mark; and the bytes it was made of. To be
  /// called once, before reading.
  mutating func start() throws(SurveyError) -> (sample: ArraySlice<UInt8>, raw: [UInt8]) {
    var bytes: [UInt8] = []
    while case let missing = self.bytes.blockSize - bytes.count, missing > 0 {  // pipes hand out less
      let block = try readBlock(missing)
      if block.isEmpty { break }
      bytes += block
    }
    let raw = bytes
    if let announced = TextEncoding.announced(by: bytes), announced.encoding == encoding ?? announced.encoding {
      encoding = announced.encoding
      bytes.removeFirst(announced.markLength)
    }
    let isWide = encoding == .utf16LittleEndian || encoding == .utf16BigEndian
    endsLinesByReturn = !isWide && bytes.endsLinesByReturn
    if isWide || endsLinesByReturn || encoding == .windows1252 {
      decoder = TextDecoder(encoding ?? .utf8, endsLinesByReturn: endsLinesByReturn)
    }
    ready = decode(bytes)[...]
    return (ready, raw)
  }

  /// Leaves out the first bytes of what is to be read next, which `start` has shown.
  mutating func skip(_ count: Int) { ready = ready.dropFirst(count) }

  /// The next block of text, of whatever size; empty at the end.
  mutating func next() throws(SurveyError) -> [UInt8] {
    while ready.isEmpty, !isAtEnd { ready = decode(try readBlock(bytes.blockSize))[...] }
    defer { ready = [] }
    return Array(ready)
  }

  /// Fills as much of the memory as there is text for; 0 at the end.
  mutating func read(into memory: UnsafeMutableRawBufferPointer) throws(SurveyError) -> Int {
    if ready.isEmpty, decoder == nil { return isAtEnd ? 0 : try readBytes(into: memory) }
    while ready.isEmpty, !isAtEnd { ready = decode(try readBlock(bytes.blockSize))[...] }
    let count = min(memory.count, ready.count)
    memory.copyBytes(from: ready.prefix(count))
    ready = ready.dropFirst(count)
    return count
  }

  /// What was decided on, and at which byte that breaks the rules of UTF-8.
  enum Decision {
    case isUTF8
    case isMostlyUTF8(but: Int)
    /// What was handed out is taken back, to be handed out once more.
    case isWindows1252(by: Int)
  }

  /// Decides the encoding by the first text that is more than ASCII, and if that is no UTF-8, by all that was handed out
  /// from there on and what follows.
  mutating func decide(
    by text: UnsafeRawBufferPointer, takingBack handedOut: UnsafeRawBufferPointer
  ) throws(SurveyError) -> Decision {
    guard let broken = UTF8Evidence(text).firstBroken else {
      encoding = .utf8
      return .isUTF8
    }
    var ahead = Array(ready)
    while ahead.count < Self.lookAhead, !isAtEnd { ahead += decode(try readBlock(bytes.blockSize)) }
    let all = Array(handedOut) + ahead
    let isUTF8 = all.withUnsafeBytes { UTF8Evidence($0, isWhole: isAtEnd).speaksForUTF8 }
    encoding = isUTF8 ? .utf8 : .windows1252
    if isUTF8 {
      ready = ahead[...]
      return .isMostlyUTF8(but: broken)
    }
    var again = TextDecoder(.windows1252)  // its lines end as they should already
    ready = again.decode(all, isLast: isAtEnd)[...]
    decoder = TextDecoder(.windows1252, endsLinesByReturn: endsLinesByReturn)
    return .isWindows1252(by: broken)
  }

  private mutating func decode(_ bytes: [UInt8]) -> [UInt8] { decoder?.decode(bytes, isLast: isAtEnd) ?? bytes }

  /// Empty at the end.
  private mutating func readBlock(_ most: Int) throws(SurveyError) -> [UInt8] {
    if isAtEnd { return [] }
    var block = Array(repeating: UInt8(0), count: most)
    let read = block.withUnsafeMutableBytes { memory in Result { () throws(SurveyError) in try fetch(memory) } }
    let count = try read.get()
    if count == 0 { isAtEnd = true }
    block.removeLast(block.count - count)
    return block
  }

  private mutating func readBytes(into memory: UnsafeMutableRawBufferPointer) throws(SurveyError) -> Int {
    let count = try fetch(memory)
    if count == 0 { isAtEnd = true }
    return count
  }

  private func fetch(_ memory: UnsafeMutableRawBufferPointer) throws(SurveyError) -> Int {
    let count = bytes.read(into: memory)
    if count < 0 { throw bytes.failure ?? .cannotRead(errno: errno) }
    return count
  }
}

extension [UInt8] {
  /// The first line ends with a lone `\r`, as in Excel for Mac, which writes `\n` inside of cells only.
  fileprivate var endsLinesByReturn: Bool {
    var isQuoted = false
    for (place, byte) in enumerated() {
      switch byte {
      case ASCII.quote: isQuoted.toggle()
      case ASCII.newline where !isQuoted: return false
      case ASCII.carriageReturn where !isQuoted:
        return self[place...].first { $0 != ASCII.carriageReturn } != ASCII.newline
      default: break
      }
    }
    return false
  }
}
