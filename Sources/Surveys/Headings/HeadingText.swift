import Ergonomics

extension String {
  /// What is compared of a heading: as of an answer, without underscores, with plain hyphens, and without the marks that
  /// forms put behind a question.
  var asHeading: String {
    let plain = normalised
    if plain.utf8.allSatisfy({ $0 < 0x80 }) {  // nearly all, and many times faster by bytes
      var bytes = plain.utf8.filter { $0 != UInt8(ascii: "_") }
      while let last = bytes.last, "*: ".utf8.contains(last) { bytes.removeLast() }
      return String(decoding: bytes, as: UTF8.self)
    }
    var text = plain.filter { $0 != "_" }.map { "‐‑‒–—−".contains($0) ? "-" : $0 }[...]
    while let last = text.last, "*: ".contains(last) { text.removeLast() }
    return String(text)
  }

  /// The heading as it is, and without what forms put around the text of a question: tags, numbers, notes how to answer, the
  /// number of a repeated question.
  var plainer: [String] {
    var all = [self]
    func add(_ text: String) { if !text.isEmpty, !all.contains(text) { all.append(text) } }
    if let text = withoutMarkup { add(text.trimmed) }
    guard let first = all[all.count - 1].first, let last = all[all.count - 1].last else { return all }
    // A pattern is dear beside all else that is done with a heading: first what it cannot do without is looked for.
    if first.isNumber || "qQ".contains(first), contains(where: \.isWhitespace) {
      add(
        all[all.count - 1].replacing(/^\s*(?:(?i:q|question)\s?)?\d{1,3}(?:\.\d{1,3})*\s?[.):–-]\s+/, with: "").trimmed)
    }
    if last == ")" || (last == "e" || last == "E") && contains("-") {
      let notes = /\s*(?:-\s(?i:selected choice)|\((?i:required|optional|(?:select|choose) all that apply)\))\s*$/
      add(all[all.count - 1].replacing(notes, with: ""))
    }
    if last == ")" || last.isNumber, contains("?") || contains(":") {
      add(all[all.count - 1].replacing(/(\?|:)[ ._]?\(?\d{1,2}\)?$/) { "\($0.1)" })
    }
    return all
  }

  fileprivate func range(of mark: String) -> Range<Index>? { ranges(of: mark).last }

  /// Without one pair of these around it.
  fileprivate func trimming(_ mark: Character) -> String {
    count > 1 && first == mark && last == mark ? String(dropFirst().dropLast()) : self
  }
}

extension SurveySheet.Heading {
  /// All ways in which it can name a question and one of its answers: `PAIN[HIPS]`, `Pain? [Hips]`, `pain/hips`,
  /// `Pain? - Hips`, `pain___hips`, `Pain? (choice=Hips)`, `pain_hips`.
  ///
  /// - Parameter longest: No answer is named by longer headings, in bytes.
  func parts(upTo longest: Int) -> [(String, String)] {
    wordings.flatMap(\.plainer).filter { $0.utf8.count <= longest }.flatMap(Self.parts)
  }

  private static func parts(of wording: String) -> [(String, String)] {
    var parts: [(String, String)] = []
    if wording.hasSuffix("]"), let open = wording.lastIndex(of: "[") {
      parts.append((wording[..<open].trimmed, wording[wording.index(after: open)...].dropLast().trimmed))
    }
    if wording.hasSuffix(")"), let open = wording.range(of: "(choice=") {
      let choice = wording[open.upperBound...].dropLast().trimmed
      parts.append((wording[..<open.lowerBound].trimmed, choice.trimming("'")))
    }
    for mark in ["___", "/", " - ", "_"] {
      for range in wording.ranges(of: mark).reversed() {
        parts.append((wording[..<range.lowerBound].trimmed, wording[range.upperBound...].trimmed))
      }
    }
    return parts
  }
}
