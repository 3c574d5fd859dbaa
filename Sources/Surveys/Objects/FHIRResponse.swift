import Ergonomics

/// A QuestionnaireResponse of HL7 FHIR: answers stand in items, those in groups, and each with its kind.
extension JSONText {
  var isFHIRResponse: Bool {
    if case .string("QuestionnaireResponse") = member("resourceType")?.value { true } else { false }
  }

  /// By the `linkId` of items: codes of options, and what else was answered; several joined by `;`.
  var fhirAnswers: [(name: String, value: String)] {
    let id = member("id")?.plainText.map { [("id", $0)] } ?? []
    return id + member("item").items.flatMap(\.fhirItem)
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
    let coded = ["code", "value", "display"].lazy.compactMap { answer.value.member($0)?.plainText }.first
    return coded ?? answer.value.plainText
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
