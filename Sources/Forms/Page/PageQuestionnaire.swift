import Ergonomics

/// What the page asks, shows and writes, as its script reads it.
struct PageQuestionnaire {
  let source: FormSource
  private let pack: Pack
  private let conditions: PageConditions

  init(_ source: FormSource) {
    self.source = source
    pack = source.questionnaire
    conditions = PageConditions(pack)
  }

  var value: JSONValue {
    let all = pack.questions.compactMap(\.askWhen) + pack.careCards.map(\.when)
    let (measures, tables) = conditions.parts(of: all)
    let isAboutHealth = RuleProgram(pack).isAboutHealth
    return [
      "version": .text(source.packs.map(\.stamp).joined(separator: " ")),
      "notSure": .text(pack.notSure),
      "keep": .list(source.keptColumns.map { ["column": .text($0.name), "label": .text($0.label)] }),
      "teamKey": source.teamKey.map(JSONValue.written), "sections": .list(pack.sections.map(section)),
      "questions": .list(zip(pack.questions, isAboutHealth).map(question)),
      "measures": measures, "tables": tables,
      "cards": .list(pack.careCards.map(card)),
      "numbers": .list(pack.emergencyNumbers.map { ["place": .text($0.place), "number": .text($0.number)] }),
    ]
  }

  private func section(_ section: Section) -> JSONValue {
    ["id": .text(section.id), "title": .text(section.title), "about": section.about.map(JSONValue.text)]
  }

  /// - Parameter isAboutHealth: Also what is asked because of an answer about health.
  private func question(_ question: Question, isAboutHealth: Bool) -> JSONValue {
    let range: NumberRange? = if case .number(let range) = question.kind { range } else { nil }
    return [
      "id": .text(question.id), "section": .text(question.section), "kind": .text(question.kind.pageName),
      "label": .text(question.label), "text": .text(question.text), "help": .text(question.help),
      "options": question.options.isEmpty ? nil : .list(question.options.map(option)),
      "unit": range.map { .text($0.unit.rawValue) }, "low": range.map { .whole($0.bounds.lowerBound) },
      "high": range.map { .whole($0.bounds.upperBound) },
      "askWhen": question.askWhen.map(conditions.value),
      "isSensitive": .onlyIf(question.isSensitive), "isAboutHealth": .onlyIf(isAboutHealth),
    ]
  }

  private func option(_ option: AnswerOption) -> JSONValue {
    ["id": .text(option.id), "text": .text(option.text), "isAlone": .onlyIf(option.isAlone)]
  }

  private func card(_ card: CareCard) -> JSONValue {
    [
      "id": .text(card.id), "level": .text(card.level.rawValue), "title": .text(card.title),
      "when": conditions.value(card.when), "signs": .texts(card.signs), "ask": .text(card.ask),
      "soon": .text(card.soon), "text": .texts(card.text),
    ]
  }
}

extension Question.Kind {
  fileprivate var pageName: String {
    switch self {
    case .choice: "choice"
    case .choices: "choices"
    case .number: "number"
    case .text: "text"
    }
  }
}
