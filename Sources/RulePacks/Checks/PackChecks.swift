import Ergonomics

/// All checks of packs, in the order they are made. A new check is added here.
enum PackChecks {
  /// The first three take out what cannot be worked out; the others read what is left.
  static let ofDrafts: [any DraftCheck.Type] =
    [CircularMeasures.self, AskWhenLater.self, CircularAskWhen.self]
    + [UnreadQuestion.self, TooManyLimits.self]
    + [UnreadMeasure.self, FormulaTooLarge.self, LookupOutsideTable.self]
    + [TooManyScores.self, DoubleRegion.self, AddsToFormula.self, ScoreNothingAdds.self, TooManyPoints.self]
    + [DoubleBand.self, ReservedBand.self, BandGap.self, BandOrder.self, BandOutOfReach.self]
    + [SymptomAddsPoints.self, SymptomShown.self, PointsAboveEvidence.self, SameCondition.self]
    + [SameTitle.self, SameExample.self, SinceAfterVersion.self, PointsAboveScore.self]
    + [EmergencyNotTold.self, AtOnceWithoutEmergency.self, CorrectionNamedByNoRule.self]
    + [ExerciseWithoutSource.self, UncitedSource.self]
    + [DoublePrice.self, PriceOfNothing.self, ItemWithoutPrice.self]
    + [DoubleReview.self, ReviewOfNothing.self, LevelWithoutReview.self, ReviewOrder.self]

  static let ofAnswers: [any AnswersCheck.Type] =
    [NeverTrue.self, NeverFalse.self, NeverFound.self, QuestionWithoutEffect.self]
    + [MissingExample.self, ExampleDisagrees.self]
    + [ScoreExampleDisagrees.self, CorrectionExampleDisagrees.self]
    + [ShownUnanswered.self, FamilyOrder.self, SameFinding.self, CoversEverybody.self]
    + [SolvedUnproven.self, SolvedWhileFound.self]
    + [CorrectionHelpsNothing.self, FindingStays.self, CorrectionForNobody.self, OppositeCorrections.self]

  static var all: [any PackCheck.Type] { ofDrafts + ofAnswers }

  /// Everything that is wrong with a pack as a whole.
  ///
  /// - Parameter doubtful: Names of which nothing is claimed.
  static func problems(in draft: PackDraft, doubtful: Set<String>, depth: CheckDepth) -> [Problem] {
    var (pack, problems) = (CheckedDraft(draft, doubtful: doubtful), [Problem]())
    var canBeWorkedOut = true
    for check in ofDrafts {
      let found = check.problems(in: pack)
      problems += found
      pack = check.rest(of: pack)
      if check.stopsEvaluation, !found.isEmpty { canBeWorkedOut = false }
    }
    guard depth != .parts, canBeWorkedOut, let workedOut = WorkedOutPack(pack.draft, depth: depth) else {
      return problems
    }
    for check in ofAnswers where check.depth == .examples || depth == .allAnswers {
      problems += check.problems(in: workedOut)
    }
    return problems
  }
}
