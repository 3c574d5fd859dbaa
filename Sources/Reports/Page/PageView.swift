import Ergonomics

/// What templates of a page can ask for.
protocol PageView {
  var words: ReportPhrases { get }
  var fields: Fields { get }
}

extension PageView {
  func text(_ text: String) -> HTMLText { HTMLText(text) }
  func optional(_ text: String?) -> [any ViewValue] { text.map { [HTMLText($0)] } ?? [] }
  func texts(_ texts: [String]) -> [any ViewValue] { texts.map { HTMLText($0) } }
  func list(_ items: [Fields]) -> [any ViewValue] { items.map { $0 } }
  /// Items that stand on one line: each knows whether another follows.
  func row(_ items: [Fields]) -> [any ViewValue] { items.inARow }
  func someOrNone(_ fields: Fields?) -> [any ViewValue] { fields.map { [$0] } ?? [] }

  /// What of a survey file was not counted; `nil` where all was.
  func omissions(_ all: [TeamSummary.Omission], shown most: Int = 50) -> Fields? {
    if all.isEmpty { return nil }
    return [
      "items": list(
        all.prefix(most).map { omission in
          let place = omission.place
          let position = [place.line, place.column].compactMap { $0 }.map { ":\($0)" }.joined()
          return ["place": text(place.file + position), "words": text(omission.words)]
        }),
      "rest": optional(all.count > most ? String(all.count - most) : nil),
    ]
  }

  /// Letters, digits and hyphens, as a BCP 47 tag has them.
  static func isLanguageTag(_ tag: String) -> Bool {
    !tag.isEmpty && tag.utf8.count <= 35 && tag.first != "-" && tag.last != "-"
      && tag.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
  }
}

extension [Fields] {
  /// Each knows whether another follows.
  var inARow: [any ViewValue] {
    zip(self, 1...).map { item, number -> any ViewValue in item.inARow(isFollowed: number < count) }
  }
}
