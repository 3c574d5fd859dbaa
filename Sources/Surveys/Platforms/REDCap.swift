extension SurveyPlatform {
  /// A record may come several times, by event and repeat.
  static let redcap = SurveyPlatform(
    name: "REDCap",
    headerRows: { $0[0].isFromREDCap ? 1 : nil },
    idHeadings: [
      ["record_id", "Record ID"], ["redcap_event_name", "Event Name"], ["redcap_repeat_instance", "Repeat Instance"],
    ],
    beginsWithID: true,
    filters: [ResponseFilter(ending: "_complete", or: "Complete?", .incomplete, .isOneOf(["0", "incomplete"]))],
    ownHeadings: ["recordid", "redcapsurveyidentifier"])
}

extension [String] {
  fileprivate var isFromREDCap: Bool {
    if contains("redcap_event_name") || contains(where: { $0.contains("(choice=") }) { return true }
    if contains("Complete?") || first == "record_id" && contains(where: { $0.hasSuffix("_complete") }) { return true }
    return contains { $0.contains("___") } && contains { $0.hasSuffix("_complete") }
  }
}
