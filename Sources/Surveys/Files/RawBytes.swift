#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The bytes of a file as they are, of which some have been read already; or what they were unpacked to.
final class RawBytes {
  /// Fills memory: how many bytes there were, 0 at the end.
  typealias Source = (UnsafeMutableRawBufferPointer) throws(SurveyError) -> Int

  /// How many are read at once, at most.
  let blockSize: Int
  private var start: ArraySlice<UInt8>
  /// Where bytes come from that are in no open file.
  private let source: Source?
  let descriptor: Int32
  /// Why a read was refused, where the system has no number for it.
  private(set) var failure: SurveyError?

  init(_ start: [UInt8] = [], then descriptor: Int32, blockSize: Int = 1 << 16) {
    (self.start, self.descriptor, self.blockSize, source) = (start[...], descriptor, blockSize, nil)
  }

  private init(_ start: [UInt8], _ other: RawBytes) {
    (self.start, descriptor, blockSize, source) = (start[...], other.descriptor, other.blockSize, other.source)
  }

  /// What a source gives, instead of the file.
  init(_ source: @escaping Source, insteadOf file: RawBytes) {
    (start, descriptor, blockSize, self.source) = ([], file.descriptor, file.blockSize, source)
  }

  /// The same file once more, of which only these bytes have been read.
  func from(_ start: [UInt8]) -> RawBytes { RawBytes(start + self.start, self) }

  /// The first bytes, so many if there are, which stay to be read. To be called once, before reading.
  func first(_ count: Int) throws(SurveyError) -> [UInt8] {
    var first = Array(start)
    var block = Array(repeating: UInt8(0), count: count)
    start = []
    while first.count < count {  // pipes hand out less
      let read = block.withUnsafeMutableBytes { memory in
        self.read(into: UnsafeMutableRawBufferPointer(rebasing: memory[first.count...]))
      }
      if read < 0 { throw failure ?? .cannotRead(errno: errno) }
      if read == 0 { break }
      first += block[first.count..<first.count + read]
    }
    start = first[...]
    return first
  }

  /// How many there were; 0 at the end, -1 if the system refuses.
  func read(into memory: UnsafeMutableRawBufferPointer) -> Int {
    let memory = UnsafeMutableRawBufferPointer(rebasing: memory.prefix(blockSize))
    guard start.isEmpty else {
      let count = min(memory.count, start.count)
      memory.copyBytes(from: start.prefix(count))
      start = start.dropFirst(count)
      return count
    }
    if let source { return read(source, into: memory) }
    while true {
      let count = systemRead(descriptor, memory)
      if count >= 0 || errno != EINTR { return count }
    }
  }

  private func read(_ source: Source, into memory: UnsafeMutableRawBufferPointer) -> Int {
    do throws(SurveyError) {
      return try source(memory)
    } catch {
      failure = error
      return -1
    }
  }
}

func systemRead(_ descriptor: Int32, _ memory: UnsafeMutableRawBufferPointer) -> Int {
  read(descriptor, memory.baseAddress, memory.count)
}

/// Where reading goes on in a file; `nil` of what can be read once only.
func systemPlace(of descriptor: Int32) -> off_t? {
  let place = lseek(descriptor, 0, SEEK_CUR)
  return place < 0 ? nil : place
}

func systemGo(to place: off_t, in descriptor: Int32) { _ = lseek(descriptor, place, SEEK_SET) }
