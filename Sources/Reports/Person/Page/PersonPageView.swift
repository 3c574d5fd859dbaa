import Ergonomics

/// What the templates of the personal report can ask for: one person, and what one instrument or several beside each other
/// say of the answers. Scores stay with their instruments; care cards and answers are the person's and stand once.
struct PersonPageView: PageView {
  let words: ReportPhrases
  /// One for each instrument, in the order of the packs.
  let parts: [PersonView]
  /// What to do, of all instruments.
  let tasks: [Task]
  /// The card alone, without the rest of the report.
  var isCard = false
  /// `nil` where no register is asked.
  var followUp: FollowUp?

  /// - Precondition: There is at least one assessment; all are of the same person.
  init(of assessments: [Assessment], words: ReportPhrases, figures: [String: HTMLText], body: BodyDrawing?) {
    self.words = words
    parts = PersonView.parts(of: assessments, words: words, figures: figures, body: body)
    tasks = Self.tasks(of: parts)
  }

  var isWithheld: Bool { parts.contains { $0.assessment.isWithheld } }

  var fields: Fields {
    let header = parts[0].assessment.header
    let (cards, records) = (parts.careCards, records)
    return [
      "stamp": text(
        ReportStamp(parts.map(\.assessment), as: isCard ? .card : .person, isFollowUp: followUp != nil).text),
      "language": text(Self.isLanguageTag(header.language) ? header.language : "en"),
      "person": optional(header.personID),
      "date": text(words.date(header.date)),
      "answered": text("\(records.count { $0.record.state == .answered })"),
      "asked": text("\(records.count { $0.record.isAsked || $0.record.state == .notNeeded })"),
      "program": text(header.programVersion),
      "packTitle": text(header.packTitle), "packID": text(header.packID),
      "packVersion": text(header.packVersion), "packHash": text(header.packHash),
      "packKey": optional(header.packKey),
      "attribution": texts(header.attribution),
      "isSeveral": parts.count > 1, "instruments": someOrNone(parts.count > 1 ? instruments : nil),
      "purpose": text(IntendedPurpose.statement), "scoringNote": optional(said(.scoring)),
      "isWithheld": isWithheld,
      "care": someOrNone(cards.isEmpty ? nil : ["cards": list(cards)]),
      "isPressing": parts.contains { $0.assessment.careCards.contains { $0.level == .urgent } },
      "atOnce": someOrNone(atOnce),
      "summary": someOrNone(isWithheld ? nil : headline.fields(in: self)),
      "card": someOrNone(isWithheld ? nil : card(among: records)),
      "since": someOrNone(isWithheld ? nil : followUp.flatMap { since($0, words) }),
      "todo": someOrNone(isWithheld || tasks.isEmpty ? nil : todo),
      "day": someOrNone(isWithheld ? nil : day),
      "report": list(isWithheld ? [] : parts.map(\.fields)),
      "good": someOrNone(isWithheld ? nil : good(among: records)),
      "answers": list(sections(of: records)),
      "pointsOf": optional(
        Set(parts.map(\.scoresInARow)).count == 1 && parts[0].assessment.findings.contains { !$0.adds.isEmpty }
          ? parts[0].scoresInARow : nil),
      "notAsked": optional(notAsked(of: records, isMeasure: false)),
      "notNeeded": optional(notNeeded(of: records)), "decided": optional(decided(by: records)),
      "notMeasured": optional(notAsked(of: records, isMeasure: true)),
      "sources": someOrNone(parts.allSatisfy(\.assessment.sources.isEmpty) ? nil : ["lists": list(sources)]),
    ]
  }

  /// The signs that need help at once, and the numbers to call; `nil` if no pack knows any.
  private var atOnce: Fields? {
    if emergencySigns.isEmpty { return nil }
    return [
      "signs": list([["items": texts(emergencySigns)]]),
      "numbers": optional(emergencyNumbers),
    ]
  }

  var emergencySigns: [String] { parts.flatMap(\.assessment.atOnce).withoutDoubles }

  /// "112 (European Union), 999 (United Kingdom)"; `nil` if no pack knows any.
  var emergencyNumbers: String? {
    let numbers = parts.flatMap(\.assessment.emergencyNumbers).withoutDoubles.map { "\($0.number) (\($0.place))" }
    return numbers.isEmpty ? nil : numbers.joined(separator: ", ")
  }

  private var instruments: Fields {
    [
      "titles": text(words.listed(parts.map(\.assessment.header.packTitle))),
      "items": list(parts.map(\.instrument)),
    ]
  }

  private var sources: [Fields] {
    parts.filter { !$0.assessment.sources.isEmpty }.map { part in
      let shown = part.shownSources
      return [
        "title": optional(parts.count > 1 ? part.assessment.header.packTitle : nil),
        "items": list(shown), "isShortened": shown.count < part.assessment.sources.count,
      ]
    }
  }
}

extension PersonView {
  /// Of one person by one pack each; an emergency in one of them withholds all.
  static func parts(
    of assessments: [Assessment], words: ReportPhrases, figures: [String: HTMLText] = [:], body: BodyDrawing? = nil
  ) -> [PersonView] {
    let isWithheld = assessments.contains(where: \.isWithheld)
    return assessments.enumerated().map { place, assessment in
      var assessment = assessment
      assessment.isWithheld = isWithheld
      return PersonView(
        of: assessment, words: words, figures: figures, body: body, place: assessments.count > 1 ? place : nil)
    }
  }
}

extension [PersonView] {
  /// Of all packs, most pressing first; one that several know stands once.
  var careCards: [Fields] {
    var seen: Set<Assessment.CareAdvice> = []
    let cards = flatMap { part in part.assessment.careCards.map { (part: part, card: $0) } }
      .filter { seen.insert($0.card).inserted }
    return CareCard.Level.allCases.flatMap { level in
      cards.filter { $0.card.level == level }.map { $0.part.care($0.card) }
    }
  }
}
