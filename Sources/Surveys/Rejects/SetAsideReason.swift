/// Why a response is not scored although it can be read.
package enum SetAsideReason: String, Sendable, CaseIterable {
  case incomplete
  case preview
  case test
  case rejected
  case duplicate
  // No responses at all.
  case blank = "empty"
  case total = "total"
  /// The headings once more, where files were joined.
  case heading = "repeated heading"
  case questionTexts = "question texts"

  /// The row is nobody's: `--include` cannot ask for it.
  package var isNobody: Bool {
    switch self {
    case .incomplete, .preview, .test, .rejected, .duplicate: false
    case .blank, .total, .heading, .questionTexts: true
    }
  }
}
