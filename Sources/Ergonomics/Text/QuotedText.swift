extension String {
  /// In quotation marks, with escapes for what may not stand between them.
  package var asJSON: String {
    var text = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case let other where other.value < 0x20:
        let digits = Swift.String(other.value, radix: 16)
        text += "\\u" + repeatElement("0", count: 4 - digits.count) + digits
      case let other: text.unicodeScalars.append(other)
      }
    }
    return text + "\""
  }
}
