import Ergonomics
import Markup

/// The same rows for programs.
extension ReportTable {
  /// A list of objects, a line each, with the headings as names.
  package var json: [UInt8] {
    let objects = rows.map { row in
      "  {\(zip(headings, row).map { "\($0.asJSON): \($1.asJSON)" }.joined(separator: ", "))}"
    }
    return Array((objects.isEmpty ? "[]\n" : "[\n\(objects.joined(separator: ",\n"))\n]\n").utf8)
  }

  /// An element for each row, with an element for each of its cells that is not empty.
  ///
  /// - Parameter date: When it was made, `YYYY-MM-DD`.
  package func xml(_ root: String, of element: String, namespace: String, date: String) -> [UInt8] {
    var writer = MarkupWriter()
    writer.element(root, namespace: namespace, ["date": date]) { writer in
      for row in rows {
        writer.element(element) { writer in
          for (heading, cell) in zip(headings, row) where !cell.isEmpty { writer.element(heading, text: cell) }
        }
      }
    }
    return writer.bytes
  }
}
