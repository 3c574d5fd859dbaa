extension SurveyPlatform {
  static let microsoftForms = SurveyPlatform(
    name: "Microsoft Forms",
    headerRows: { rows in
      let names = rows[0].map { $0.lowercased() }
      return names.count > 4 && names.contains("id") && startTimes.contains(names[1]) ? 1 : nil
    },
    idHeadings: [["ID", "Id"]],
    ownHeadings: ["starttime", "completiontime", "lastmodifiedtime"])

  /// What the second heading says, by language.
  private static let startTimes: Set = [
    "start time", "hora de inicio", "heure de début", "startzeit", "ora di inizio", "hora de início", "begintijd",
    "godzina rozpoczęcia",
  ]
}
