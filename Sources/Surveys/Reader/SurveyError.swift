import Ergonomics

/// What stops the reading of a survey. A bad row never does.
package enum SurveyError: Error, Hashable, Sendable {
  /// What the file holds cannot be scored as it is; sorted.
  case refused([Problem])
  /// The number is the system's `errno`.
  case cannotRead(errno: Int32)
  case cannotWrite(errno: Int32)
}
