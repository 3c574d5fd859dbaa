import Ergonomics
import Markup

/// The rows of findings of a team report, read back from what was written: by title, each team's step, then everyone's.
struct ToldRows {
  private(set) var rows: [String: [String]] = [:]

  /// "10-14", "15+".
  static func told(_ steps: [CountStep]) -> [String] {
    steps.map { step in step.high.map { "\(step.low)-\($0)" } ?? "\(step.low)+" }
  }

  init(xml bytes: [UInt8]) throws {
    let schema = try Schema(Array(Shipped.templates.file("team.xsd").text.utf8))
    let root = try MarkupDocument(bytes, schema: schema).root
    for finding in root.element("findings")?.elements("finding") ?? [] {
      rows[finding.element("title")?.text ?? ""] = (finding.elements("count") + finding.elements("everyone")).map {
        let low = $0["low"] ?? ""
        return $0["high"].map { "\(low)-\($0)" } ?? "\(low)+"
      }
    }
  }

  init(csv bytes: [UInt8]) {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    guard let head = lines.first, let last = head.firstIndex(of: "Everyone") else { return }
    for line in lines.dropFirst() where !line[0].isEmpty { rows[line[1]] = line[10...last].map(Self.plain) }
  }

  init(html: String) {
    let row = #/<tr><th scope="row">([^<]*)</th><td class="all h[^>]*>([^<]*)</td>(.*)</tr>/#
    for match in html.matches(of: row) {
      let cells = match.output.3.matches(of: #/<td class="h[^>]*>([^<]*)</td>/#).map { String($0.output.1) }
      rows[String(match.output.1)] = (cells + [String(match.output.2)]).map(Self.plain)
    }
  }

  private static func plain(_ step: String) -> String {
    step.replacing(" or more", with: "+").replacing(" to ", with: "-").replacing("–", with: "-")
  }
}
