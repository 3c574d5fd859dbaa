import Ergonomics
import Foundation

/// How far the scoring of a survey is, in one line that is written over; on a terminal only.
actor ProgressLine {
  private static let clearLine = TerminalText(.lineStart) + TerminalText(.eraseRestOfLine)
  private static let pause = Duration.milliseconds(200)
  private let clock = ContinuousClock()
  private let start = ContinuousClock.now
  private var lastShown = ContinuousClock.now
  private var responses = 0
  private var isShown = false
  /// Of all files; `nil` where there is no telling, as of a pipe.
  private let bytes: Int?
  private let readSoFar: @Sendable () -> Int

  /// `nil` unless standard error is a terminal.
  init?(bytes: Int?, readSoFar: @escaping @Sendable () -> Int) {
    guard Console.hasTerminal else { return nil }
    (self.bytes, self.readSoFar) = (bytes, readSoFar)
  }

  func add(_ count: Int) {
    responses += count
    guard clock.now - lastShown > Self.pause else { return }
    lastShown = clock.now
    isShown = true
    let seconds = (clock.now - start) / .seconds(1)
    var line: TerminalText = "\(responses) responses, \(Int(Double(responses) / seconds)) a second"
    let read = readSoFar()
    if let bytes, read > 0, bytes > read {
      line += ", \(Int((seconds * Double(bytes - read) / Double(read)).rounded(.up))) s left"
    }
    Console.err(Self.clearLine + line)
  }

  func clear() {
    if isShown { Console.err(Self.clearLine) }
    isShown = false
  }
}
