internal import Ergonomics
internal import Files
internal import Foundation
internal import Synchronization

/// A terminal whose keys arrive one by one. However the program ends, the terminal is as it was before: a crash and a
/// signal restore it, too.
package final class Terminal: Sendable {
  /// What is told over the pipe that waiting for a key also listens to.
  private let wakeUp: (reader: FileHandle, writer: FileHandle)
  private let signals: SignalWatch
  /// Read already, and not looked at.
  private let isChanged = Atomic(false)
  private let input = Mutex<ArraySlice<UInt8>>([])
  private let output = STDERR_FILENO

  /// `nil` where there is no terminal, or one that cannot move its cursor.
  package static func open() -> Terminal? {
    let name = ProcessInfo.processInfo.environment["TERM"] ?? ""
    guard isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1, !["", "dumb"].contains(name), TerminalModes.save()
    else { return nil }
    return Terminal()
  }

  private init() {
    let pipe = Pipe()
    wakeUp = (pipe.fileHandleForReading, pipe.fileHandleForWriting)
    TerminalModes.takeKeys()
    let writer = pipe.fileHandleForWriting.fileDescriptor
    signals = SignalWatch([SIGWINCH, SIGTSTP, SIGCONT]) { signal in
      if signal == SIGTSTP {
        Terminal.restore()
        _ = Foundation.write(STDERR_FILENO, "\r\n", 2)
        kill(getpid(), SIGSTOP)
        return
      }
      if signal == SIGCONT { TerminalModes.takeKeys() }
      _ = Foundation.write(writer, "!", 1)
    }
  }

  deinit { Terminal.restore() }

  /// Gives the terminal back as it was; safe from any thread.
  package static func restore() { TerminalModes.restore() }

  package func close() {
    signals.end()
    Terminal.restore()
  }

  var size: PromptDrawing.Size {
    var size = winsize()
    guard ioctl(output, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else {
      return PromptDrawing.Size(columns: 80, rows: 24)
    }
    return PromptDrawing.Size(columns: Int(size.ws_col), rows: Int(size.ws_row))
  }

  /// Where the terminal is gone, so is whoever would read it.
  func write(_ text: TerminalText) { try? text.text.utf8.writeWhole(to: output) }

  func key() -> Key {
    if isChanged.exchange(false, ordering: .relaxed) { return .changed }
    var isFirst = true
    let key = Key { waits in
      while let byte = self.byte(waits: waits) {
        if byte != Self.changed {
          isFirst = false
          return UInt8(byte)
        }
        self.isChanged.store(true, ordering: .relaxed)
        if isFirst { return nil }  // in the middle of a key, or of what is pasted, it waits
      }
      return nil
    }
    return isFirst && isChanged.exchange(false, ordering: .relaxed) ? .changed : key
  }

  private static let changed = 256
  private static let blockSize = 4096

  /// More was typed, or pasted, than was looked at.
  var hasInput: Bool {
    if input.withLock({ !$0.isEmpty }) { return true }
    var ready = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return poll(&ready, 1, 0) > 0 && ready.revents & Int16(POLLIN) != 0
  }

  /// The next byte, or `changed`; without waiting, `nil` when none comes within the time that the bytes of one key take.
  private func byte(waits: Bool) -> Int? {
    if let byte = input.withLock({ $0.popFirst() }) { return Int(byte) }
    while true {
      var ready = [
        pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
        pollfd(fd: wakeUp.reader.fileDescriptor, events: Int16(POLLIN), revents: 0),
      ]
      let count = poll(&ready, waits ? 2 : 1, waits ? -1 : 40)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return nil }
      if waits, ready[1].revents != 0 {
        var byte: UInt8 = 0
        _ = read(ready[1].fd, &byte, 1)
        return Self.changed
      }
      var block = [UInt8](repeating: 0, count: Self.blockSize)
      let length = read(STDIN_FILENO, &block, block.count)
      guard length > 0 else { return nil }
      input.withLock { $0 = block[1..<length] }
      return Int(block[0])
    }
  }
}

/// The modes of the terminal before and during the interview. A crash handler may read nothing but plain globals.
private enum TerminalModes {
  ///
  /// Pointers: for a global of the type `termios` the compiler (6.3.1) sets 57 of its 60 bytes aside.
  nonisolated(unsafe) private static var before: UnsafeMutablePointer<termios>?
  nonisolated(unsafe) private static var during: UnsafeMutablePointer<termios>?
  nonisolated(unsafe) private static var isTaken = false

  static func save() -> Bool {
    var modes = termios()
    guard tcgetattr(STDIN_FILENO, &modes) == 0 else { return false }
    before = kept(modes)
    modes.c_lflag &= ~tcflag_t(ICANON | ECHO | IEXTEN)
    modes.c_iflag &= ~tcflag_t(IXON | ICRNL)
    during = kept(modes)
    for number in [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV] {
      signal(number) { number in
        TerminalModes.restore()
        _ = write(STDERR_FILENO, "\r\n", 2)
        signal(number, SIG_DFL)
        raise(number)
      }
    }
    return true
  }

  /// For good: a signal may need them at any time.
  private static func kept(_ modes: termios) -> UnsafeMutablePointer<termios> {
    let place = UnsafeMutablePointer<termios>.allocate(capacity: 1)
    place.initialize(to: modes)
    return place
  }

  static func takeKeys() {
    guard let during else { return }
    isTaken = true
    tcsetattr(STDIN_FILENO, TCSADRAIN, during)
    _ = write(STDERR_FILENO, "\u{1B}[?2004h", 8)  // marks what is pasted
  }

  static func restore() {
    guard isTaken, let before else { return }
    isTaken = false
    _ = write(STDERR_FILENO, "\u{1B}[?2004l", 8)
    tcsetattr(STDIN_FILENO, TCSAFLUSH, before)  // what was typed for the interview is no order to the shell
  }
}
