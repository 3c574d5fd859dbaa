extension String {
  /// As text between tags, or in an attribute, of a page.
  package var asHTML: String {
    var text = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case let other: text.unicodeScalars.append(other)
      }
    }
    return text
  }
}
