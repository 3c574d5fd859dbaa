extension SurveyPlatform {
  static let odkCentral = SurveyPlatform(
    name: "ODK Central",
    headerRows: { rows in
      Set(rows[0].map { $0.lowercased() }).isSuperset(of: ["submissiondate", "key"]) ? 1 : nil
    },
    idHeadings: [["KEY"]],
    filters: [ResponseFilter(["reviewstate"], .rejected, .isOneOf(["rejected"]))],
    ownHeadings: ["submissiondate", "submitterid", "submittername", "instanceid", "instancename", "key"])
}
