import Files

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file that is in no folder, so that nobody else finds it and nothing is left of it, however the program ends.
package struct NamelessFile: ~Copyable {
  package let descriptor: Int32

  /// `nil` where the system has no room for temporary files.
  package init?() {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var name = Array("\(folder)/sitwell.XXXXXX".utf8CString)
    descriptor = mkstemp(&name)
    guard descriptor >= 0 else { return nil }
    unlink(name)
  }

  deinit { close(descriptor) }

  /// Where another library finds it, as long as it is open.
  package var path: String { "/dev/fd/\(descriptor)" }

  /// False where that cannot be.
  package func write(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.withUnsafeBytes { (try? writeWhole($0, to: descriptor)) != nil }
  }

  /// The same file under a descriptor of the caller's.
  consuming func release() -> Int32 { dup(descriptor) }
}
