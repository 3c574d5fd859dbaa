#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file that comes into being whole or not at all: written under another name beside its target, then renamed.
///
///     let file = try AtomicFile(at: "results.csv", replacing: false)
///     …  // write to file.descriptor
///     try file.commit()
///
/// Without `commit` nothing is left of it; after the program was killed, at most the temporary file.
package struct AtomicFile: ~Copyable {
  package enum Failure: Error, Hashable, Sendable {
    case exists(path: String)
    case isDirectory(path: String)
    /// The number is the system's `errno`.
    case cannotWrite(path: String, errno: Int32)
  }

  package let path: String
  /// In the folder of `path`; for a signal handler that removes it.
  package let temporaryPath: String
  package let descriptor: Int32
  private let isReplacing: Bool
  private var isCommitted = false

  /// Opens the temporary file; a target that exists is refused unless it may be replaced.
  package init(at path: String, replacing isReplacing: Bool) throws(Failure) {
    var status = stat()
    if stat(path, &status) == 0 {
      if status.st_mode & S_IFMT == S_IFDIR { throw .isDirectory(path: path) }
      if !isReplacing { throw .exists(path: path) }
    }
    var name = Array("\(path).XXXXXX".utf8CString)
    let descriptor = mkstemp(&name)
    guard descriptor >= 0 else { throw .cannotWrite(path: path, errno: errno) }
    let mask = umask(0)
    umask(mask)
    fchmod(descriptor, 0o666 & ~mask)  // `mkstemp` lets nobody else read
    (self.path, self.isReplacing, self.descriptor) = (path, isReplacing, descriptor)
    temporaryPath = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    close(descriptor)
    if !isCommitted { unlink(temporaryPath) }
  }

  /// Makes sure that the text is on the disk, then puts it in place.
  package consuming func commit() throws(Failure) {
    guard fsync(descriptor) == 0 else { throw .cannotWrite(path: path, errno: errno) }
    if isReplacing {
      guard rename(temporaryPath, path) == 0 else { throw .cannotWrite(path: path, errno: errno) }
    } else {  // a link, unlike a renaming, never replaces what has come up meanwhile
      guard link(temporaryPath, path) == 0 else {
        throw errno == EEXIST ? .exists(path: path) : .cannotWrite(path: path, errno: errno)
      }
      unlink(temporaryPath)
    }
    isCommitted = true
  }
}
