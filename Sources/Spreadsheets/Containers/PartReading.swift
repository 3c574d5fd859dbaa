import Markup

/// A part of a workbook while its XML is read, a block at a time.
final class PartReading {
  private let part: ArchivePart
  private let events: MarkupEvents
  private var block: [UInt8] = []
  private(set) var isAtEnd = false

  init(_ part: ArchivePart, names: [String], namespaces: [String?], listener: any MarkupListener) {
    self.part = part
    events = MarkupEvents(names: names, namespaces: namespaces, listener: listener)
  }

  /// Reads the next block; the listener may have heard nothing yet afterwards.
  func step() throws(WorkbookRefusal) {
    try part.block(into: &block)
    isAtEnd = block.isEmpty
    do throws(MarkupRefused) {
      if isAtEnd { try events.end() } else { try events.read(block) }
    } catch {
      throw .part(part.name, error)
    }
  }

  func readAll() throws(WorkbookRefusal) {
    while !isAtEnd { try step() }
  }
}
