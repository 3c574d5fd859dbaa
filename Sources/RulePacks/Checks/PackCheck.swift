import Ergonomics

/// One thing that can be wrong with a pack as a whole, though each part of it can be read.
///
/// A check is one file, named after its code: what it looks for, how that is said, and the smallest mistakes that it must
/// find. A test plants each of these in the small pack and wants this one problem at this place, and nothing else.
protocol PackCheck: Sendable {
  static var code: Problem.Code { get }
  /// At least one.
  static var examples: [BrokenPack] { get }
}

/// A check that compares parts of a pack, without working any rule out.
protocol DraftCheck: PackCheck {
  /// What is claimed of names in doubt is claimed by nobody.
  static func problems(in pack: CheckedDraft) -> [Problem]
  /// Whether rules cannot be worked out where this is wrong.
  static var stopsEvaluation: Bool { get }
  /// What later checks are shown: all of it, but for what nothing can be claimed of.
  static func rest(of pack: CheckedDraft) -> CheckedDraft
}

extension DraftCheck {
  static var stopsEvaluation: Bool { false }
  static func rest(of pack: CheckedDraft) -> CheckedDraft { pack }
}

/// A check of what only working the rules out can tell.
protocol AnswersCheck: PackCheck {
  static func problems(in pack: WorkedOutPack) -> [Problem]
  /// How far a pack must be checked for this to be looked at.
  static var depth: CheckDepth { get }
}

extension AnswersCheck {
  static var depth: CheckDepth { .allAnswers }
}
