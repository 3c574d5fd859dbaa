extension SurveyPlatform {
  static let koboToolbox = SurveyPlatform(
    name: "KoboToolbox",
    headerRows: { rows in
      guard Set(rows[0].map { $0.lowercased() }).isSuperset(of: ["_uuid", "_submission_time"]) else { return nil }
      return rows.count > 1 && rows[1].isTagRow ? 2 : 1
    },
    idHeadings: [["_uuid"]],
    filters: [
      ResponseFilter(["_validation_status"], .rejected, .isOneOf(["validation_status_not_approved", "not approved"]))
    ],
    ownHeadings: [
      "start", "end", "submissiontime", "submittedby", "deviceid", "phonenumber", "simserial", "subscriberid",
    ]
  )
}

extension [String] {
  /// A row of HXL hashtags (hxlstandard.org, 1.1) below the headings.
  fileprivate var isTagRow: Bool { contains { $0.hasPrefix("#") } && allSatisfy { $0.isEmpty || $0.hasPrefix("#") } }
}
