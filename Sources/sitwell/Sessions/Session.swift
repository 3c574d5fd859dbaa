import Ergonomics
import Foundation
import Synchronization

/// The answers of one interview on their way to the disk, after every question.
///
/// Signals are answered on another thread: whatever both need is behind a lock, so that nothing ends in the middle of
/// a write.
final class Session: Sendable {
  private enum State {
    /// How many answers are kept.
    case kept(Int)
    /// Keeping them failed, with the reason.
    case failed(String)
  }

  let name: String
  private let store: SessionStore
  private let pack: Pack
  /// What to type to go on, such as `sitwell assess --resume`.
  private let wayOn: String
  private let state: Mutex<State>

  init(_ name: String, in store: SessionStore, pack: Pack, answers: Int, wayOn: String) {
    (self.name, self.store, self.pack, self.wayOn) = (name, store, pack, wayOn)
    state = Mutex(.kept(answers))
  }

  /// Puts the answers on the disk. Returns what to tell the person if that failed, once.
  func keep(_ answers: Answers) -> String? {
    state.withLock { state in
      do {
        try store.save(answers, to: pack, as: name)
        state = .kept(answers.byQuestion.count)
        return nil
      } catch {
        let reason = Failure(error)?.message.text ?? error.localizedDescription
        if case .failed = state { return nil }
        state = .failed(reason)
        return "Your answers cannot be saved as you go: \(reason). You can go on, but do not close this window."
      }
    }
  }

  /// Where the answers are and how to go on.
  var farewell: TerminalText { state.withLock { words($0) } }

  /// Says good-bye and ends the program at once; safe from any thread.
  func leave(_ code: Int32, _ prepare: () -> Void) -> Never {
    state.withLock { state in
      prepare()
      Console.err(words(state))
      _exit(code)
    }
  }

  /// Deletes what was kept, if there is anything.
  func end() throws {
    try state.withLock { state in
      try store.remove(name)
      state = .kept(0)
    }
  }

  private func words(_ state: State) -> TerminalText {
    switch state {
    case .kept(0): return "\nStopped. Nothing was answered yet.\n"
    case .kept(let count):
      let path = (try? store.path(of: name)) ?? name
      return """

        Stopped. Your \(count) answer\(count == 1 ? " is" : "s are") kept in \(path)
        Only you can read that file.
        Go on:      \(wayOn)
        Delete it:  sitwell assess --forget \(name)

        """
    case .failed(let reason): return "\nStopped. Your answers could not be saved: \(reason)\n"
    }
  }
}
