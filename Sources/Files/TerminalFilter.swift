import Ergonomics
import Foundation
import Synchronization

/// Stands between data and a terminal: what is written to it comes out printable.
final class TerminalFilter: Sendable {
  private static let blockSize = 1 << 16
  /// What to write to.
  let descriptor: Int32
  private let end = DispatchSemaphore(value: 0)
  private let failure = Mutex<SystemFailure?>(nil)
  private let isOpen = Mutex(true)

  /// `nil` where the system has no pipes left.
  init?(to terminal: Int32) {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    descriptor = ends[1]
    let reader = ends[0]
    Thread.detachNewThread { [self] in
      pass(from: reader, to: terminal)
      close(reader)
      end.signal()
    }
  }

  /// Waits until all has come out; tells what went wrong.
  func finish() -> SystemFailure? {
    let wasOpen = isOpen.withLock { isOpen in
      defer { isOpen = false }
      return isOpen
    }
    if wasOpen {
      close(descriptor)
      end.wait()
    }
    return failure.withLock { $0 }
  }

  private func pass(from reader: Int32, to terminal: Int32) {
    var rest: [UInt8] = []
    var block = [UInt8](repeating: 0, count: Self.blockSize)
    while true {
      let count = read(reader, &block, block.count)
      if count < 0, errno == EINTR { continue }
      let bytes = rest + block[..<max(0, count)]
      let whole = count > 0 ? bytes.count - bytes.unfinishedCharacter : bytes.count
      rest = Array(bytes[whole...])
      let text = TerminalText(data: String(decoding: bytes[..<whole], as: UTF8.self))
      do throws(SystemFailure) {
        try text.text.utf8.writeWhole(to: terminal)
      } catch {
        failure.withLock { $0 = error }
        return
      }
      if count <= 0 { return }
    }
  }
}

extension [UInt8] {
  /// How many bytes at the end are the beginning of a character whose rest is still to come.
  fileprivate var unfinishedCharacter: Int {
    for length in 1...3 where count >= length {
      let byte = self[count - length]
      if byte & 0xC0 == 0x80 { continue }
      let needed = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
      return needed > length ? length : 0
    }
    return 0
  }
}
