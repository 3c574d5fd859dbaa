extension SurveyPlatform {
  /// It gives responses no id.
  static let googleForms = SurveyPlatform(
    name: "Google Forms",
    headerRows: { rows in rows[0].first.map { timestamps.contains($0.lowercased()) } == true ? 1 : nil },
    ownHeadings: ["timestamp"])

  /// What the first heading says, by language.
  private static let timestamps: Set = [
    "timestamp", "horodateur", "zeitstempel", "marca temporal", "carimbo de data/hora", "informazioni cronologiche",
    "tijdstempel", "sygnatura czasowa",
  ]
}
