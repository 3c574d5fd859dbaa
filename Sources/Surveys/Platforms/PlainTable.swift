extension SurveyPlatform {
  /// Tables that people or programs make in Sitwell's own form.
  static let sitwell = SurveyPlatform(
    name: "Sitwell", headerRows: { $0[0].contains("id") ? 1 : nil }, idHeadings: [["id"]], repeatsResponses: false)
  /// Any other table.
  static let other = SurveyPlatform(
    name: "a table", headerRows: { _ in 1 }, idHeadings: [["id"]], repeatsResponses: false)

  // Objects made a table: no headings tell of them.
  static let json = SurveyPlatform(
    name: "JSON", headerRows: { _ in nil }, idHeadings: [["id"]], repeatsResponses: false,
    filters: [
      ResponseFilter(
        [JSONText.fhirStatus.lowercased()], .incomplete, .isOneOf(["in-progress", "stopped"])),
      ResponseFilter([JSONText.fhirStatus.lowercased()], .rejected, .isOneOf(["entered-in-error"])),
    ])
  static let sealed = SurveyPlatform(
    name: "Sitwell, encrypted", headerRows: { _ in nil }, idHeadings: [["id"]], repeatsResponses: false)
  static let xml = SurveyPlatform(
    name: "XML", headerRows: { _ in nil }, idHeadings: [["id"]], repeatsResponses: false)
}
