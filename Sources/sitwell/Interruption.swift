import Dispatch
import Foundation

/// Ctrl-C while files are written: lets work end in order, so that no half file is left. A second one ends the program.
final class Interruption: @unchecked Sendable {  // nothing changes after it is made
  private let source: any DispatchSourceSignal

  init(_ stop: @escaping @Sendable () -> Void) {
    signal(SIGINT, SIG_IGN)
    source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
    source.setEventHandler {
      signal(SIGINT, SIG_DFL)
      stop()
    }
    source.resume()
  }

  deinit {
    source.cancel()
    signal(SIGINT, SIG_DFL)
  }

  /// Runs something that ends early with `CancellationError` when the user presses Ctrl-C.
  static func mayStop<Value: Sendable>(_ work: @escaping @Sendable () async throws -> Value) async throws -> Value {
    let task = Task { try await work() }
    let interruption = Interruption { task.cancel() }
    defer { withExtendedLifetime(interruption) {} }
    return try await task.value
  }
}
