/// What is known of a survey file once its headings are read.
struct SurveySheet: Sendable {
  /// What stands over a column.
  struct Heading: Sendable {
    /// As problems and reports name the column.
    let name: String
    /// What may name a question: the heading, the code above a text, the text below a code.
    let wordings: [String]
    /// What a second row says below the heading of several columns: one of the answers.
    let choice: String?

    init(name: String, wordings: [String], choice: String?) {
      (self.name, self.wordings, self.choice) = (name, wordings, choice)
    }
    init(_ name: String) { self.init(name: name, wordings: [name], choice: nil) }
  }
  let platform: SurveyPlatform
  let headings: [Heading]
  let headerRows: Int
  /// The bytes of the first row.
  let header: [UInt8]
  /// The line of the headings.
  let line: Int

  /// - Parameters:
  ///   - rows: From that of the headings on.
  ///   - known: The platform, where it is no table that headings tell it of.
  ///   - hasChoicesBelow: The second row belongs to the headings.
  init(
    rows: [[String]], header: [UInt8], line: Int, platform known: SurveyPlatform? = nil, hasChoicesBelow: Bool = false
  ) {
    let recognised = SurveyPlatform.recognised(in: rows)
    platform = known ?? recognised.platform
    headerRows = known != nil ? 1 : hasChoicesBelow ? 2 : recognised.headerRows
    (self.header, self.line) = (header, line)
    switch platform.shape {
    case .textsBelow:
      headings = rows[0].indices.map { place in
        let text = place < rows[1].count ? rows[1][place] : ""
        return Heading(name: rows[0][place], wordings: [rows[0][place], text].filter { !$0.isEmpty }, choice: nil)
      }
    case .choicesBelow: headings = Self.twoRows(rows[0], rows.count > 1 ? rows[1] : [])
    case .oneRow: headings = hasChoicesBelow ? Self.twoRows(rows[0], rows[1]) : rows[0].map { Heading($0) }
    }
  }

  var names: [String] { headings.map(\.name) }

  /// A heading stands over the empty ones to its right too.
  private static func twoRows(_ first: [String], _ second: [String]) -> [Heading] {
    var question = ""
    return first.indices.map { place in
      if !first[place].isEmpty { question = first[place] }
      let below = place < second.count ? second[place] : ""
      let isAnswer = below.isEmpty || ["response", "open-ended response"].contains(below.lowercased())
      return Heading(
        name: isAnswer ? question : "\(question) [\(below)]", wordings: [question], choice: isAnswer ? nil : below)
    }
  }
}
