import Foundation
import Surveys

/// Where data goes: a file that appears whole or not at all, or standard output.
final class OutputFile {
  let descriptor: Int32
  private var file: AtomicFile?
  /// Where the text is meanwhile; `nil` for standard output, and for a file without a name yet.
  private let temporaryPath: String?

  /// - Parameter isPrivate: Nobody else may read it.
  init(_ path: String, force: Bool, isPrivate: Bool = false) throws {
    if path == "-" {
      (descriptor, temporaryPath) = (STDOUT_FILENO, nil)
      return
    }
    let file = try AtomicFile(at: path, replacing: force)
    descriptor = file.descriptor
    if isPrivate { fchmod(descriptor, 0o600) }
    let temporaryPath = file.temporaryPath
    self.temporaryPath = temporaryPath
    self.file = consume file
    if let temporaryPath { Interruption.openFiles.withLock { _ = $0.insert(temporaryPath) } }
  }

  deinit {
    guard let temporaryPath else { return }
    Interruption.openFiles.withLock { _ = $0.remove(temporaryPath) }
  }

  func write(_ bytes: [UInt8]) throws {
    try bytes.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = Foundation.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count < 0, errno != EINTR { throw SurveyError.cannotWrite(errno: errno) }
        rest = rest.dropFirst(max(count, 0))
      }
    }
  }

  /// Puts the file in place. Without it, nothing is left.
  func commit() throws {
    if let file = file.take() { try file.commit() }
  }
}
