import Markup

/// The sheets that the main part of an Excel workbook lists.
final class SheetList: MarkupListener {
  private static let mostSheets = 1000

  private enum Name: Int {
    case sheet = 0
    case properties, name, state, id, from1904
  }
  private static let names = ["sheet", "workbookPr", "name", "state", "id", "date1904"]

  private(set) var sheets: [(name: String, isHidden: Bool, id: String)] = []
  private(set) var epoch = SheetDate.Epoch.from1900

  func opened(_ name: Int, _ attributes: borrowing MarkupAttributes) {
    switch Name(rawValue: name) {
    case .properties:
      if ["1", "true", "on"].contains(attributes.text(Name.from1904.rawValue)) { epoch = .from1904 }
    case .sheet where sheets.count < Self.mostSheets:
      let isHidden = attributes.text(Name.state.rawValue).map { $0 != "visible" } ?? false
      sheets.append((attributes.text(Name.name.rawValue) ?? "", isHidden, attributes.text(Name.id.rawValue) ?? ""))
    default: break
    }
  }

  func closed(_ name: Int) {}
  func text(_ text: Span<UInt8>) {}

  init(_ part: ArchivePart) throws(WorkbookRefusal) {
    try PartReading(part, names: Self.names, namespaces: ExcelNames.namespaces, listener: self).readAll()
  }
}

/// Which parts of an Excel workbook belong to another part.
final class RelatedParts: MarkupListener {
  private static let mostParts = 10_000

  private enum Name: Int {
    case relationship = 0
    case id, type, target, mode
  }
  private static let names = ["Relationship", "Id", "Type", "Target", "TargetMode"]

  private var parts: [(id: String, type: String, name: String)] = []
  private let folder: Substring

  /// Those of a part that has none are empty.
  init(of part: String, in archive: Archive) throws(WorkbookRefusal) {
    let cut = part.lastIndex(of: "/").map { part.index(after: $0) } ?? part.startIndex
    folder = part[..<cut]
    guard let list = try archive.part("\(folder)_rels/\(part[cut...]).rels") else { return }
    try PartReading(list, names: Self.names, namespaces: ExcelNames.namespaces, listener: self).readAll()
  }

  /// Types end alike in both forms of the standard.
  func name(type: String) -> String? { parts.first { $0.type.hasSuffix("/\(type)") }?.name }

  func name(id: String, type: String) -> String? { parts.first { $0.id == id && $0.type.hasSuffix("/\(type)") }?.name }

  func opened(_ name: Int, _ attributes: borrowing MarkupAttributes) {
    guard let target = attributes.text(Name.target.rawValue), parts.count < Self.mostParts,
      attributes.text(Name.mode.rawValue) != "External"
    else { return }
    parts.append(
      (
        attributes.text(Name.id.rawValue) ?? "", attributes.text(Name.type.rawValue) ?? "", resolved(target)
      ))
  }

  func closed(_ name: Int) {}
  func text(_ text: Span<UInt8>) {}

  /// The name in the archive: from its top with a `/` in front, else from the folder of the part.
  private func resolved(_ target: String) -> String {
    var names: [Substring] = []
    for name in ((target.hasPrefix("/") ? "" : String(folder)) + target).split(separator: "/") where name != "." {
      if name == ".." { _ = names.popLast() } else { names.append(name) }
    }
    return names.joined(separator: "/")
  }
}

/// The tables of an OpenDocument spreadsheet.
final class TableList: MarkupListener {
  private static let mostSheets = 1000
  private typealias Name = OpenDocumentSheet.Name

  private(set) var sheets: [(name: String, isHidden: Bool)] = []
  private var hiddenStyles: Set<String> = []
  private var style = ""

  func opened(_ name: Int, _ attributes: borrowing MarkupAttributes) {
    switch Name(rawValue: name) {
    case .style: style = attributes.text(Name.name.rawValue) ?? ""
    case .properties: if attributes.text(Name.display.rawValue) == "false" { hiddenStyles.insert(style) }
    case .table where sheets.count < Self.mostSheets:
      let isHidden = hiddenStyles.contains(attributes.text(Name.styleName.rawValue) ?? "")
      sheets.append((attributes.text(Name.name.rawValue) ?? "", isHidden))
    default: break
    }
  }

  func closed(_ name: Int) {}
  func text(_ text: Span<UInt8>) {}

  init(_ part: ArchivePart) throws(WorkbookRefusal) {
    try PartReading(
      part, names: OpenDocumentSheet.names, namespaces: OpenDocumentSheet.namespaces, listener: self
    ).readAll()
  }
}
