/// The tools that a questionnaire can be asked in.
package enum FormFormat: String, Sendable, CaseIterable {
  /// ODK Central, KoboToolbox, Survey123.
  case xlsform
  case limesurvey, surveyjs, redcap, qualtrics
  /// Text to paste into Microsoft Forms or Google Forms.
  case word
  case fhir
  /// To print.
  case paper
  /// One page that works without a network.
  case html

  /// What the name of its file ends in.
  package var fileExtension: String {
    switch self {
    case .xlsform: "xlsx"
    case .limesurvey, .qualtrics, .word: "txt"
    case .surveyjs, .fhir: "json"
    case .redcap: "csv"
    case .paper, .html: "html"
    }
  }

  package func document(of source: FormSource) throws -> FormDocument {
    switch self {
    case .xlsform: try XLSForm.document(of: source)
    case .limesurvey: LimeSurvey.document(of: source)
    case .surveyjs: SurveyJS.document(of: source)
    case .redcap: REDCap.document(of: source)
    case .qualtrics: Qualtrics.document(of: source)
    case .word: PastedText.document(of: source)
    case .paper: try PaperForm.document(of: source)
    case .fhir: FHIRQuestionnaire.document(of: source)
    case .html: try OfflinePage.document(of: source)
    }
  }
}
