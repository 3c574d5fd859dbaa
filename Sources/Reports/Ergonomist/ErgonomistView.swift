import Ergonomics

/// What the templates of the ergonomist's view can ask for: one person, assessed by one pack or by several.
///
/// One file an aspect: `+Outcomes`, `+Record`.
struct ErgonomistView: PageView {
  /// By pack.
  let views: [PersonView]
  let words: ReportPhrases
  /// What there is to do, in the order of the record.
  let actions: [RecordedAction]
  let followUp: FollowUp?
  private let isWithheld: Bool

  /// - Precondition: There is at least one assessment. An emergency in one of them withholds all.
  init(of assessments: [Assessment], words: ReportPhrases, _ followUp: FollowUp? = nil) {
    self.followUp = followUp
    precondition(!assessments.isEmpty, "there is nobody to show")
    views = PersonView.parts(of: assessments, words: words)
    (self.words, isWithheld) = (words, views[0].assessment.isWithheld)
    actions = views.enumerated().flatMap { place, view in view.assessment.actions.map { (place, $0) } }.enumerated()
      .map { RecordedAction(number: $0 + 1, pack: $1.0, action: $1.1) }
  }

  var fields: Fields {
    let header = views[0].assessment.header
    let records = views.indices.flatMap(records)
    let measures = records.filter { $0.measuredIn != nil && $0.state != .withheld }
    let cards = views.careCards
    return [
      "stamp": text(ReportStamp(views.map(\.assessment), as: .ergonomist, isFollowUp: followUp != nil).text),
      "language": text(Self.isLanguageTag(header.language) ? header.language : "en"),
      "person": optional(header.personID), "date": text(words.date(header.date)),
      "answered": HTMLText(records.count(where: \.isAnswered)), "asked": HTMLText(records.count(where: \.isAsked)),
      "program": text(header.programVersion),
      "purpose": text(IntendedPurpose.statement),
      "isWithheld": isWithheld,
      "since": someOrNone(isWithheld ? nil : followUp.flatMap { since($0, words) }),
      "isWithHealth": views.contains { $0.assessment.header.disclosure != .workstation },
      "care": someOrNone(cards.isEmpty ? nil : ["cards": list(cards)]),
      "packs": list(views.indices.map(pack)),
      "measures": someOrNone(isWithheld || measures.isEmpty ? nil : ["items": list(measures.map(measure))]),
      "record": someOrNone(isWithheld ? nil : record),
    ]
  }

  private func pack(_ place: Int) -> Fields {
    let (assessment, header) = (views[place].assessment, views[place].assessment.header)
    return [
      "key": HTMLText(place + 1), "title": text(header.packTitle), "id": text(header.packID),
      "version": text(header.packVersion), "hash": text(header.packHash), "signingKey": optional(header.packKey),
      "attribution": texts(header.attribution),
      "heading": optional(views.count > 1 ? header.packTitle : nil),
      "answers": list(answers(of: place)),
      "notAsked": someOrNone(questions(.notAsked, of: place)), "withheld": someOrNone(questions(.withheld, of: place)),
      "outcomes": someOrNone(isWithheld ? nil : outcomes(of: place)),
      "sources": someOrNone(assessment.sources.isEmpty ? nil : ["items": list(views[place].sources)]),
    ]
  }

  /// A question that an earlier pack asks too stands there.
  private func records(of place: Int) -> [Assessment.AnswerRecord] {
    let shown = Set(views[..<place].flatMap(\.assessment.answers).map(\.id))
    return views[place].assessment.answers.filter { !shown.contains($0.id) }
  }

  /// By section; without those that have no answer to show.
  private func answers(of place: Int) -> [Fields] {
    let records = records(of: place).filter { ![.notAsked, .withheld].contains($0.state) }
    return records.map(\.section).withoutDoubles.map { section in
      ["title": text(section), "records": list(records.filter { $0.section == section }.map(answer))]
    }
  }

  /// What takes a tape measure is told apart: it stands among the lines to fill in.
  private func questions(_ state: Assessment.AnswerRecord.State, of place: Int) -> Fields? {
    let records = records(of: place).filter { $0.state == state && ($0.measuredIn == nil || state == .withheld) }
    if records.isEmpty { return nil }
    return [
      "count": HTMLText(records.count),
      "items": list(records.map { ["label": text($0.label), "question": text($0.question)] }),
    ]
  }

  /// A line to fill in, beside what the person measured.
  private func measure(_ record: Assessment.AnswerRecord) -> Fields {
    [
      "label": text(record.label), "unit": text(record.measuredIn?.rawValue ?? ""),
      "told": optional(record.state == .answered ? record.words : nil),
      "target": someOrNone(record.target.map(target)),
    ]
  }

  private func target(_ target: Assessment.Target) -> Fields {
    let label = views.compactMap { $0.labels[target.beside] }.first ?? target.beside
    func side(_ length: String) -> String {
      let (key, rest) = length.hasPrefix("-") ? ("target.below", String(length.dropFirst())) : ("target.above", length)
      return words[key].filling("{length}", with: rest)
    }
    return [
      "ends": optional(target.ends), "from": text(side(target.from)), "to": text(side(target.to)),
      "beside": text(views[0].inSentence(label)),
    ]
  }

  private func answer(_ record: Assessment.AnswerRecord) -> Fields {
    let called = actions.filter { action in
      views[action.pack].assessment.answers.contains {
        $0.id == record.id && !Set($0.findings).isDisjoint(with: action.action.findings)
      }
    }
    return [
      "question": text(record.question), "words": optional(record.words),
      "state": optional(record.state == .answered ? nil : words.state(record.state)),
      "actions": list(called.map(reference)), "isOneAction": called.count == 1,
    ]
  }
}
