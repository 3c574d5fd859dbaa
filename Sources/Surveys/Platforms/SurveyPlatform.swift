import Ergonomics

/// Where a survey file comes from, told by its headings, never by its name, and what its exports look like.
///
/// One file a platform; `all` has them in the order in which they are recognised.
package struct SurveyPlatform: Sendable, Hashable {
  /// What stands above the answers.
  enum HeadingShape: Sendable {
    /// One row: questions, or a question and an answer.
    case oneRow
    /// Codes, and the texts of questions below them.
    case textsBelow
    /// Questions, each over the first of its columns, and answers below them.
    case choicesBelow
  }

  package let name: String
  /// How many rows of these belong to the headings; `nil` where they do not bear the platform's signature.
  let headerRows: @Sendable (_ rows: [[String]]) -> Int?
  var shape = HeadingShape.oneRow
  /// Headings of the columns that together name a response, each in its possible wordings.
  var idHeadings: [[String]] = []
  /// The first column is one of the ids, whatever its heading.
  var beginsWithID = false
  /// A response that comes twice is set aside as a repeat; in files that people make, one of two is a mistake.
  var repeatsResponses = true
  /// Single answers may come by codes of so many letters and digits, as forms give them; `nil` = by ids and texts only.
  var longestCode: Int?
  /// What its own columns say against counting a response.
  var filters: [ResponseFilter] = []
  /// Headings of what it writes of each response itself: small letters, without what is no letter or digit.
  var ownHeadings: Set<String> = []

  package static func == (a: Self, b: Self) -> Bool { a.name == b.name }
  package func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

extension SurveyPlatform {
  /// Those with a signature come before those that are told by one heading.
  static let all = [
    qualtrics, surveyMonkey, limeSurvey, koboToolbox, odkCentral, redcap, microsoftForms, googleForms, jotform, sitwell,
    other,
  ]

  /// The platform whose signature the first rows bear, and how many of them are headings.
  static func recognised(in rows: [[String]]) -> (platform: SurveyPlatform, headerRows: Int) {
    for platform in all {
      if let count = platform.headerRows(rows) { return (platform, count) }
    }
    preconditionFailure("any table is one of 'other'")
  }
}
