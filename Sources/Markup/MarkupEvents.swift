import CLibXML2

/// Hears of the elements of a document while it is read: those whose names it asked for, by their places in its list.
package protocol MarkupListener: AnyObject {
  func opened(_ name: Int, _ attributes: borrowing MarkupAttributes)
  func closed(_ name: Int)
  /// Text comes in pieces, also that between elements.
  func text(_ bytes: Span<UInt8>)
}

/// Tells of the elements and texts of a document that is handed over block by block, without keeping any of them: for
/// documents whose elements are too many to be made one by one.
///
///     let events = MarkupEvents(names: ["row", "c"], namespaces: [nil], listener: sheet)
///     while … { try events.read(block) }
///     try events.end()
///
/// There is no network, no entity but the five of XML, and a DOCTYPE is refused unread.
package final class MarkupEvents {
  private let parser: xmlParserCtxtPtr?
  private let diagnostics = Diagnostics()
  private let anchor: UnsafeMutablePointer<sw_xml_listener>
  private let listener: any MarkupListener
  fileprivate let known: KnownNames
  private var scan = MarkupScan(.stream)
  private var depth = 0

  /// - Parameter namespaces: Elements of others are passed over, and attributes; `nil` is that of elements without one.
  package init(names: [String], namespaces: [String?], listener: any MarkupListener) {
    self.listener = listener
    anchor = .allocate(capacity: 1)
    anchor.initialize(to: sw_xml_listener(errors: diagnostics.sink.pointee, ctx: nil))
    var handler = xmlSAXHandler()
    Self.fill(&handler)
    parser = xmlCreatePushParserCtxt(&handler, anchor, nil, 0, nil)
    xmlCtxtUseOptions(parser, sw_xml_parse_safe() | Int32(XML_PARSE_NOENT.rawValue))  // or `&amp;` stays in attributes
    known = KnownNames(names, namespaces, parser?.pointee.dict)
    anchor.pointee.ctx = Unmanaged.passUnretained(self).toOpaque()
  }

  deinit {
    if let parser {
      if let document = parser.pointee.myDoc { xmlFreeDoc(document) }
      xmlFreeParserCtxt(parser)
    }
    anchor.deallocate()
  }

  package func read(_ block: [UInt8]) throws(MarkupRefused) {
    let scanned = block.withUnsafeBytes { block in Result { () throws(MarkupRefused) in try scan.take(block) } }
    try scanned.get()
    block.withUnsafeBytes { parse($0, isLast: false) }
    try check()
  }

  package func end() throws(MarkupRefused) {
    parse(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true)
    try check()
    guard depth == 0, parser?.pointee.wellFormed == 1 else {
      throw MarkupRefused(problems: diagnostics.parseProblems)
    }
  }

  private func parse(_ block: UnsafeRawBufferPointer, isLast: Bool) {
    let text = block.baseAddress?.assumingMemoryBound(to: CChar.self)
    diagnostics.collecting { _ = xmlParseChunk(parser, text, Int32(block.count), isLast ? 1 : 0) }
  }

  private func check() throws(MarkupRefused) {
    if !diagnostics.errors.isEmpty { throw MarkupRefused(problems: diagnostics.parseProblems) }
  }
}

extension MarkupEvents {
  /// What the parser calls, each with the anchor, which leads to the object.
  private static func fill(_ handler: inout xmlSAXHandler) {
    sw_xml_listen(&handler)
    handler.startElementNs = { anchor, name, _, namespace, _, _, count, _, attributes in
      MarkupEvents.at(anchor).opened(name, namespace, attributes, count: Int(count))
    }
    handler.endElementNs = { anchor, name, _, namespace in MarkupEvents.at(anchor).closed(name, namespace) }
    handler.characters = { anchor, text, count in MarkupEvents.at(anchor).text(text, Int(count)) }
    handler.ignorableWhitespace = handler.characters
    handler.cdataBlock = handler.characters
  }

  private static func at(_ anchor: UnsafeMutableRawPointer?) -> MarkupEvents {
    let anchor = anchor!.assumingMemoryBound(to: sw_xml_listener.self)
    return Unmanaged<MarkupEvents>.fromOpaque(anchor.pointee.ctx).takeUnretainedValue()
  }

  @inline(never)  // inlined into the handler, it stops the compiler (Swift 6.3.1)
  private func opened(
    _ name: UnsafePointer<xmlChar>?, _ namespace: UnsafePointer<xmlChar>?,
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int
  ) {
    depth += 1
    guard let name = known.place(of: name, in: namespace) else { return }
    listener.opened(name, MarkupAttributes(values: attributes, count: count, known: known))
  }

  private func closed(_ name: UnsafePointer<xmlChar>?, _ namespace: UnsafePointer<xmlChar>?) {
    depth -= 1
    guard let name = known.place(of: name, in: namespace) else { return }
    listener.closed(name)
  }

  private func text(_ text: UnsafePointer<xmlChar>?, _ count: Int) {
    listener.text(UnsafeBufferPointer(start: text, count: count).span)
  }
}

/// Names as the parser keeps them: each once, so that two are the same where they lie at the same place.
final class KnownNames {
  private let names: [UnsafePointer<xmlChar>?]
  private let namespaces: [UnsafePointer<xmlChar>?]

  fileprivate init(_ names: [String], _ namespaces: [String?], _ dictionary: xmlDictPtr?) {
    func kept(_ text: String) -> UnsafePointer<xmlChar>? { xmlDictLookup(dictionary, text, -1) }
    self.names = names.map(kept)
    self.namespaces = namespaces.map { $0.flatMap(kept) }
  }

  @inline(__always)
  fileprivate func place(of name: UnsafePointer<xmlChar>?, in namespace: UnsafePointer<xmlChar>?) -> Int? {
    guard namespaces.contains(namespace) else { return nil }
    return names.firstIndex(of: name)
  }

  @inline(__always)
  fileprivate func isAttribute(
    _ place: Int, _ name: UnsafePointer<xmlChar>?, _ namespace: UnsafePointer<xmlChar>?
  ) -> Bool {
    names[place] == name && (namespace == nil || namespaces.contains(namespace))
  }
}

/// The attributes of an element, by the places of their names in the listener's list.
package struct MarkupAttributes: ~Copyable {
  fileprivate let values: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  fileprivate let count: Int
  fileprivate let known: KnownNames

  /// What the closure makes of a value; `nil` without such an attribute.
  package func read<Result>(_ name: Int, _ body: (Span<UInt8>) -> Result) -> Result? {
    guard let values else { return nil }
    for place in 0..<count {  // five pointers each: name, prefix, namespace, start and end of the value
      let attribute = values + 5 * place
      guard known.isAttribute(name, attribute[0], attribute[2]), let start = attribute[3], let end = attribute[4]
      else { continue }
      return body(UnsafeBufferPointer(start: start, count: end - start).span)
    }
    return nil
  }

  package func text(_ name: Int) -> String? {
    read(name) { $0.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) } }
  }

  /// `nil` where it is missing or no number of at most nine digits.
  package func number(_ name: Int) -> Int? {
    read(name) { digits -> Int? in
      guard !digits.isEmpty, digits.count <= 9 else { return nil }
      var number = 0
      for place in digits.indices {
        let digit = digits[place] &- UInt8(ascii: "0")
        guard digit < 10 else { return nil }
        number = 10 * number + Int(digit)
      }
      return number
    } ?? nil
  }
}
