import Ergonomics

/// The hours of a day as bars, as they were answered and with the plan done: sitting in pieces as long as its spells, of it
/// driving, and standing.
struct DayBars {
  var sitting = 0
  var sittingSpell: Int?
  var driving = 0
  var standing = 0
  var standingSpell: Int?

  enum Kind { case sitting, driving, standing }

  struct Block {
    let kind: Kind
    /// In thousandths of the scale.
    let x: Int
    let width: Int
  }

  /// Driving is part of sitting, however it was answered.
  var total: Int { max(sitting, driving) + standing }

  /// - Parameter scale: Minutes that the whole width stands for.
  func blocks(scale: Int) -> [Block] {
    let parts: [(Kind, Int, Int?)] = [
      (.sitting, max(0, sitting - driving), sittingSpell), (.driving, driving, nil),
      (.standing, standing, standingSpell),
    ]
    var (blocks, minute) = ([Block](), 0)
    for (kind, length, spell) in parts where length > 0 {
      // Shorter pieces could not be told apart.
      let piece = max(min(spell ?? length, length), scale / 40, 1)
      for start in stride(from: 0, to: length, by: piece) {
        let (from, to) = (minute + start, minute + min(start + piece, length))
        let x = from * 1000 / scale
        blocks.append(Block(kind: kind, x: x, width: max(2, to * 1000 / scale - x - Self.gap)))
      }
      minute += length
    }
    return blocks
  }

  private static let gap = 7
}

extension PersonPageView {
  /// `nil` where nobody told how long they sit or stand.
  var day: Fields? {
    let drawn = numbersDrawn
    let (now, planned) = (DayBars(drawn.mapValues(\.now)), DayBars(drawn.mapValues(\.planned)))
    let scale = max(now.total, planned.total)
    if scale == 0 || now.total == 0 { return nil }
    let rows = [(now, "as-answered")] + (drawn.values.contains { $0.now != $0.planned } ? [(planned, "planned")] : [])
    return ["rows": list(rows.map { row($0.0, words["timeline.\($0.1)"], scale: scale) }), "isSame": rows.count == 1]
  }

  /// Each once, from whichever instrument asks it.
  var numbersDrawn: [Question.Drawn: Assessment.DrawnNumber] {
    let all = parts.flatMap { $0.assessment.answers.compactMap(\.drawn) }
    return Dictionary(all.map { ($0.what, $0) }) { first, _ in first }
  }

  private func row(_ day: DayBars, _ title: String, scale: Int) -> Fields {
    let blocks = day.blocks(scale: scale).map { block -> Fields in
      [
        "x": HTMLText(block.x), "width": HTMLText(block.width), "isSitting": block.kind == .sitting,
        "isDriving": block.kind == .driving, "isStanding": block.kind == .standing,
      ]
    }
    return ["title": text(title), "blocks": list(blocks), "says": text(says(day))]
  }

  /// "sitting 9 h, at most 2 h on end; of it driving 1 h; standing 2 h, at most 40 min on end"
  private func says(_ day: DayBars) -> String {
    func part(_ key: String, _ minutes: Int) -> String {
      words["timeline.\(key)"].filling("{time}", with: words.time(minutes))
    }
    func spell(_ minutes: Int?) -> String { minutes.map { part("on-end", $0) } ?? words["timeline.unknown-spell"] }
    var parts = ["\(part("sitting", max(day.sitting, day.driving))), \(spell(day.sittingSpell))"]
    if day.driving > 0 { parts.append(part("driving", day.driving)) }
    if day.standing > 0 { parts.append("\(part("standing", day.standing)), \(spell(day.standingSpell))") }
    return parts.joined(separator: "; ")
  }
}

extension DayBars {
  fileprivate init(_ minutes: [Question.Drawn: Int]) {
    (sitting, sittingSpell) = (minutes[.sitting] ?? 0, minutes[.sittingSpell])
    (standing, standingSpell) = (minutes[.standing] ?? 0, minutes[.standingSpell])
    driving = minutes[.driving] ?? 0
    if sittingSpell == 0 { sittingSpell = nil }
    if standingSpell == 0 { standingSpell = nil }
  }
}

extension ReportPhrases {
  /// "1 h 30 min"
  func time(_ minutes: Int) -> String {
    let (hours, rest) = (minutes / 60, minutes % 60)
    let parts = [
      hours > 0 ? self["card.hours"].filling("{n}", with: String(hours)) : nil,
      rest > 0 || hours == 0 ? self["card.minutes"].filling("{n}", with: String(rest)) : nil,
    ]
    return parts.compactMap { $0 }.joined(separator: " ")
  }
}
