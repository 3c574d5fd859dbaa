import Foundation
import Synchronization

/// What is to be gone when the program ends before it was put in place, for whoever ends it.
package enum TemporaryFiles {
  private static let paths = Mutex<Set<String>>([])

  static func add(_ path: String) { paths.withLock { _ = $0.insert(path) } }
  static func remove(_ path: String) { paths.withLock { _ = $0.remove(path) } }

  /// Files and folders alike.
  package static func deleteAll() {
    paths.withLock { for path in $0 { try? FileManager.default.removeItem(atPath: path) } }
  }
}
