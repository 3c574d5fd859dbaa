internal import Dispatch
internal import Foundation

/// Answers signals on a thread of its own, where everything is allowed; a handler of the system would allow next to
/// nothing. Ends with its value, or before.
package final class SignalWatch: @unchecked Sendable {  // sources may be used from any thread
  private let signals: [Int32]
  private let sources: [any DispatchSourceSignal]

  package init(_ signals: [Int32], _ act: @escaping @Sendable (Int32) -> Void) {
    let queue = DispatchQueue(label: "sitwell.signals", qos: .userInteractive)
    let registered = DispatchGroup()
    self.signals = signals
    sources = signals.map { number in
      signal(number, SIG_IGN)  // a source sees a signal that is ignored, too
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      registered.enter()
      source.setRegistrationHandler { registered.leave() }
      source.setEventHandler { act(number) }
      source.resume()
      return source
    }
    registered.wait()  // until then, the signals are lost
  }

  deinit { end() }

  package func end() {
    for source in sources { source.cancel() }
    for number in signals { signal(number, SIG_DFL) }
  }
}
