import Dispatch
import Files
import Foundation
import Synchronization

/// Ctrl-C while files are written, or the system's wish that the program ends: lets work end in order, so that no half
/// file is left. Where it does not end soon, as when it waits for input, the program ends without it.
final class Interruption: @unchecked Sendable {  // the source is made once, the rest is locked
  private static let patience = DispatchTimeInterval.milliseconds(500)
  private let sources: [any DispatchSourceSignal]
  private let stop = Mutex<(@Sendable () -> Void)?>(nil)

  private init() {
    sources = [SIGINT, SIGTERM, SIGHUP].filter(Self.isHeeded).map {
      DispatchSource.makeSignalSource(signal: $0, queue: .global())
    }
    let registered = DispatchGroup()
    for source in sources {
      registered.enter()
      source.setRegistrationHandler { registered.leave() }
      source.setEventHandler { [weak self] in
        self?.stop.withLock { $0?() }
        DispatchQueue.global().asyncAfter(deadline: .now() + Self.patience) { Self.leave() }
      }
      source.resume()
    }
    registered.wait()  // until then, the signals are lost
  }

  deinit {
    for source in sources {
      source.cancel()
      signal(Int32(source.handle), SIG_DFL)
    }
  }

  /// Not where it was ignored before, as below `nohup`.
  private static func isHeeded(_ number: Int32) -> Bool {
    unsafeBitCast(signal(number, SIG_IGN), to: Int.self) != unsafeBitCast(SIG_IGN, to: Int.self)
  }

  private static func leave() -> Never {
    TemporaryFiles.deleteAll()
    Console.err("\(Failure.interrupted.message)\n")
    Foundation.exit(Failure.interrupted.code.rawValue)
  }

  /// Runs something that ends early with `CancellationError` when the user presses Ctrl-C.
  static func mayStop<Value: Sendable>(_ work: @escaping @Sendable () async throws -> Value) async throws -> Value {
    let interruption = Interruption()
    let task = Task { try await work() }
    interruption.stop.withLock { $0 = { task.cancel() } }
    defer { withExtendedLifetime(interruption) {} }
    return try await task.value
  }
}
