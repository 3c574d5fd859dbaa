import Markup

/// An Excel workbook or an OpenDocument spreadsheet, of which one sheet holds answers.
///
///     let workbook = try Workbook(fileDescriptor: file)
///     let sheet = try workbook.sheet(named: nil) { pack.knows(heading: $0) }
///
/// Only the texts that cells share are kept in memory.
package final class Workbook {
  package struct Sheet: Hashable, Sendable {
    package let name: String
    /// People do not see it until they ask for it.
    package let isHidden: Bool
    /// Where it is, among what the workbook holds.
    fileprivate let part: String
  }

  private enum Form {
    case excel(ExcelContext)
    case openDocument
  }

  package let sheets: [Sheet]
  private let archive: Archive
  private let form: Form

  /// `nil` where the archive is no workbook.
  init?(_ archive: Archive) throws(WorkbookRefusal) {
    self.archive = archive
    if let main = try Self.mainPart(of: archive), let part = try archive.part(main) {
      let related = try RelatedParts(of: main, in: archive)
      let list = try SheetList(part)
      sheets = list.sheets.compactMap { sheet in  // a sheet that is a chart holds no cells
        related.name(id: sheet.id, type: "worksheet").map {
          Sheet(name: sheet.name, isHidden: sheet.isHidden, part: $0)
        }
      }
      form = .excel(try Self.context(related, list.epoch, archive))
    } else if let part = try archive.part("content.xml"), try Self.isSpreadsheet(archive) {
      sheets = try TableList(part).sheets.map { Sheet(name: $0.name, isHidden: $0.isHidden, part: part.name) }
      form = .openDocument
    } else {
      return nil
    }
    if sheets.isEmpty { throw .damaged("the workbook has no sheet with cells") }
  }

  private static func mainPart(of archive: Archive) throws(WorkbookRefusal) -> String? {
    let main = try RelatedParts(of: "", in: archive).name(type: "officeDocument") ?? "xl/workbook.xml"
    return main.lowercased().hasSuffix("workbook.xml") ? main : nil
  }

  private static func context(
    _ related: RelatedParts, _ epoch: SheetDate.Epoch, _ archive: Archive
  ) throws(WorkbookRefusal) -> ExcelContext {
    let context = ExcelContext(texts: SharedTexts(), styles: CellStyles(), epoch: epoch)
    if let name = related.name(type: "sharedStrings"), let part = try archive.part(name) {
      try context.texts.read(part)
    }
    if let name = related.name(type: "styles"), let part = try archive.part(name) { try context.styles.read(part) }
    return context
  }

  private static func isSpreadsheet(_ archive: Archive) throws(WorkbookRefusal) -> Bool {
    if let manifest = try archive.part("META-INF/manifest.xml") {
      let text = String(decoding: try manifest.whole(most: 1 << 20), as: UTF8.self)
      if text.contains("encryption-data") { throw .encrypted("the spreadsheet") }
    }
    guard let kind = try archive.part("mimetype") else { return false }
    let text = String(decoding: try kind.whole(most: 1 << 20), as: UTF8.self)
    return text.hasPrefix("application/vnd.oasis.opendocument.spreadsheet")
  }

  private func reader(of place: Int, width: Int) throws(WorkbookRefusal) -> SheetReader {
    let sheet = sheets[place]
    guard let part = try archive.part(sheet.part) else {
      throw .damaged("the workbook does not hold its sheet '\(sheet.name)'")
    }
    let (content, names, namespaces): (any SheetContent, [String], [String?]) =
      switch form {
      case .excel(let context): (ExcelSheet(context, width: width), ExcelSheet.names, ExcelNames.namespaces)
      case .openDocument:
        (OpenDocumentSheet(place, width: width), OpenDocumentSheet.names, OpenDocumentSheet.namespaces)
      }
    return SheetReader(
      sheet.name, PartReading(part, names: names, namespaces: namespaces, listener: content), content)
  }
}

extension Workbook {
  private static let rowsLookedAt = 30
  private static let mostSheetsLookedAt = 100

  /// What the first rows of a sheet show.
  private struct Look {
    let place: Int
    /// Of the row with the most headings.
    let known: Int
    let width: Int
  }

  /// The sheet of a name, else the one that people see whose headings are known; each row is made as wide as the widest
  /// of the first.
  package func sheet(named name: String?, knows: (String) -> Bool) throws(WorkbookRefusal) -> SheetReader {
    let look: Look
    if let name {
      guard let place = sheets.firstIndex(where: { $0.name == name }) ?? sheets.firstIndex(where: { $0.isCalled(name) })
      else {
        throw WorkbookRefusal(
          .noSuchSheet, "the workbook has no sheet '\(name)'", help: "its sheets are \(list(sheets))")
      }
      look = try self.look(at: place, knows)
    } else {
      look = try chosen(knows)
    }
    return try reader(of: look.place, width: look.width)
  }

  private func look(at place: Int, _ knows: (String) -> Bool) throws(WorkbookRefusal) -> Look {
    let rows = try reader(of: place, width: 0).start(most: Self.rowsLookedAt)
    let known = rows.map { row in row.count { !$0.isEmpty && knows($0) } }.max() ?? 0
    return Look(place: place, known: known, width: rows.map(\.count).max() ?? 0)
  }

  private func chosen(_ knows: (String) -> Bool) throws(WorkbookRefusal) -> Look {
    guard sheets.count <= Self.mostSheetsLookedAt else {
      throw WorkbookRefusal(
        .whichSheet, "the workbook has \(sheets.count) sheets", help: "say which one holds the answers: --sheet NAME")
    }
    var looks: [Look] = []
    for place in sheets.indices { looks.append(try look(at: place, knows)) }
    let seen = looks.filter { !sheets[$0.place].isHidden }
    let best = seen.map(\.known).max() ?? 0
    let likely = seen.filter { $0.known == best && $0.known > 0 }
    if likely.count > 1 {
      throw WorkbookRefusal(
        .whichSheet, "several sheets have the same number of headings that are questions: \(list(likely))",
        help: "say which one: --sheet '\(sheets[likely[0].place].name)'")
    }
    if let look = likely.first { return look }
    let hidden = looks.filter { $0.known > 0 }
    if !hidden.isEmpty {
      throw WorkbookRefusal(
        .whichSheet, "only a hidden sheet has headings that are questions: \(list(hidden))",
        help: "if it is the right one: --sheet '\(sheets[hidden[0].place].name)'")
    }
    // Whatever is wrong with the headings is said of the first sheet with anything in it.
    return seen.first { $0.width > 0 } ?? looks[0]
  }

  private func list(_ looks: [Look]) -> String { list(looks.map { sheets[$0.place] }) }

  private func list(_ sheets: [Sheet]) -> String {
    sheets.prefix(12).map { "'\($0.name)'" }.joined(separator: ", ") + (sheets.count > 12 ? ", …" : "")
  }
}

extension Workbook.Sheet {
  fileprivate func isCalled(_ name: String) -> Bool { self.name.lowercased() == name.lowercased() }
}
