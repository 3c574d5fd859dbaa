import Markup

/// Which format the cells of a style have, from the styles part of an Excel workbook.
final class CellStyles: MarkupListener {
  private static let mostStyles = 100_000

  private enum Name: Int {
    case format = 0
    case style, styles, id, code
  }
  private static let names = ["numFmt", "xf", "cellXfs", "numFmtId", "formatCode"]

  private var formats: [Int: NumberFormat] = [:]
  private var styles: [NumberFormat] = []
  private var isInStyles = false

  subscript(style: Int) -> NumberFormat { style < styles.count ? styles[style] : .number }

  func opened(_ name: Int, _ attributes: borrowing MarkupAttributes) {
    switch Name(rawValue: name) {
    case .format:
      guard let id = attributes.number(Name.id.rawValue), let code = attributes.text(Name.code.rawValue),
        formats.count < Self.mostStyles
      else { return }
      formats[id] = NumberFormat(code)
    case .styles: isInStyles = true
    case .style where isInStyles && styles.count < Self.mostStyles:
      let id = attributes.number(Name.id.rawValue) ?? 0
      styles.append(formats[id] ?? NumberFormat(builtIn: id))
    default: break
    }
  }

  func closed(_ name: Int) {
    if Name(rawValue: name) == .styles { isInStyles = false }
  }

  func text(_ text: Span<UInt8>) {}

  func read(_ part: ArchivePart) throws(WorkbookRefusal) {
    try PartReading(part, names: Self.names, namespaces: ExcelNames.namespaces, listener: self).readAll()
  }
}
