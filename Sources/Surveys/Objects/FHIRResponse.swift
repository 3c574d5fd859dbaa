import Ergonomics

/// A QuestionnaireResponse of HL7 FHIR: answers stand in items, those in groups, and each with its kind.
extension JSONText {
  /// The heading of what says whether a response is finished.
  static let fhirStatus = "QuestionnaireResponse.status"

  var isFHIRResponse: Bool {
    if case .string("QuestionnaireResponse") = member("resourceType")?.value { true } else { false }
  }

  /// By the `linkId` of items: codes of options, and what else was answered; several joined by `;`.
  var fhirAnswers: [(name: String, value: String)] {
    let own = [("id", "id"), ("status", Self.fhirStatus)].compactMap { name, heading in
      member(name)?.plainText.map { (heading, $0) }
    }
    return own + member("item").items.flatMap(\.fhirItem)
  }

  private var fhirItem: [(name: String, value: String)] {
    let inside = (self.member("item").items + member("answer").items.flatMap { $0.member("item").items }).flatMap(
      \.fhirItem)
    guard let name = member("linkId")?.plainText, member("answer") != nil else { return inside }
    let answers = member("answer").items.compactMap(\.fhirAnswer)
    return [(name, answers.joined(separator: ";"))] + inside
  }

  private var fhirAnswer: String? {
    guard case .object(let members) = value, let answer = members.first(where: { $0.name.hasPrefix("value") }) else {
      return nil
    }
    let content = answer.value
    if let number = content.member("value")?.plainText {  // a Quantity
      return [number, content.member("unit")?.plainText ?? ""].joined(separator: " ").trimmed
    }
    return content.member("code")?.plainText ?? content.member("display")?.plainText ?? content.plainText
  }

  private func member(_ name: String) -> JSONText? {
    guard case .object(let members) = value else { return nil }
    return members.first { $0.name == name }?.value
  }

  private var plainText: String? {
    switch value {
    case .string(let text): text
    case .number(let digits): AnswersCollector.plain(digits)
    case .bool(let isTrue): isTrue ? "yes" : "no"
    case .null, .array, .object: nil
    }
  }
}

extension JSONText? {
  fileprivate var items: [JSONText] {
    if case .array(let parts) = self?.value { parts } else { [] }
  }
}
