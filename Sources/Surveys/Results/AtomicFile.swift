#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file that comes into being whole or not at all: written without a name, or where the file system needs one under
/// another beside its target, then put in place.
///
///     let file = try AtomicFile(at: "results.csv", replacing: false)
///     …  // write to file.descriptor
///     try file.commit()
///
/// Without `commit` nothing is left of it, also where the program is killed; a file that has a name may stay then.
package struct AtomicFile: ~Copyable {
  package enum Failure: Error, Hashable, Sendable {
    case exists(path: String)
    case isDirectory(path: String)
    /// The number is the system's `errno`.
    case cannotWrite(path: String, errno: Int32)
  }

  package let path: String
  /// In the folder of `path`, for a signal handler that removes it; `nil` while the file has no name.
  package let temporaryPath: String?
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
    (descriptor, temporaryPath) = try Self.open(besides: path)
    (self.path, self.isReplacing) = (path, isReplacing)
  }

  private static func open(besides path: String) throws(Failure) -> (descriptor: Int32, temporaryPath: String?) {
    if let descriptor = openNameless(besides: path) { return (descriptor, nil) }
    var name = Array("\(path).XXXXXX".utf8CString)
    let descriptor = mkstemp(&name)
    guard descriptor >= 0 else { throw .cannotWrite(path: path, errno: errno) }
    let mask = umask(0)
    umask(mask)
    fchmod(descriptor, 0o666 & ~mask)  // `mkstemp` lets nobody else read
    return (descriptor, String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self))
  }

  /// `nil` where the system or the file system knows no such files.
  private static func openNameless(besides path: String) -> Int32? {
    #if os(Linux)
      let end = path.lastIndex(of: "/")
      let folder = end.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
      let withoutName: Int32 = 0o20_000_000  // __O_TMPFILE, which the C library hides behind _GNU_SOURCE
      guard access("/proc/self/fd", X_OK) == 0 else { return nil }  // by which it gets a name
      let descriptor = Glibc.open(folder, O_DIRECTORY | withoutName | O_WRONLY, 0o666)
      return descriptor >= 0 ? descriptor : nil
    #else
      return nil
    #endif
  }

  deinit {
    close(descriptor)
    if !isCommitted, let temporaryPath { unlink(temporaryPath) }
  }

  /// Makes sure that the text is on the disk, then puts it in place.
  package consuming func commit() throws(Failure) {
    guard fsync(descriptor) == 0 else { throw .cannotWrite(path: path, errno: errno) }
    if isReplacing {
      let name = if let temporaryPath { temporaryPath } else { try named() }
      guard rename(name, path) == 0 else {
        let reason = errno
        unlink(name)
        throw .cannotWrite(path: path, errno: reason)
      }
    } else {  // a link, unlike a renaming, never replaces what has come up meanwhile
      guard link(to: path) else {
        throw errno == EEXIST ? .exists(path: path) : .cannotWrite(path: path, errno: errno)
      }
      if let temporaryPath { unlink(temporaryPath) }
    }
    isCommitted = true
  }

  /// Gives the file a further name.
  private func link(to name: String) -> Bool {
    if let temporaryPath { return linkat(AT_FDCWD, temporaryPath, AT_FDCWD, name, 0) == 0 }
    return linkat(AT_FDCWD, "/proc/self/fd/\(descriptor)", AT_FDCWD, name, AT_SYMLINK_FOLLOW) == 0
  }

  /// Gives a file without a name one beside the target: only a name can replace another.
  private func named() throws(Failure) -> String {
    while true {
      let name = "\(path).\(UInt32.random(in: .min ... .max))"
      if link(to: name) { return name }
      guard errno == EEXIST else { throw .cannotWrite(path: path, errno: errno) }
    }
  }
}
