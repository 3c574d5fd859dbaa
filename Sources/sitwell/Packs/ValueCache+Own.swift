import Files
import Foundation

extension ValueCache {
  /// Below `$XDG_CACHE_HOME/sitwell`, else `~/.cache/sitwell`; `nil` where there is no home.
  static var own: ValueCache? {
    guard let folder = OwnFolder.path("XDG_CACHE_HOME", else: ".cache"), let program else { return nil }
    return ValueCache(folder: folder, program: program)
  }

  /// The version, and which file of the disk the program is.
  private static var program: String? {
    #if os(Linux)
      let path: String? = "/proc/self/exe"
    #else
      let path = Bundle.main.executablePath
    #endif
    var status = stat()
    guard let path, stat(path, &status) == 0 else { return nil }
    #if canImport(Darwin)
      let changed = status.st_mtimespec
    #else
      let changed = status.st_mtim
    #endif
    let parts = [Int(status.st_dev), Int(status.st_ino), Int(status.st_size), changed.tv_sec, changed.tv_nsec]
    return ([Sitwell.version] + parts.map(String.init)).joined(separator: " ")
  }
}
