import Foundation

/// Where a person keeps what is of the program (XDG Base Directory Specification 0.8).
enum OwnFolder {
  /// - Parameters:
  ///   - variable: Of the environment, such as `XDG_STATE_HOME`.
  ///   - usual: Below the home where that is not set.
  /// - Returns: `nil` where there is no home.
  static func path(_ variable: String, else usual: String) -> String? {
    let environment = ProcessInfo.processInfo.environment
    // The specification has relative paths ignored; a home that is the root of all is nobody's.
    func folder(_ path: String?) -> String? {
      path.flatMap { $0.hasPrefix("/") && $0.contains { $0 != "/" } ? $0 : nil }
    }
    let home = folder(environment["HOME"]) ?? folder(getpwuid(getuid())?.pointee.pw_dir.map { String(cString: $0) })
    return (folder(environment[variable]) ?? home.map { "\($0)/\(usual)" }).map { $0 + "/sitwell" }
  }
}
