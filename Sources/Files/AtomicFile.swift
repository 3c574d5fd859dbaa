#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file that comes into being whole or not at all: written without a name, or where the file system needs one under
/// another beside its target, then put in place.
///
///     let file = try AtomicFile(at: "results.csv", replacing: false, isPrivate: true)
///     …  // write to file.descriptor
///     try file.commit()
///
/// Without `commit` nothing is left of it, also where the program is killed; a file that has a name may stay then.
struct AtomicFile: ~Copyable {
  let path: String
  /// In the folder of `path`, for a signal handler that removes it; `nil` while the file has no name.
  let temporaryPath: String?
  let descriptor: Int32
  private let isReplacing: Bool
  private let orSame: Bool
  private var isCommitted = false

  /// Opens the temporary file; a target that exists is refused unless it may be replaced.
  ///
  /// - Parameters:
  ///   - path: Of an ordinary file, or of none; never of a link or a device.
  ///   - isPrivate: Nobody else may read it, from its first byte on.
  ///   - orSame: A target that holds the same already is no hindrance, and stays.
  init(at path: String, replacing isReplacing: Bool, isPrivate: Bool, orSame: Bool = false) throws(FileFailure) {
    if !isReplacing, !orSame, access(path, F_OK) == 0 { throw .exists(path: path) }
    (descriptor, temporaryPath) = try Self.open(besides: path, mode: isPrivate ? 0o600 : 0o666)
    (self.path, self.isReplacing, self.orSame) = (path, isReplacing, orSame)
    if let temporaryPath { TemporaryFiles.add(temporaryPath) }
  }

  private static func open(
    besides path: String, mode: mode_t
  ) throws(FileFailure) -> (descriptor: Int32, temporaryPath: String?) {
    if let descriptor = openNameless(besides: path, mode: mode) { return (descriptor, nil) }
    var name = Array("\(path).XXXXXX".utf8CString)
    let descriptor = mkstemp(&name)
    guard descriptor >= 0 else { throw .cannotWrite(path: path, errno: errno) }
    fchmod(descriptor, mode & ~mask)  // `mkstemp` lets nobody else read
    return (descriptor, String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self))
  }

  /// Read once: to read it is to change it for a moment, which other threads would see.
  private static let mask: mode_t = {
    let mask = umask(0)
    umask(mask)
    return mask
  }()

  /// `nil` where the system or the file system knows no such files.
  private static func openNameless(besides path: String, mode: mode_t) -> Int32? {
    #if os(Linux)
      let withoutName: Int32 = 0o20_000_000  // __O_TMPFILE, which the C library hides behind _GNU_SOURCE
      guard access("/proc/self/fd", X_OK) == 0 else { return nil }  // by which it gets a name
      let descriptor = Glibc.open(FileIdentity.folder(of: path), O_DIRECTORY | withoutName | O_RDWR, mode)
      return descriptor >= 0 ? descriptor : nil
    #else
      return nil
    #endif
  }

  deinit {
    close(descriptor)
    guard let temporaryPath else { return }
    if !isCommitted { unlink(temporaryPath) }
    TemporaryFiles.remove(temporaryPath)
  }

  /// Makes sure that the text is on the disk, then puts it in place.
  consuming func commit() throws(FileFailure) {
    guard fsync(descriptor) == 0 else { throw .cannotWrite(path: path, errno: errno) }
    if orSame, !isReplacing, access(path, F_OK) == 0 {
      guard holdsTheSame() else { throw .differs(path: path) }
      return
    }
    if isReplacing {
      try moveInPlace()
    } else if link(to: path) {  // a link, unlike a renaming, never replaces what has come up meanwhile
      if let temporaryPath { unlink(temporaryPath) }
    } else if errno != EEXIST, temporaryPath != nil {
      try claimPlace()
    } else {
      throw errno == EEXIST ? .exists(path: path) : .cannotWrite(path: path, errno: errno)
    }
    isCommitted = true
  }

  /// As the file at its place.
  private func holdsTheSame() -> Bool {
    let other = systemOpen(path, O_RDONLY, 0)
    guard other >= 0 else { return false }
    defer { close(other) }
    guard lseek(other, 0, SEEK_END) == lseek(descriptor, 0, SEEK_END) else { return false }
    var (place, mine, theirs) = (off_t(0), [UInt8](repeating: 0, count: 1 << 16), [UInt8](repeating: 0, count: 1 << 16))
    while true {
      let count = pread(descriptor, &mine, mine.count, place)
      guard count >= 0, pread(other, &theirs, max(1, count), place) == count, mine[..<count] == theirs[..<count] else {
        return false
      }
      if count == 0 { return true }
      place += off_t(count)
    }
  }

  private func moveInPlace() throws(FileFailure) {
    let name = if let temporaryPath { temporaryPath } else { try named() }
    guard rename(name, path) == 0 else {
      let reason = errno
      unlink(name)
      throw .cannotWrite(path: path, errno: reason)
    }
  }

  /// For file systems that know no links, such as that of memory cards: an empty file takes the place, if nobody has,
  /// and is replaced.
  private func claimPlace() throws(FileFailure) {
    let claim = systemOpen(path, O_CREAT | O_EXCL | O_WRONLY, 0o600)
    guard claim >= 0 else { throw errno == EEXIST ? .exists(path: path) : .cannotWrite(path: path, errno: errno) }
    close(claim)
    do throws(FileFailure) {
      try moveInPlace()
    } catch {
      unlink(path)
      throw error
    }
  }

  /// Gives the file a further name.
  private func link(to name: String) -> Bool {
    if let temporaryPath { return linkat(AT_FDCWD, temporaryPath, AT_FDCWD, name, 0) == 0 }
    return linkat(AT_FDCWD, "/proc/self/fd/\(descriptor)", AT_FDCWD, name, AT_SYMLINK_FOLLOW) == 0
  }

  /// Gives a file without a name one beside the target: only a name can replace another.
  private func named() throws(FileFailure) -> String {
    while true {
      let name = "\(path).\(UInt32.random(in: .min ... .max))"
      if link(to: name) { return name }
      guard errno == EEXIST else { throw .cannotWrite(path: path, errno: errno) }
    }
  }
}

private func systemOpen(_ path: String, _ flags: Int32, _ mode: mode_t) -> Int32 { open(path, flags, mode) }
