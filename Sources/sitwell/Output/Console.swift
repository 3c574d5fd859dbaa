import Ergonomics
import Files
import Foundation

/// What is said to people. Data takes another way, `OutputFile`; there is no third.
enum Console {
  /// What a command was asked to say, on standard output.
  static func out(_ text: TerminalText) throws {
    do throws(SystemFailure) {
      try text.text.utf8.writeWhole(to: STDOUT_FILENO)
    } catch {
      throw FileFailure.cannotWrite(path: "-", errno: error.errno)
    }
  }

  /// All else, on standard error. Where that is gone, there is nobody to tell.
  static func err(_ text: TerminalText) { try? text.text.utf8.writeWhole(to: STDERR_FILENO) }

  /// Columns of the terminal that standard error goes to; 80 where there is none.
  static var width: Int {
    var size = winsize()
    guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  static var canAsk: Bool { isatty(STDIN_FILENO) == 1 && hasTerminal }

  /// Somebody may read along.
  static var hasTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// What goes to standard output is seen at once, and not kept.
  static var showsOutput: Bool { isatty(STDOUT_FILENO) == 1 }

  /// A program that is started without its three streams would take the files it opens for them.
  static func keepStreamsApart() {
    while true {
      let descriptor = open("/dev/null", O_RDONLY)  // where standard output was closed, writing to it fails still
      guard (0...STDERR_FILENO).contains(descriptor) else {
        close(descriptor)
        return
      }
    }
  }
}
