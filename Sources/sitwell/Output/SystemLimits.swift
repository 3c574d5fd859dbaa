import Foundation

/// What the language itself needs of the system. Without it a program ends in the middle, or does what nobody asked for.
enum SystemLimits {
  /// Files that any command may hold open at a time, with those that the language opens for itself.
  private static let fewestFiles = 20
  /// Addresses that threads are given room in; with fewer the language waits for ever for a thread.
  private static let fewestMegabytes = 400

  static func check() throws {
    let most = sysconf(Int32(_SC_OPEN_MAX))
    guard most < 0 || most >= fewestFiles else {  // negative where there is no limit
      throw Failure.input(
        "only \(most) files may be open at a time\n  help: allow \(fewestFiles) or more: ulimit -n 256")
    }
    #if os(Linux)
      var limit = rlimit()
      let isKnown = getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0
      guard !isKnown || limit.rlim_cur >= UInt(fewestMegabytes) << 20 else {
        throw Failure.input(
          "only \(limit.rlim_cur >> 20) MB of addresses may be used\n  help: allow \(fewestMegabytes) or more: ulimit -v 1000000"
        )
      }
      guard access("/proc/self/cmdline", R_OK) == 0 else {
        throw Failure.input("cannot read /proc/self/cmdline, which tells what was asked for\n  help: mount /proc")
      }
    #endif
  }
}
