import Crypto
import Foundation

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

  /// Of a style or a script, as Content Security Policy Level 3 writes it.
  var policyHash: String { "sha256-" + Data(SHA256.hash(data: Data(utf8))).base64EncodedString() }
}
