/// Why a file is not written.
package enum FileFailure: Error, Hashable, Sendable {
  case exists(path: String)
  /// It is there, with something else in it than what was to be written.
  case differs(path: String)
  case isDirectory(path: String)
  /// A disk, or another thing that a stream of text would spoil.
  case isNoFile(path: String)
  /// The command reads it.
  case isInput(path: String)
  /// Two outputs of a command would go there.
  case isTwice(path: String)
  /// The number is the system's `errno`. The path `-` is standard output.
  case cannotWrite(path: String, errno: Int32)
}
