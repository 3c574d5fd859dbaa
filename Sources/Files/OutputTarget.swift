#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the name of an output stands for, symbolic links followed.
enum OutputTarget: Hashable {
  case standardOutput
  /// An ordinary file, or none yet: what is written appears whole, under this path.
  case file(path: String, exists: Bool)
  /// A terminal, a pipe, a device such as `/dev/null`: it is written through and stays what it is.
  case stream(path: String)

  init(_ path: String) throws(FileFailure) {
    if path == "-" {
      self = .standardOutput
      return
    }
    var status = stat()
    guard stat(path, &status) == 0 else {
      self = .file(path: Self.endOfLinks(path), exists: false)
      return
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG where Self.isOpenAlready(path): self = .stream(path: path)
    case S_IFREG: self = .file(path: FileIdentity.resolved(path) ?? path, exists: true)
    case S_IFIFO, S_IFCHR: self = .stream(path: path)
    case S_IFDIR: throw .isDirectory(path: path)
    default: throw .isNoFile(path: path)
    }
  }

  /// Names of what the program was started with, such as `/dev/stdout`.
  private static func isOpenAlready(_ path: String) -> Bool {
    ["/dev/std", "/dev/fd/", "/proc/"].contains { path.hasPrefix($0) }
  }

  /// Where a chain of symbolic links ends, though nothing is there.
  private static func endOfLinks(_ path: String) -> String {
    var path = path
    for _ in 0..<40 {  // as many as Linux follows
      var target = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
      let count = readlink(path, &target, Int(PATH_MAX))
      guard count > 0 else { return path }
      let name = String(decoding: target[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
      path = name.hasPrefix("/") ? name : FileIdentity.folder(of: path) + "/" + name
    }
    return path
  }
}
