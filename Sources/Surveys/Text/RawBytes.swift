#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The bytes of a file as they are, of which some have been read already.
final class RawBytes {
  private var start: ArraySlice<UInt8>
  private let descriptor: Int32

  init(_ start: [UInt8], then descriptor: Int32) { (self.start, self.descriptor) = (start[...], descriptor) }

  /// How many there were; 0 at the end, -1 if the system refuses.
  func read(into memory: UnsafeMutableRawBufferPointer) -> Int {
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
