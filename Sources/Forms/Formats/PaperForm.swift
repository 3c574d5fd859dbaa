import Crypto
import Ergonomics
import Foundation

/// The questionnaire to print, on A4 or Letter: boxes to tick, where to go on, and a ruler on the edge of the first page.
enum PaperForm {
  static func document(of source: FormSource) throws -> FormDocument {
    let outline = FormOutline(source)
    var body = ""
    var isInSection = false
    for part in NumberedForm(outline).parts {
      if case .heading = part, isInSection { body += "</section>\n" }
      if case .heading = part { isInSection = true }
      body += html(of: part)
    }
    if isInSection { body += "</section>\n" }
    let style = try source.asset("paper.css")
    let page = """
      <!DOCTYPE html>
      <html lang="\(source.questionnaire.language.asHTML)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '\(hash(style))'">
      <title>\(outline.title.asHTML)</title>
      <style>\(style)</style>
      </head>
      <body>
      <main>
      \(Ruler.svg)
      <h1>\(outline.title.asHTML)</h1>
      <p class="scale paper">\(FormWords.scale.asHTML)</p>
      \(body)</main>
      </body>
      </html>

      """
    return FormDocument(bytes: Array(page.utf8), notes: outline.notes)
  }

  /// As Content Security Policy Level 3 writes it.
  private static func hash(_ text: String) -> String {
    "sha256-" + Data(SHA256.hash(data: Data(text.utf8))).base64EncodedString()
  }

  private static func html(of part: NumberedForm.Part) -> String {
    switch part {
    case .heading(let title, let about):
      return "<section>\n<h2>\(title.asHTML)</h2>\n" + (about.map { "<p>\($0.asHTML)</p>\n" } ?? "")
    case .note(let heading, let paragraphs, let isCare):
      let text = paragraphs.map { "<p>\($0.asHTML)</p>\n" }.joined()
      let (kind, tag) = isCare ? ("care", "h3") : ("note", "h2")
      return "<div class=\"\(kind)\">\n<\(tag)>\(heading.asHTML)</\(tag)>\n\(text)</div>\n"
    case .kept(let column): return "<p class=\"line\">\(column.label.asHTML): <span class=\"blank\"></span></p>\n"
    case .jump(let text): return "<p class=\"jump\">→ \(text.asHTML)</p>\n"
    case .question(let number, let question): return html(of: question, number)
    }
  }

  private static func html(of question: FormQuestion, _ number: Int) -> String {
    let head =
      "<h3>\(number). \(question.text.asHTML)</h3>\n<p class=\"help\">\(question.help.joined(separator: " ").asHTML)</p>\n"
    let answer: String
    if let range = question.range {
      answer = "<p class=\"line\"><span class=\"blank\"></span> \(FormWords.unit(range.unit).asHTML)</p>\n"
    } else if question.options.isEmpty {
      answer = "<p class=\"line\"><span class=\"blank wide\"></span></p>\n"
    } else {
      let box = question.takesSeveral ? "box" : "box round"
      let options = question.options.map { "<li><span class=\"\(box)\"></span>\($0.text.asHTML)</li>\n" }.joined()
      answer = "<ul>\n\(options)</ul>\n"
    }
    return "<div class=\"question\">\n\(head)\(answer)</div>\n"
  }
}

/// A ruler of 20 cm and 7 inches, and the outline of a bank card (ISO/IEC 7810, ID-1: 85.60 mm by 53.98 mm) to hold against it.
private enum Ruler {
  private static let card = (width: 85.6, height: 53.98)

  static var svg: String {
    let millimetres = (0...200).map { place -> String in
      let length = place % 10 == 0 ? 8 : place % 5 == 0 ? 6 : 4
      let number = place % 10 == 0 ? "<text x=\"9\" y=\"\(place + 6)\">\(place / 10)</text>" : ""
      return "<path d=\"M0 \(place + 5)h\(length)\"/>\(number)"
    }
    return """
      <svg class="ruler paper" role="img" aria-label="\(FormWords.ruler)" width="14mm" height="210mm" viewBox="0 0 14 210">
      \(millimetres.joined(separator: "\n"))
      </svg>
      <svg class="card paper" role="img" aria-label="\(FormWords.card)" width="\(card.width)mm" height="\(card.height)mm" viewBox="0 0 \(card.width) \(card.height)">
      <rect x="0.1" y="0.1" width="\(card.width - 0.2)" height="\(card.height - 0.2)" rx="3.18"/>
      <text x="6" y="28">\(FormWords.cardText)</text>
      </svg>
      """
  }
}
