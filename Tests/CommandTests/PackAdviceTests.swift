import Foundation
import Testing

/// A report says what its pack says, and besides that only what is said of reports of every pack.
@Suite("A report of somebody's own pack")
struct PackAdviceTests {
  /// Sentences that stand in reports of every pack: headings, words of tables, what a report is and is not. Advice on how to
  /// sit, stand, rest or move is none of them: that is data of a pack.
  private static let neutral = Set(
    (try? String(contentsOfFile: Program.path("Tests/Fixtures/neutral-sentences.txt"), encoding: .utf8))!
      .split(separator: "\n").dropFirst().map(String.init))

  @Test("has no sentence of advice that the pack does not have, in any form")
  func everyForm() throws {
    try Program.inFolder { program in
      try program.write(#"{"fd_floor": "hard", "fd_standing": "5 h", "fd_seat": "none"}"#, to: "a.json")
      try program.write(#"{"fd_floor": "hard"}"#, to: "b.json")
      let made = try program.shell(
        """
        set -e; P="--pack mine --rules $RULES --date 2026-01-31"
        $S pack new front-desk --prefix fd -o mine --rules $RULES
        for f in person ergonomist; do for e in html xml; do $S report a.json --for $f $P -o $f.$e; done; done
        $S report a.json --card $P -o card.html
        $S report a.json --summary $P -o summary.txt
        $S report b.json $P -o open.html
        $S assess --answers a.json $P -o out 2> screen.txt
        $S assess --brief --answers b.json $P -o brief 2> brief.txt
        """, ["RULES": Program.path("Rules")])
      #expect(made.code == 0, "\(made.err)")
      let pack = try Self.texts(ofPack: program.folder.appending(path: "mine"))
      var strange: [String] = []
      for name in [
        "person.html", "person.xml", "ergonomist.html", "ergonomist.xml", "card.html", "summary.txt", "open.html",
        "screen.txt", "brief.txt", "brief/report.html",
      ] {
        let sentences = Self.sentences(of: try program.read(name), isText: name.hasSuffix(".txt"), pack)
        strange += sentences.filter { !Self.neutral.contains($0) }
      }
      #expect(Set(strange).sorted() == [], "advice belongs into packs; headings into neutral-sentences.txt")
    }
  }

  /// All that a pack says, the longest first.
  private static func texts(ofPack folder: URL) throws -> [String] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".xml") }
    let texts = try names.flatMap { name -> [String] in
      let file = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        .replacing(#/<!--.*?-->/#.dotMatchesNewlines(), with: "")
      // What stands around an answer that is filled in is told apart from it.
      let parts = file.split(separator: #/<[^>]*>/#).flatMap { $0.split(separator: #/{[a-z_]*}/#) }
      return (parts + file.matches(of: #/="([^"]*)"/#).map(\.1)).map { plain(String($0)) }
    }
    return Set(texts).filter { $0.count > 5 && $0.contains(" ") }.sorted { ($1.count, $0) < ($0.count, $1) }
  }

  /// Without what the pack says, numbers as `#`; none that is nothing but marks.
  private static func sentences(of document: String, isText: Bool, _ pack: [String]) -> [String] {
    var parts = [document]
    if isText {
      // Lines that are filled belong together, up to an empty one.
      parts = document.split(separator: "\n\n").map(String.init)
    } else {
      let page = document.replacing(#/<style>.*?</style>/#.dotMatchesNewlines(), with: "")
      parts = page.split(separator: #/<[^>]*>/#).map(String.init)
      parts += page.matches(of: #/(?:aria-label|title)="([^"]*)"/#).map { String($0.1) }
    }
    return parts.flatMap { part -> [String] in
      var text = plain(part)
      for phrase in pack {
        text = text.replacing(phrase, with: "*").replacing(
          phrase.prefix(1).lowercased() + phrase.dropFirst(), with: "*")
      }
      return text.replacing(#/([.!?:;])\s/#) { "\($0.1)\n" }.split(separator: "\n").map {
        $0.trimmingCharacters(in: .whitespaces)
      }
    }.filter { $0.contains(#/[a-zA-Z]{2}/#) }
  }

  private static func plain(_ text: String) -> String {
    let words = text.replacing("&amp;", with: "&").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&quot;", with: "\"").replacing("&#39;", with: "'")
    return words.split(whereSeparator: \.isWhitespace).joined(separator: " ").replacing(#/\b[0-9a-f]{8}\b/#, with: "#")
      .replacing(#/[0-9]+/#, with: "#")
  }
}
