extension SurveyPlatform {
  /// Headings are the texts of questions; the answers ticked of one question stand in one cell, a line each.
  static let jotform = SurveyPlatform(
    name: "Jotform",
    headerRows: { rows in
      let names = rows[0].map { $0.lowercased() }
      return names.first == "submission date" || Set(names).isSuperset(of: ["submission date", "submission id"])
        ? 1 : nil
    },
    idHeadings: [["Submission ID"]],
    filters: [ResponseFilter(["approval status"], .rejected, .isOneOf(["denied", "rejected"]))],
    ownHeadings: ["submissiondate", "submissionid", "submissionip", "lastupdatedate"])
}
