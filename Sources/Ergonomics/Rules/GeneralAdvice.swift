/// What a pack says to everybody, whatever was found: heights, breaks, how to begin with exercises, when to answer again.
///
/// Reports print of it what the pack has, and nothing of the kind where it has none.
package struct GeneralAdvice: Sendable, Hashable, Codable {
  /// Where a text stands.
  package enum Place: String, CaseIterable, Sendable, Codable {
    /// How long the questions take, before the first: "about 5 minutes".
    case takes
    case breaks
    /// In place of `breaks` where the plan has spells of sitting that are shorter than `breaksEvery`; `{time}` is how long.
    case breaksPlanned = "breaks-planned"
    /// What counts as a break, in a few words.
    case breaksCount = "breaks-count"
    /// What to leave out on a day with little time.
    case shortOfTime = "short-of-time"
    case exercises, reliefs
    /// What is known of the subject and scores must not be taken for, as the end of a sentence.
    case scoring
    /// When an assessor looks again earlier.
    case reviewEarlier = "review-earlier"
  }

  /// How high something of a workplace goes best.
  package struct Height: Sendable, Hashable, Codable {
    package var title: String
    /// The height of the body that it goes by; `nil` = it goes by none that is asked.
    package var beside: Question.Drawn?
    /// Where that height is known: `{height}` is how much.
    package var known: String?
    package var general: String

    package init(title: String, beside: Question.Drawn?, known: String?, general: String) {
      (self.title, self.beside, self.known, self.general) = (title, beside, known, general)
    }
  }

  package var texts: [Place: String] = [:]
  package var heights: [Height] = []
  /// The drawing of the heights.
  package var heightsFigure: String?
  /// How long on end `breaks` speaks of, in minutes.
  package var breaksEvery: Int?
  /// After how many days to answer once more.
  package var lookAgain: Int?

  package init() {}

  /// Nothing but how long the questions take.
  package init(takes: String) { texts[.takes] = takes }

  /// What a report tells of it.
  func told(at disclosure: Disclosure) -> GeneralAdvice {
    var told = disclosure == .everything ? self : GeneralAdvice()
    told.texts = texts.filter { place, _ in
      place == .reviewEarlier ? disclosure != .everything : place != .takes && disclosure == .everything
    }
    return told
  }
}
