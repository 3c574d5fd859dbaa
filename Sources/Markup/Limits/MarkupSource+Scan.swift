extension MarkupSource {
  /// The start tags of a well-formed document without DOCTYPE, in order.
  static func findStartTags(_ bytes: [UInt8]) -> [Range<Int>] {
    var tags: [Range<Int>] = []
    var place = 0
    while let open = bytes[place...].firstIndex(of: UInt8(ascii: "<")) {
      let isMarked = open + 1 < bytes.count && "!?/".utf8.contains(bytes[open + 1])
      if isMarked, let marker = markers.first(where: { bytes[open...].starts(with: $0.start) }) {
        place = end(of: marker.end, in: bytes, from: open + marker.start.count)
        continue
      }
      place = endOfTag(bytes, from: open)
      tags.append(open..<place)
    }
    return tags
  }

  /// What begins with `<` and is no start tag.
  private static let markers: [(start: [UInt8], end: [UInt8])] = [
    ("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>"), ("</", ">"), ("<!", ">"),
  ].map { (Array($0.utf8), Array($1.utf8)) }

  /// The place behind the next occurrence; the end of the bytes if there is none.
  private static func end(of mark: [UInt8], in bytes: [UInt8], from start: Int) -> Int {
    var place = start
    while let hit = bytes[min(place, bytes.count)...].firstIndex(of: mark[0]) {
      if bytes[hit...].starts(with: mark) { return hit + mark.count }
      place = hit + 1
    }
    return bytes.count
  }

  /// The place behind the `>` that no quotes enclose.
  private static func endOfTag(_ bytes: [UInt8], from start: Int) -> Int {
    var quote: UInt8?
    for place in start..<bytes.count {
      switch (bytes[place], quote) {
      case (let byte, let open?): if byte == open { quote = nil }
      case (UInt8(ascii: ">"), nil): return place + 1
      case (UInt8(ascii: "\""), nil), (UInt8(ascii: "'"), nil): quote = bytes[place]
      default: break
      }
    }
    return bytes.count
  }

  /// Behind the quote that opens the value of an attribute without prefix.
  func valueStart(ofAttribute name: String, in tag: Range<Int>) -> Int? {
    let name = Array(name.utf8)
    var place = tag.lowerBound
    while let equals = bytes[place..<tag.upperBound].firstIndex(of: UInt8(ascii: "=")) {
      guard let open = bytes[equals..<tag.upperBound].firstIndex(where: Self.isQuote) else { return nil }
      var end = equals
      while Self.isSpace(bytes[end - 1]) { end -= 1 }
      if end - name.count > tag.lowerBound, bytes[..<end].suffix(name.count).elementsEqual(name),
        Self.isSpace(bytes[end - name.count - 1])
      {
        return open + 1
      }
      guard let close = bytes[(open + 1)..<tag.upperBound].firstIndex(of: bytes[open]) else { return nil }
      place = close + 1
    }
    return nil
  }

  /// The place of a character of parsed text that was written from `start` on: a reference such as `&lt;` is one
  /// character, a comment is none.
  func byte(ofCharacter offset: Int, from start: Int) -> Int {
    var (place, left, isCharacterData) = (start, offset, false)
    while place < bytes.count {
      let rest = bytes[place...]
      if isCharacterData, rest.starts(with: "]]>".utf8) {
        (place, isCharacterData) = (place + 3, false)
      } else if !isCharacterData, rest.starts(with: "<![CDATA[".utf8) {
        (place, isCharacterData) = (place + 9, true)
      } else if !isCharacterData, let marker = Self.markers.first(where: { rest.starts(with: $0.start) }) {
        if marker.start == Array("</".utf8) { return place }
        place = Self.end(of: marker.end, in: bytes, from: place)
      } else if left == 0 {
        return place
      } else {
        left -= 1
        let isReference = !isCharacterData && bytes[place] == UInt8(ascii: "&")
        place = isReference ? Self.end(of: [UInt8(ascii: ";")], in: bytes, from: place) : next(place)
      }
    }
    return place
  }

  /// The place behind the character at `place`; a line end of two bytes is one character.
  private func next(_ place: Int) -> Int {
    if bytes[place] < 0x80, bytes[place] != UInt8(ascii: "\r"), place + 1 == bytes.count || bytes[place + 1] < 0x80 {
      return place + 1
    }
    let line = bytes[place...].prefix(64).prefix { $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: "&") }
    return place + (String(decoding: line, as: UTF8.self).first.map { String($0).utf8.count } ?? 1)
  }

  private static func isQuote(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") }

  private static func isSpace(_ byte: UInt8) -> Bool { byte <= 0x20 }
}
