import Foundation

/// How many files the system lets a program hold open at a time.
enum OpenFiles {
  /// For any command, with those that the language opens for itself: with fewer it ends in the middle, without a word.
  private static let least = 20

  static func demandEnough() throws {
    let most = sysconf(Int32(_SC_OPEN_MAX))
    guard most < 0 || most >= least else {  // negative where there is no limit
      throw Failure.input("only \(most) files may be open at a time\n  help: allow \(least) or more: ulimit -n 256")
    }
  }
}
