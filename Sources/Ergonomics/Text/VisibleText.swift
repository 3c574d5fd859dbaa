extension String {
  /// Without characters that cannot be seen: joiners, marks of direction, soft hyphens, byte-order marks.
  package var visible: String {
    if utf8.allSatisfy({ $0 < 0x80 }) { return self }
    return String(String.UnicodeScalarView(unicodeScalars.filter { !$0.isInvisible }))
  }

  /// As a page would show it, where forms leave HTML in a text; `nil` for text that has none.
  package var withoutMarkup: String? {
    guard utf8.contains(where: { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "<") }) else { return nil }
    let open = replacing(/<\/?[A-Za-z][^<>]*>/, with: " ")
    let text = open.replacing(/&(#?[A-Za-z0-9]{2,8});/) { Self.character(of: $0.1) ?? String($0.0) }
    return text == self ? nil : text
  }

  private static func character(of entity: Substring) -> String? {
    guard entity.first == "#" else { return entities[String(entity)] }
    let digits = entity.dropFirst()
    let code = digits.first?.lowercased() == "x" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return code.flatMap(Unicode.Scalar.init).map { String($0) }
  }

  /// Those that editors of forms write of themselves.
  private static let entities = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "rsquo": "’", "lsquo": "‘", "rdquo": "”",
    "ldquo": "“", "sbquo": "‚", "bdquo": "„", "ndash": "–", "mdash": "—", "hellip": "…", "shy": "", "deg": "°",
    "frac12": "½", "times": "×", "auml": "ä", "ouml": "ö", "uuml": "ü", "Auml": "Ä", "Ouml": "Ö", "Uuml": "Ü",
    "szlig": "ß", "eacute": "é", "egrave": "è", "ecirc": "ê", "agrave": "à", "aacute": "á", "ccedil": "ç",
    "ntilde": "ñ",
    "iacute": "í", "oacute": "ó", "uacute": "ú", "iquest": "¿",
  ]
}

extension Unicode.Scalar {
  fileprivate var isInvisible: Bool {
    switch value {
    case 0xAD, 0x34F, 0x61C, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }
}
