#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What tells that two names stand for one file: where it lies on its disk, or its path, all links resolved, where it is
/// not there yet.
package enum FileIdentity: Hashable, Sendable {
  case inode(device: UInt64, number: UInt64)
  case path(String)
  case standardOutput

  /// Of a name on the command line; `-` is standard input.
  package init?(input path: String) {
    if path == "-" { self.init(descriptor: STDIN_FILENO) } else { self.init(existing: path) }
  }

  init(_ target: OutputTarget) {
    switch target {
    case .standardOutput: self = Self(descriptor: STDOUT_FILENO) ?? .standardOutput
    case .file(let path, _), .stream(let path): self = Self(existing: path) ?? .path(Self.unresolvedPath(path))
    }
  }

  private init?(existing path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  private init?(descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    self.init(status)
  }

  private init(_ status: stat) {
    self = .inode(device: UInt64(truncatingIfNeeded: status.st_dev), number: UInt64(truncatingIfNeeded: status.st_ino))
  }

  /// With the folder resolved, of a file that is not there.
  private static func unresolvedPath(_ path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return (resolved(folder(of: path)) ?? folder(of: path)) + "/" + name
  }

  static func folder(of path: String) -> String {
    guard let end = path.lastIndex(of: "/") else { return "." }
    return end == path.startIndex ? "/" : String(path[..<end])
  }

  static func resolved(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
