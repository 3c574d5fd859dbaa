import Ergonomics

/// The questionnaire as one page that works without a network, from whatever folder it lies in.
///
/// Its parts are files of `Forms/page`. The script is the same for every pack; what it asks stands beside it as JSON. A
/// content security policy lets in this script and this style, by their hashes, and nothing else.
package enum OfflinePage {
  /// In the order in which they need each other.
  private static let scripts = [
    "conditions", "numbers", "answers", "interview", "memory", "fields", "screens", "paper", "encrypt", "page",
  ]

  package static func document(of source: FormSource) throws -> FormDocument {
    let pack = source.questionnaire
    let style = try source.asset("page/page.css")
    let script = "\"use strict\";\n" + (try scripts.map { try source.asset("page/\($0).js") }.joined(separator: "\n"))
    let title = source.packs.map(\.title).joined(separator: ", ")
    let notice = source.notice ?? []
    let page = try filled(
      source.asset("page/page.html"),
      with: [
        "language": pack.language.asHTML, "title": title.asHTML, "style": style, "styleHash": style.policyHash,
        "script": script, "scriptHash": script.policyHash, "questionnaire": PageQuestionnaire(source).value.scriptText,
        "command": "sitwell assess\(source.packs.map { " --pack \($0.id)" }.joined()) --answers answers.json".asHTML,
        "notice": notice.map { "<p>\($0.asHTML)</p>" }.joined(separator: "\n"),
      ])
    return FormDocument(bytes: Array(page.utf8), notes: source.notice == nil ? [FormWords.noticeMissing] : [])
  }

  /// `{{name}}` is filled in; what is filled in is not looked through again.
  private static func filled(_ template: String, with values: [String: String]) throws -> String {
    var (text, rest) = ("", template[...])
    while let start = rest.firstRange(of: "{{") {
      guard let end = rest[start.upperBound...].firstRange(of: "}}"),
        case let name = String(rest[start.upperBound..<end.lowerBound]), let value = values[name]
      else {
        let line = 1 + text.count { $0 == "\n" } + rest[..<start.lowerBound].count { $0 == "\n" }
        throw FormRefused([
          Problem(
            code: .form, place: .init(file: "page.html", line: line), summary: "nothing is called so here",
            help: "known: \(values.keys.sorted().joined(separator: ", "))")
        ])
      }
      text += rest[..<start.lowerBound] + value
      rest = rest[end.upperBound...]
    }
    return text + rest
  }
}
