extension SurveyPlatform {
  /// Headings are codes, texts, or both; the columns of its own come by code or by text.
  static let limeSurvey = SurveyPlatform(
    name: "LimeSurvey",
    headerRows: { rows in
      let names = Set(rows[0].map { $0.lowercased() })
      let isOwn =
        names.isSuperset(of: ["submitdate", "lastpage", "startlanguage"])
        || names.isSuperset(of: ["date submitted", "last page", "start language"])
      return isOwn ? 1 : nil
    },
    idHeadings: [["id", "Response ID"]],
    longestCode: 5,
    filters: [ResponseFilter(["submitdate", "date submitted"], .incomplete, .isEmpty)],
    ownHeadings: [
      "submitdate", "datesubmitted", "lastpage", "seed", "datestamp", "ipaddr", "refurl", "dateoflastaction",
    ])
}
