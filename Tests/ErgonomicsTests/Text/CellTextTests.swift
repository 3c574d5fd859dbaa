import Ergonomics
import Testing

@Suite("A cell for spreadsheets")
struct CellTextTests {
  private static let signs = ["=", "+", "-", "@", "＝", "＋", "－", "＠", "﹦", "﹫"]
  private static let blanks = [
    "", "\n", "\u{A0}", "\u{3000}", "\u{FEFF}", "\u{200B}", "\u{200D}", " ", "\t", "\r", "\u{1}", "\u{2028}",
  ]

  @Test("is text whatever stands before the sign of a formula, and reads back as it was")
  func formulas() {
    for sign in Self.signs {
      for blank in Self.blanks {
        for quotes in ["", "'", "''"] {
          let cell = "\(quotes)\(blank)\(sign)1+1"
          #expect(cell.neutralised.unicodeScalars.first == "'" && cell.neutralised != cell, "\(cell.debugDescription)")
          #expect(cell.neutralised.restored == cell, "\(cell.debugDescription)")
        }
      }
    }
  }

  @Test("stays as it is where it is no formula")
  func plain() {
    let cells = [
      "", "a=b", "Jörg", "-5", "+3,5", "-0.25", "'tis", "''", "e-mail@x", "日本", "\u{301}=", "5-6", " a", "\u{A0}x",
      "( -1)", "é=",
    ]
    for cell in cells {
      #expect(cell.neutralised == cell, "\(cell.debugDescription)")
      #expect(cell.restored == cell, "\(cell.debugDescription)")
    }
  }
}
