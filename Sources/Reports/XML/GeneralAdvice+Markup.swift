import Ergonomics
import Markup

extension GeneralAdvice {
  func write(to writer: inout MarkupWriter) {
    if self == GeneralAdvice() { return }
    writer.element("general-advice", ["look-again-days": lookAgain.map(String.init)]) { writer in
      if !heights.isEmpty {
        writer.element("heights", ["figure": heightsFigure]) { writer in
          for height in heights { height.write(to: &writer) }
        }
      }
      for place in Place.allCases {
        guard let text = texts[place] else { continue }
        let minutes = place == .breaks ? breaksEvery.map(String.init) : nil
        writer.element(place.rawValue, ["minutes": minutes], text: text)
      }
    }
  }

  init(_ advice: MarkupElement) throws {
    self.init()
    lookAgain = try advice.optionalNumber("look-again-days")
    breaksEvery = try advice.element("breaks")?.optionalNumber("minutes")
    for place in Place.allCases { texts[place] = advice.optionalText(place.rawValue) }
    guard let its = advice.element("heights") else { return }
    heightsFigure = its["figure"]
    heights = try its.elements("height").map(Height.init)
  }
}

extension GeneralAdvice.Height {
  fileprivate func write(to writer: inout MarkupWriter) {
    writer.element("height", ["beside": beside?.rawValue]) { writer in
      writer.element("title", text: title)
      writer.text("known", known)
      writer.element("general", text: general)
    }
  }

  fileprivate init(_ height: MarkupElement) throws {
    self.init(
      title: try height.text("title"), beside: try height.optionalWord("beside"), known: height.optionalText("known"),
      general: try height.text("general"))
  }
}
