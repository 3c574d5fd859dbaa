import Foundation

/// Where data goes: a file that appears whole or not at all, or a stream, which is standard output, a pipe or a device.
///
/// Data in a file or a pipe stays byte for byte; on a terminal it is made printable.
package final class OutputFile {
  /// What to write to.
  package let descriptor: Int32
  private let path: String
  private var file: AtomicFile?
  private var filter: TerminalFilter?
  private let closesStream: Bool

  /// - Parameters:
  ///   - path: As it was given; `-` is standard output.
  ///   - isReplacing: Another file may be replaced.
  ///   - isPrivate: Nobody else may read it.
  ///   - orSame: A file that holds the same already stays.
  package init(
    _ path: String, replacing isReplacing: Bool, isPrivate: Bool, orSame: Bool = false
  ) throws(FileFailure) {
    self.path = path
    switch try OutputTarget(path) {
    case .file(let target, _):
      let file = try AtomicFile(at: target, replacing: isReplacing, isPrivate: isPrivate, orSame: orSame)
      descriptor = file.descriptor
      closesStream = false
      self.file = consume file
    case .standardOutput:
      (filter, descriptor) = Self.filtered(STDOUT_FILENO)
      closesStream = false
    case .stream(let target):
      let stream = open(target, O_WRONLY | O_APPEND | O_NOCTTY)
      guard stream >= 0 else { throw .cannotWrite(path: path, errno: errno) }
      (filter, descriptor) = Self.filtered(stream)
      closesStream = filter == nil
    }
  }

  private static func filtered(_ stream: Int32) -> (TerminalFilter?, Int32) {
    guard isatty(stream) == 1, let filter = TerminalFilter(to: stream) else { return (nil, stream) }
    return (filter, filter.descriptor)
  }

  deinit {
    _ = filter?.finish()  // what stops a command is said after what it wrote
    if closesStream { close(descriptor) }
  }

  package func write(_ bytes: some Collection<UInt8>) throws(FileFailure) {
    do throws(SystemFailure) {
      try bytes.writeWhole(to: descriptor)
    } catch {
      throw .cannotWrite(path: path, errno: error.errno)
    }
  }

  /// Puts the file in place. Without it, nothing is left.
  package func commit() throws(FileFailure) {
    if let file = file.take() { try file.commit() }
    if let failure = filter?.finish() { throw .cannotWrite(path: path, errno: failure.errno) }
  }

  /// A whole file at once.
  package static func write(
    _ bytes: some Collection<UInt8>, to path: String, replacing isReplacing: Bool, isPrivate: Bool, orSame: Bool = false
  ) throws(FileFailure) {
    let file = try OutputFile(path, replacing: isReplacing, isPrivate: isPrivate, orSame: orSame)
    try file.write(bytes)
    try file.commit()
  }
}
