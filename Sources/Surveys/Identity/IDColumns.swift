extension SurveySheet {
  /// The columns that tell responses apart: those that the platform names them by, else one with a usual name, else a first
  /// one without a heading, where R writes the names of rows.
  ///
  /// - Parameter questions: Columns that hold answers.
  func idColumns(besides questions: Set<Int>) -> [Int] {
    let found = platform.idHeadings.compactMap { wordings in names.indices.first { wordings.contains(names[$0]) } }
    if platform.beginsWithID { return found.first == 0 ? found : [0] + found }
    if !found.isEmpty { return found }
    let plain = names.map(\.asIDHeading)
    for name in Self.usualIDs {
      if let column = plain.firstIndex(of: name), !questions.contains(column) { return [column] }
    }
    if let first = names.first, first.allSatisfy(\.isWhitespace), names.count > 1, !questions.contains(0) { return [0] }
    return []
  }

  /// The surest first; as `asIDHeading` writes them.
  private static let usualIDs = [
    "id", "respondentid", "responseid", "submissionid", "responseuuid", "uuid", "recordid", "participantid", "personid",
    "userid", "staffid", "employeeid", "staffno", "staffnumber", "employeeno", "employeenumber", "personnelnumber",
    "personalnummer", "participant", "respondent", "caseid", "#", "no", "nr",
  ]
}

extension String {
  /// Small letters without blanks, underscores, hyphens and full stops.
  fileprivate var asIDHeading: String { lowercased().filter { !$0.isWhitespace && !"_-.:".contains($0) } }
}
