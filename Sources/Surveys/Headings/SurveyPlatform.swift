import Ergonomics

/// Where a survey file comes from, told by its headings, never by its name.
package enum SurveyPlatform: String, Sendable {
  case sitwell = "Sitwell"
  case microsoftForms = "Microsoft Forms"
  case googleForms = "Google Forms"
  case surveyMonkey = "SurveyMonkey"
  case qualtrics = "Qualtrics"
  case limeSurvey = "LimeSurvey"
  case koboToolbox = "KoboToolbox"
  case odkCentral = "ODK Central"
  case redcap = "REDCap"
  case json = "JSON"
  case xml = "XML"
  case other = "a table"
}

extension SurveyPlatform {
  /// The platform whose signature the first rows bear, and how many of them are headings.
  static func recognised(in rows: [[String]]) -> (platform: SurveyPlatform, headerRows: Int) {
    let names = rows[0]
    let lower = Set(names.map { $0.lowercased() })
    if rows.count > 2, rows[2].contains(where: { $0.hasPrefix("{\"ImportId\"") }) { return (.qualtrics, 3) }
    if rows.count > 1, names.first == "V1", rows[1].contains(where: { $0.lowercased() == "responseid" }) {
      return (.qualtrics, 2)
    }
    if names.prefix(2).map({ $0.lowercased() }) == ["respondent id", "collector id"] { return (.surveyMonkey, 2) }
    if lower.isSuperset(of: ["submitdate", "lastpage", "startlanguage"])
      || lower.isSuperset(of: ["date submitted", "last page", "start language"])
    {
      return (.limeSurvey, 1)
    }
    if lower.isSuperset(of: ["_uuid", "_submission_time"]) {
      return (.koboToolbox, rows.count > 1 && rows[1].isTagRow ? 2 : 1)
    }
    if lower.isSuperset(of: ["submissiondate", "key"]) { return (.odkCentral, 1) }
    if names.isFromREDCap { return (.redcap, 1) }
    if names.count > 4, lower.contains("id"), startTimes.contains(names[1].lowercased()) { return (.microsoftForms, 1) }
    if let first = names.first?.lowercased(), timestamps.contains(first) { return (.googleForms, 1) }
    return (names.contains("id") ? .sitwell : .other, 1)
  }

  /// What the second heading of Microsoft Forms says, by language.
  private static let startTimes: Set = [
    "start time", "hora de inicio", "heure de début", "startzeit", "ora di inizio", "hora de início", "begintijd",
    "godzina rozpoczęcia",
  ]
  /// What the first heading of Google Forms says, by language.
  private static let timestamps: Set = [
    "timestamp", "horodateur", "zeitstempel", "marca temporal", "carimbo de data/hora", "informazioni cronologiche",
    "tijdstempel", "sygnatura czasowa",
  ]

  /// Headings of the columns that together name a response, each in its possible wordings.
  var idHeadings: [[String]] {
    switch self {
    case .sitwell, .json, .xml, .other: [["id"]]
    case .microsoftForms: [["ID", "Id"]]
    case .googleForms: []
    case .surveyMonkey: [["Respondent ID"]]
    case .qualtrics: [["ResponseId", "ResponseID"]]
    case .limeSurvey: [["id", "Response ID"]]
    case .koboToolbox: [["_uuid"]]
    case .odkCentral: [["KEY"]]
    case .redcap:
      [
        ["record_id", "Record ID"], ["redcap_event_name", "Event Name"], ["redcap_repeat_instance", "Repeat Instance"],
      ]
    }
  }

  /// A response that comes twice is set aside as a repeat; in files that people make, one of two is a mistake.
  var repeatsResponses: Bool {
    switch self {
    case .sitwell, .json, .xml, .other: false
    default: true
    }
  }
}

extension [String] {
  /// A row of HXL hashtags (hxlstandard.org, 1.1) below the headings.
  fileprivate var isTagRow: Bool { contains { $0.hasPrefix("#") } && allSatisfy { $0.isEmpty || $0.hasPrefix("#") } }

  fileprivate var isFromREDCap: Bool {
    if contains("redcap_event_name") || contains(where: { $0.contains("(choice=") }) { return true }
    if contains("Complete?") || first == "record_id" && contains(where: { $0.hasSuffix("_complete") }) { return true }
    return contains { $0.contains("___") } && contains { $0.hasSuffix("_complete") }
  }
}
