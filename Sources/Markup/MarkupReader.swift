import CLibXML2

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Reads the elements of a document one by one, however long it is, without a schema.
///
///     let reader = MarkupReader(fileDescriptor: 0)
///     while let answers = try reader.next("answers") { … }
package final class MarkupReader {
  /// The most elements and texts that one element of a stream may hold.
  package static let nodeLimit = 100_000

  private let reader: xmlTextReaderPtr?
  private let blocks: Blocks
  private let diagnostics = Diagnostics()
  private var count = 0

  /// Reads from an open file or pipe from where it stands; does not close it.
  package convenience init(fileDescriptor: Int32) {
    self.init { memory in
      while true {
        let count = systemRead(fileDescriptor, memory)
        if count >= 0 || errno != EINTR { return count }
      }
    }
  }

  /// Reads whatever the closure puts into the memory it is given; that returns how many bytes, 0 at the end, -1 where it
  /// cannot.
  package init(read: @escaping (UnsafeMutableRawBufferPointer) -> Int) {
    let blocks = Blocks(read)
    self.blocks = blocks
    reader = diagnostics.collecting {
      xmlReaderForIO(
        { context, memory, count in
          guard let context else { return -1 }
          let blocks = Unmanaged<Blocks>.fromOpaque(context).takeUnretainedValue()
          return Int32(blocks.next(UnsafeMutableRawBufferPointer(start: memory, count: Int(count))))
        }, nil, Unmanaged.passUnretained(blocks).toOpaque(), nil, nil, sw_xml_parse_safe())
    }
    if let reader { xmlTextReaderSetStructuredErrorHandler(reader, sw_xml_error_trampoline, diagnostics.sink) }
  }

  /// Keeps a closure where C finds it, and scans what it reads before the parser has it.
  private final class Blocks {
    private let read: (UnsafeMutableRawBufferPointer) -> Int
    private var scan = MarkupScan(.stream)
    private(set) var refused: MarkupRefused?

    init(_ read: @escaping (UnsafeMutableRawBufferPointer) -> Int) { self.read = read }

    func next(_ memory: UnsafeMutableRawBufferPointer) -> Int {
      if refused != nil { return -1 }
      let count = read(memory)
      guard count > 0 else { return count }
      do throws(MarkupRefused) {
        try scan.take(UnsafeRawBufferPointer(rebasing: memory[..<count]))
        return count
      } catch {
        refused = error
        return -1
      }
    }
  }

  deinit { if let reader { xmlFreeTextReader(reader) } }

  /// The next element of this name that stands in none already returned; `nil` at the end of the document. Its line is
  /// where its start tag ends; beyond line 65,535 it may be some lines too far.
  ///
  /// - Throws: `MarkupRefused`; nothing more can be read then.
  package func next(_ name: String, namespace: String? = nil) throws(MarkupRefused) -> MarkupElement? {
    while try step() {
      guard type == XML_READER_TYPE_ELEMENT else { continue }
      if localName == name, self.namespace == namespace { return try element() }
      count += 1
    }
    return nil
  }

  private func step() throws(MarkupRefused) -> Bool {
    let result = diagnostics.collecting { reader.map { xmlTextReaderRead($0) } ?? -1 }
    if let refused = blocks.refused { throw refused }
    guard result >= 0, diagnostics.errors.isEmpty else { throw MarkupRefused(problems: diagnostics.parseProblems) }
    return result == 1
  }

  /// The element the reader stands at, up to its end tag.
  private func element() throws(MarkupRefused) -> MarkupElement {
    var open = [Opened(self)]
    var (nodes, length) = (1, 0)
    if isEmpty { return open[0].closed }
    while try step() {
      nodes += 1
      guard nodes <= Self.nodeLimit else {
        throw refusal(.tooLarge, "'\(open[0].name)' has more than \(Self.nodeLimit) elements and texts in it")
      }
      switch type {
      case XML_READER_TYPE_ELEMENT:
        let opened = Opened(self)
        if isEmpty {
          open[open.count - 1].children.append(.element(opened.closed))
        } else {
          open.append(opened)
        }
      case XML_READER_TYPE_END_ELEMENT:
        let closed = open.removeLast().closed
        if open.isEmpty { return closed }
        open[open.count - 1].children.append(.element(closed))
      case XML_READER_TYPE_TEXT, XML_READER_TYPE_CDATA, XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
        let text = value
        length += text.utf8.count
        guard length <= MarkupLimits.stream.textLength else {
          throw refusal(
            .tooLarge, "the texts in '\(open[0].name)' are longer than \(MarkupLimits.stream.textLength) bytes")
        }
        open[open.count - 1].append(text: text)
      default: break
      }
    }
    throw MarkupRefused(problems: diagnostics.parseProblems)
  }

  private func refusal(_ kind: MarkupProblem.Kind, _ message: String) -> MarkupRefused {
    MarkupRefused(problems: [MarkupProblem(kind: kind, line: line, message: message)])
  }
}

extension MarkupReader {
  /// An element whose end tag has not come yet.
  private struct Opened {
    let name: String
    let namespace: String?
    let attributes: [MarkupElement.Attribute]
    let line: Int
    let number: Int
    var children: [MarkupElement.Child] = []

    init(_ reader: MarkupReader) {
      (name, namespace, line) = (reader.localName, reader.namespace, reader.line)
      (attributes, number) = (reader.attributes(), reader.count)
      reader.count += 1
    }

    var closed: MarkupElement {
      MarkupElement(
        name: name, namespace: namespace, attributes: attributes, children: children, line: line, number: number)
    }

    mutating func append(text: String) {
      if case .text(let before) = children.last {
        children[children.count - 1] = .text(before + text)
      } else {
        children.append(.text(text))
      }
    }
  }

  private var type: xmlReaderTypes { xmlReaderTypes(UInt32(bitPattern: xmlTextReaderNodeType(reader))) }
  private var localName: String { xmlTextReaderConstLocalName(reader).map { String($0) } ?? "" }
  private var namespace: String? { xmlTextReaderConstNamespaceUri(reader).map { String($0) } }
  private var value: String { xmlTextReaderConstValue(reader).map { String($0) } ?? "" }
  private var isEmpty: Bool { xmlTextReaderIsEmptyElement(reader) == 1 }

  /// Nodes count lines up to 65,535; from there on it is the line the parser has read to, some lines further down.
  private var line: Int {
    let line = xmlTextReaderCurrentNode(reader).map { Int(xmlGetLineNo($0)) } ?? 0
    return (1..<65_535).contains(line) ? line : Int(xmlTextReaderGetParserLineNumber(reader))
  }

  private func attributes() -> [MarkupElement.Attribute] {
    var attributes: [MarkupElement.Attribute] = []
    while xmlTextReaderMoveToNextAttribute(reader) == 1 {
      if xmlTextReaderIsNamespaceDecl(reader) == 1 { continue }
      attributes.append(MarkupElement.Attribute(name: localName, namespace: namespace, value: value))
    }
    xmlTextReaderMoveToElement(reader)
    return attributes
  }
}

private func systemRead(_ descriptor: Int32, _ memory: UnsafeMutableRawBufferPointer) -> Int {
  read(descriptor, memory.baseAddress, memory.count)
}
