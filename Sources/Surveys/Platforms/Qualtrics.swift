extension SurveyPlatform {
  /// Codes, texts, and in newer exports a row of JSON with the ids of questions.
  static let qualtrics = SurveyPlatform(
    name: "Qualtrics",
    headerRows: { rows in
      if rows.count > 2, rows[2].contains(where: { $0.hasPrefix("{\"ImportId\"") }) { return 3 }
      let isOld = rows.count > 1 && rows[0].first == "V1" && rows[1].contains { $0.lowercased() == "responseid" }
      return isOld ? 2 : nil
    },
    shape: .textsBelow,
    idHeadings: [["ResponseId", "ResponseID"]],
    filters: [
      ResponseFilter(["status", "response type"], .preview, .isOneOf(["1", "survey preview"])),
      ResponseFilter(["status", "response type"], .test, .isOneOf(["2", "survey test"])),
      ResponseFilter(["status", "response type"], .rejected, .isOneOf(["8", "spam"])),
      ResponseFilter(["distributionchannel"], .preview, .isOneOf(["preview"])),
      ResponseFilter(["distributionchannel"], .test, .isOneOf(["test"])),
      ResponseFilter(["finished"], .incomplete, .isOneOf(["0", "false"])),
    ],
    ownHeadings: [
      "startdate", "enddate", "recordeddate", "responseid", "progress", "durationinseconds", "recipientlastname",
      "recipientfirstname", "recipientemail", "externalreference", "externaldatareference", "locationlatitude",
      "locationlongitude",
    ])
}
