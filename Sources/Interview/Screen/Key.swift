internal import Ergonomics

/// What a person pressed.
enum Key: Equatable, Sendable {
  case up, down, left, right, home, end
  case enter, backspace, clear, redraw
  /// The end of the input, or Ctrl-D.
  case endOfInput
  /// The size of the terminal changed, or the program was brought back.
  case changed
  /// One character, blanks among them.
  case text(String)
  /// What a terminal marks as pasted, however long: one text, and no keys.
  case paste(String)
  /// Something without a meaning here.
  case other
}

extension Key {
  /// Reads one key.
  /// - Parameter next: The next byte; `nil` when the input has ended or, if it should not wait, when none is there.
  init(_ next: (_ waits: Bool) -> UInt8?) {
    guard let first = next(true) else {
      self = .endOfInput
      return
    }
    switch first {
    case 0x04: self = .endOfInput
    case 0x08, 0x7F: self = .backspace
    case 0x0A, 0x0D: self = .enter
    case 0x0C: self = .redraw
    case 0x15: self = .clear
    case 0x1B: self = Key(escaped: next)
    case 0x00..<0x20, 0x80..<0xC2, 0xF5...: self = .other
    default: self = Key(character: first, next)
    }
  }

  /// Behind an escape: a sequence as ECMA-48 defines it (5.4), or nothing, for the key itself.
  private init(escaped next: (Bool) -> UInt8?) {
    guard let introducer = next(false) else {
      self = .clear
      return
    }
    guard introducer == UInt8(ascii: "[") || introducer == UInt8(ascii: "O") else {
      self = .other
      return
    }
    var parameters: [UInt8] = []
    while let byte = next(false) {
      if (0x40...0x7E).contains(byte) {
        let isPaste = byte == UInt8(ascii: "~") && parameters == Array("200".utf8)
        self = isPaste ? Key(pasted: next) : Key(sequence: byte, parameters)
        return
      }
      parameters.append(byte)
    }
    self = .other
  }

  /// Up to the mark at its end, which may be long in coming. White space of all kinds becomes blanks: no line of it is
  /// taken for an answer.
  private init(pasted next: (Bool) -> UInt8?) {
    let mark = [0x1B] + Array("[201~".utf8)
    var bytes: [UInt8] = []
    while !bytes.suffix(mark.count).elementsEqual(mark), let byte = next(true) { bytes.append(byte) }
    if bytes.suffix(mark.count).elementsEqual(mark) { bytes.removeLast(mark.count) }
    let text = String(decoding: bytes, as: UTF8.self)
    self = .paste(String(text.map { $0.isWhitespace ? " " : $0 }).withoutInvisible)
  }

  private init(sequence final: UInt8, _ parameters: [UInt8]) {
    switch (Character(Unicode.Scalar(final)), String(decoding: parameters, as: UTF8.self)) {
    case ("A", _): self = .up
    case ("B", _): self = .down
    case ("C", _): self = .right
    case ("D", _): self = .left
    case ("H", _), ("~", "1"): self = .home
    case ("F", _), ("~", "4"): self = .end
    default: self = .other
    }
  }

  /// The rest of a character in UTF-8.
  private init(character first: UInt8, _ next: (Bool) -> UInt8?) {
    var bytes = [first]
    let more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC0 ? 1 : 0
    for _ in 0..<more {
      guard let byte = next(false) else { break }
      bytes.append(byte)
    }
    self = String(validating: bytes, as: UTF8.self).map { .text($0) } ?? .other
  }
}
