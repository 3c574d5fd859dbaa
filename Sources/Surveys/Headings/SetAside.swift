/// Why a response is not scored although it can be read.
package enum SetAside: String, Sendable, CaseIterable {
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

/// Finds responses that a platform marks as not to be counted.
struct ResponseFilter: Sendable {
  enum Test: Sendable {
    case isEmpty
    /// In small letters.
    case isOneOf([String])
  }
  let column: Int
  let kind: SetAside
  let test: Test

  func matches(_ cell: String) -> Bool {
    switch test {
    case .isEmpty: cell.isEmpty
    case .isOneOf(let values): values.contains(cell.lowercased())
    }
  }

  /// What the platform's own columns say about responses.
  static func all(of platform: SurveyPlatform, _ names: [String]) -> [ResponseFilter] {
    func filter(_ headings: String..., kind: SetAside, _ test: Test) -> [ResponseFilter] {
      names.indices.filter { headings.contains(names[$0].lowercased()) }.map {
        .init(column: $0, kind: kind, test: test)
      }
    }
    switch platform {
    case .limeSurvey: return filter("submitdate", "date submitted", kind: .incomplete, .isEmpty)
    case .qualtrics:
      return filter("status", "response type", kind: .preview, .isOneOf(["1", "survey preview"]))
        + filter("status", "response type", kind: .test, .isOneOf(["2", "survey test"]))
        + filter("status", "response type", kind: .rejected, .isOneOf(["8", "spam"]))
        + filter("distributionchannel", kind: .preview, .isOneOf(["preview"]))
        + filter("distributionchannel", kind: .test, .isOneOf(["test"]))
        + filter("finished", kind: .incomplete, .isOneOf(["0", "false"]))
    case .odkCentral: return filter("reviewstate", kind: .rejected, .isOneOf(["rejected"]))
    case .koboToolbox:
      return filter(
        "_validation_status", kind: .rejected, .isOneOf(["validation_status_not_approved", "not approved"]))
    case .redcap:
      return names.indices.filter { names[$0].hasSuffix("_complete") || names[$0] == "Complete?" }.map {
        .init(column: $0, kind: .incomplete, test: .isOneOf(["0", "incomplete"]))
      }
    default: return []
    }
  }
}
