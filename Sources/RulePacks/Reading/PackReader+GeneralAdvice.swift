import Ergonomics
import Markup

/// What the pack says to everybody.
extension PackReader {
  mutating func readGeneralAdvice() {
    guard let file = draft.head, let element = file.root.element("general-advice") else { return }
    var advice = GeneralAdvice()
    advice.lookAgain = element.number("look-again-days")
    advice.breaksEvery = element.element("breaks")?.number("minutes")
    for place in GeneralAdvice.Place.allCases { advice.texts[place] = element.element(place.rawValue)?.words }
    if let heights = element.element("heights") {
      advice.heightsFigure = figure(of: heights, in: file)
      advice.heights = heights.elements("height").map {
        .init(
          title: $0.words(in: "title"), beside: $0.optional("beside", as: Question.Drawn.init),
          known: $0.element("known")?.words, general: $0.words(in: "general"))
      }
    }
    draft.generalAdvice = advice
  }
}
