import Foundation

/// Keeps an interview to one window: whoever else wants to go on with it hears of it, as the last to save would win.
///
/// Held as long as it lives; a program that is killed leaves an empty file behind, and nothing locked.
final class SessionLock: Sendable {
  private let path: String
  private let descriptor: Int32

  private init(_ path: String, _ descriptor: Int32) { (self.path, self.descriptor) = (path, descriptor) }

  deinit {
    unlink(path)
    close(descriptor)
  }

  enum Outcome {
    case held(SessionLock)
    case taken
    /// The file system knows no locks, or lets nobody write.
    case impossible
  }

  static func take(_ path: String) -> Outcome {
    while true {
      let descriptor = open(path, O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0o600)
      guard descriptor >= 0 else { return .impossible }
      guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
        let isTaken = errno == EWOULDBLOCK
        close(descriptor)
        return isTaken ? .taken : .impossible
      }
      if isStill(path, descriptor) { return .held(SessionLock(path, descriptor)) }
      close(descriptor)  // whoever held it has just deleted it
    }
  }

  private static func isStill(_ path: String, _ descriptor: Int32) -> Bool {
    var (named, opened) = (stat(), stat())
    return stat(path, &named) == 0 && fstat(descriptor, &opened) == 0 && named.st_ino == opened.st_ino
      && named.st_dev == opened.st_dev
  }
}
