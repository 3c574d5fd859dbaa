extension SurveyPlatform {
  static let surveyMonkey = SurveyPlatform(
    name: "SurveyMonkey",
    headerRows: { rows in
      rows[0].prefix(2).map { $0.lowercased() } == ["respondent id", "collector id"] ? 2 : nil
    },
    shape: .choicesBelow,
    idHeadings: [["Respondent ID"]],
    ownHeadings: ["respondentid", "collectorid", "datecreated", "datemodified", "ipaddress", "customdata1"])
}
