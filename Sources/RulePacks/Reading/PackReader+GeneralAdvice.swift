import Ergonomics
import Markup

/// What the pack says to everybody.
extension PackReader {
  mutating func readGeneralAdvice() {
    guard let file = draft.head, let element = file.root.element("general-advice") else { return }
    var advice = GeneralAdvice()
    advice.lookAgain = element.number("look-again-days")
    advice.breaksEvery = element.element("breaks")?.number("minutes")
    for place in GeneralAdvice.Place.allCases {
      guard let text = element.element(place.rawValue) else { continue }
      advice.texts[place] = text.words
      checkFilled(text, with: place == .breaksPlanned ? "time" : nil, in: file)
    }
    if let heights = element.element("heights") {
      advice.heightsFigure = figure(of: heights, in: file)
      for height in heights.elements("height") {
        if let known = height.element("known") { checkFilled(known, with: "height", in: file) }
        checkFilled(height.requiredElement("general"), with: nil, in: file)
      }
      advice.heights = heights.elements("height").map {
        .init(
          title: $0.words(in: "title"), beside: $0.optional("beside", as: Question.Drawn.init),
          known: $0.element("known")?.words, general: $0.words(in: "general"))
      }
    }
    draft.generalAdvice = advice
  }

  /// A text into which one thing is put, or nothing.
  private mutating func checkFilled(_ element: MarkupElement, with name: String?, in file: PackFile) {
    let written = file.text(of: element)
    for place in AnswerPlaceholder.all(in: written.text) where !place.isClosed || place.name != name {
      problems.append(.notFilled(element.name, with: name, at: written.spot(ofCharacters: place.characters)))
    }
  }
}

extension Problem {
  fileprivate static func notFilled(_ element: String, with name: String?, at spot: SourceLocation) -> Problem {
    Problem(
      .strayPlaceholder, spot, "this would be printed as it stands",
      help: name.map { "write {\($0)}: nothing else is filled in in <\(element)>" }
        ?? "nothing is filled in in <\(element)>")
  }
}
