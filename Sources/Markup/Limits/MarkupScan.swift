/// Goes through the bytes of a document once, block by block, before a parser sees them: refuses a DOCTYPE, and what is
/// beyond the limits.
///
/// It knows where tags, attributes, comments and texts begin and end, and nothing else: what is not well-formed is left
/// for the parser to find, which stops there.
struct MarkupScan {
  private enum State {
    case text, opened
    case startTag(isInName: Bool)
    case attributeName
    case attributeValue(quote: UInt8?)
    case endTag
    /// Up to `-->`, `]]>`, `?>` or `>`.
    case section(Section)
  }
  enum Section { case comment, characterData, instruction, declaration }

  private let limits: MarkupLimits
  private var state = State.text
  private var encoding: ScannedEncoding
  private var line = 1
  private var length = 0
  /// And comments, instructions, stretches of character data.
  private var elements = 0
  private var attributes = 0
  private var attributesOfElement = 0
  /// Of the name, value, text, comment that is being read.
  private var stretch = 0
  /// The last bytes, to know marks of several: newest lowest.
  private var recent: UInt64 = 0
  private var name: [UInt8] = []
  private var names = NameCount()
  private var isNamespace = false
  /// How many namespaces each open element declares.
  private var declared: [Int] = []
  private var namespaces = 0

  init(_ limits: MarkupLimits) { (self.limits, encoding) = (limits, ScannedEncoding()) }

  mutating func take(_ bytes: UnsafeRawBufferPointer) throws(MarkupRefused) {
    length += bytes.count
    if let most = limits.documentLength, length > most { throw tooLarge("the document", most, "bytes") }
    try encoding.announce(bytes)
    for byte in bytes {
      if let character = encoding.character(byte) { try take(character) }
    }
  }

  /// - Parameter byte: A character of ASCII, or some byte of another.
  @inline(__always)
  private mutating func take(_ byte: UInt8) throws(MarkupRefused) {
    recent = recent << 8 | UInt64(byte)
    stretch &+= 1
    if byte == 0x0A { line &+= 1 }
    switch state {
    case .text:
      if byte == 0x3C {
        begin(.opened)
      } else if stretch > limits.textLength {
        throw tooLong("a text", limits.textLength)
      }
    case .opened: try open(byte)
    case .startTag(let isInName): try takeInTag(byte, isInName: isInName)
    case .attributeName:
      if byte == 0x3D {
        try countName()
        try countNamespace()
        begin(.attributeValue(quote: nil))
      } else if byte == 0x3E {
        try closeTag()
      } else {
        try takeName(byte)
      }
    case .attributeValue(let quote):
      if stretch > limits.valueLength { throw tooLong("an attribute", limits.valueLength) }
      if isNamespace { names.add(byte) }
      if quote == nil, byte == 0x22 || byte == 0x27 {
        state = .attributeValue(quote: byte)
      } else if quote == byte {
        if isNamespace { try countName() }
        begin(.startTag(isInName: false))
      } else if quote == nil, byte == 0x3E {
        try closeTag()
      }
    case .endTag:
      if byte == 0x3E { leaveElement() } else if stretch > 2 * limits.nameLength { throw nameTooLong }
    case .section(let section): try takeInSection(byte, section)
    }
  }

  private mutating func begin(_ next: State) { (state, stretch) = (next, 0) }

  /// Behind `<`.
  private mutating func open(_ byte: UInt8) throws(MarkupRefused) {
    if byte != 0x2F { elements += 1 }
    if let most = limits.elements, elements > most { throw tooLarge("the document", most, "elements and comments") }
    switch byte {
    case 0x21: begin(.section(.declaration))
    case 0x3F: begin(.section(.instruction))
    case 0x2F: begin(.endTag)
    default:
      begin(.startTag(isInName: true))
      names.add(byte)
      attributesOfElement = 0
      declared.append(0)
      if declared.count > limits.depth { throw refused(.tooDeep, "elements are nested deeper than \(limits.depth)") }
    }
  }

  private mutating func takeInTag(_ byte: UInt8, isInName: Bool) throws(MarkupRefused) {
    if isInName {
      if byte <= 0x20 || byte == 0x2F || byte == 0x3E { try countName() } else { names.add(byte) }
    }
    switch byte {
    case 0x3E: try closeTag()
    case 0x2F: break
    case 0x09, 0x0A, 0x0D, 0x20: state = .startTag(isInName: false)
    case _ where isInName: if stretch > limits.nameLength { throw nameTooLong }
    default:
      attributes += 1
      attributesOfElement += 1
      if attributesOfElement > limits.attributesOfElement {
        throw tooLarge("an element", limits.attributesOfElement, "attributes")
      }
      if let most = limits.elements, attributes > most { throw tooLarge("the document", most, "attributes") }
      name = []
      begin(.attributeName)
      try takeName(byte)
    }
  }

  private mutating func takeName(_ byte: UInt8) throws(MarkupRefused) {
    if stretch > limits.nameLength { throw nameTooLong }
    names.add(byte)
    if name.count < 6 { name.append(byte) }
  }

  private mutating func countName() throws(MarkupRefused) {
    names.end()
    if names.count > limits.names { throw tooLarge("the document", limits.names, "different names") }
  }

  private mutating func countNamespace() throws(MarkupRefused) {
    isNamespace = false
    guard name.starts(with: "xmlns".utf8), name.count == 5 || name[5] == 0x3A || name[5] <= 0x20, !declared.isEmpty
    else {
      return
    }
    isNamespace = true
    declared[declared.count - 1] += 1
    namespaces += 1
    if namespaces > limits.namespacesInForce { throw tooLarge("a place", limits.namespacesInForce, "namespaces") }
  }

  /// At the `>` of a start tag.
  private mutating func closeTag() throws(MarkupRefused) {
    if recent >> 8 & 0xFF == 0x2F { leaveElement() } else { begin(.text) }
  }

  private mutating func leaveElement() {
    namespaces -= declared.popLast() ?? 0
    begin(.text)
  }

  private mutating func takeInSection(_ byte: UInt8, _ section: Section) throws(MarkupRefused) {
    switch section {
    case .declaration:
      if stretch == 2, recent & 0xFFFF == 0x2D2D { return begin(.section(.comment)) }
      if stretch == 7, recent & 0xFF_FFFF_FFFF_FFFF == 0x5B_4344_4154_415B { return begin(.section(.characterData)) }
      if stretch == 7, recent & 0xFF_FFFF_FFFF_FFFF == 0x44_4F43_5459_5045 {
        throw MarkupRefused(problems: [.doctype(line: line)])
      }
      if byte == 0x3E { begin(.text) }
    case .comment: if stretch > 2, recent & 0xFF_FFFF == 0x2D2D3E { return begin(.text) }
    case .characterData:
      if recent & 0xFF_FFFF == 0x5D5D3E { return begin(.text) }
      if stretch > limits.textLength { throw tooLong("a text", limits.textLength) }
      return
    case .instruction:
      try encoding.declare(byte)
      if recent & 0xFFFF == 0x3F3E {
        try encoding.endDeclaration(line: line)
        return begin(.text)
      }
    }
    if stretch > limits.commentLength { throw tooLong("a comment", limits.commentLength) }
  }
}

extension MarkupScan {
  private var nameTooLong: MarkupRefused { tooLong("a name", limits.nameLength) }

  private func tooLong(_ what: String, _ most: Int) -> MarkupRefused {
    refused(.tooLarge, "\(what) is longer than \(most) bytes")
  }

  private func tooLarge(_ what: String, _ most: Int, _ of: String) -> MarkupRefused {
    refused(.tooLarge, "\(what) has more than \(most) \(of)")
  }

  private func refused(_ kind: MarkupProblem.Kind, _ message: String) -> MarkupRefused {
    MarkupRefused(problems: [MarkupProblem(kind: kind, line: line, message: message)])
  }
}
