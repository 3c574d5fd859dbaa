/// When a workstation is to be looked at again: by what the last assessment came to, and when something has changed.
package struct ReviewIntervals: Sendable, Hashable, Codable {
  package struct Level: Sendable, Hashable, Codable {
    /// Of any score.
    package let band: Band.ID
    package let within: CalendarSpan
    /// Where the interval comes from.
    package let source: Source.ID

    package init(band: Band.ID, within: CalendarSpan, source: Source.ID) {
      (self.band, self.within, self.source) = (band, within, source)
    }
  }

  /// Something that asks for another look.
  package struct Event: Sendable, Hashable, Codable, Identifiable {
    package let id: String
    /// "a move to another desk".
    package let words: String
    package let within: CalendarSpan
    package let source: Source.ID

    package init(id: String, words: String, within: CalendarSpan, source: Source.ID) {
      (self.id, self.words, self.within, self.source) = (id, words, within, source)
    }
  }

  /// A band once.
  package let levels: [Level]
  package let events: [Event]

  package init(levels: [Level], events: [Event]) { (self.levels, self.events) = (levels, events) }

  package func event(_ id: String) -> Event? { events.first { $0.id == id } }

  /// When to look again after an assessment on a day: by the highest level that any score may have, as what nobody answered is
  /// not fine. `nil` where no score applies.
  package func due(after scores: [Assessment.ScoreResult], on day: String) -> String? {
    let bands = Set(scores.compactMap { $0.now?.levelHigh })
    return levels.filter { bands.contains($0.band) }.map { $0.within.after(day) }.min()
  }
}
