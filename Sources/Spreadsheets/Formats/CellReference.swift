/// The place of a cell in its sheet, such as `C18`.
package struct CellReference: Hashable, Sendable {
  /// Counted from 0.
  package let column: Int
  /// Counted from 1.
  package let row: Int

  package init(column: Int, row: Int) { (self.column, self.row) = (column, row) }

  /// `nil` for what is no cell of a sheet.
  init?(_ text: Span<UInt8>) {
    var (column, row, place) = (0, 0, 0)
    while place < text.count, case let letter = (text[place] & 0xDF) &- UInt8(ascii: "A"), letter < 26, column < 1 << 20
    {
      column = column * 26 + Int(letter) + 1
      place += 1
    }
    guard column > 0, place < text.count else { return nil }
    while place < text.count {
      let digit = text[place] &- UInt8(ascii: "0")
      guard digit < 10, row < 1 << 24 else { return nil }
      row = row * 10 + Int(digit)
      place += 1
    }
    guard row > 0 else { return nil }
    self.init(column: column - 1, row: row)
  }
}

extension CellReference: CustomStringConvertible {
  package var description: String { "\(Self.letters(column))\(row)" }

  /// The letters over a column.
  package static func letters(_ column: Int) -> String {
    let letter = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(column % 26)))
    return column < 26 ? letter : letters(column / 26 - 1) + letter
  }
}
