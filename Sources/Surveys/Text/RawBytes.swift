#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The bytes of a file as they are, of which some have been read already.
final class RawBytes {
  /// How many are read at once, at most.
  let blockSize: Int
  private var start: ArraySlice<UInt8>
  private let descriptor: Int32

  init(_ start: [UInt8] = [], then descriptor: Int32, blockSize: Int = 1 << 16) {
    (self.start, self.descriptor, self.blockSize) = (start[...], descriptor, blockSize)
  }

  /// The same file once more, of which only these bytes have been read.
  func from(_ start: [UInt8]) -> RawBytes { RawBytes(start, then: descriptor, blockSize: blockSize) }

  /// How many there were; 0 at the end, -1 if the system refuses.
  func read(into memory: UnsafeMutableRawBufferPointer) -> Int {
    let memory = UnsafeMutableRawBufferPointer(rebasing: memory.prefix(blockSize))
    guard start.isEmpty else {
      let count = min(memory.count, start.count)
      memory.copyBytes(from: start.prefix(count))
      start = start.dropFirst(count)
      return count
    }
    while true {
      let count = systemRead(descriptor, memory)
      if count >= 0 || errno != EINTR { return count }
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
