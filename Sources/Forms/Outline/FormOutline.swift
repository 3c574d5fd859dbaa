import Ergonomics

/// What every form holds, before it is put into the words of a tool.
package struct FormOutline: Sendable {
  package let title: String
  package let items: [FormItem]
  package let questions: [Question.ID: Question]
  package let questionnaire: Pack
  /// What the form does in place of what cannot be said.
  package let notes: [String]

  var hasGates: Bool {
    items.contains { if case .question(let question) = $0 { question.gate != .always } else { false } }
  }

  package init(_ source: FormSource) {
    var builder = OutlineBuilder(source)
    builder.build()
    title = source.packs.map(\.title).joined(separator: ", ")
    (items, notes, questionnaire) = (builder.items, builder.notes, source.questionnaire)
    questions = source.questionnaire.vocabulary.questions
  }
}

private struct OutlineBuilder {
  private let source: FormSource
  private let pack: Pack
  private let gates: GateBuilder
  private let words: ConditionWords
  private var asked: Set<Question.ID> = []
  private var pending: [CareNote] = []
  private(set) var items: [FormItem] = []
  private(set) var notes: [String] = []

  init(_ source: FormSource) {
    (self.source, pack) = (source, source.questionnaire)
    (gates, words) = (GateBuilder(pack), ConditionWords(pack))
    pending = CareNote.all(source.packs, gates)
  }

  mutating func build() {
    if source.notice == nil { notes.append(FormWords.noticeMissing) }
    items.append(
      .note(
        FormNote(
          name: "notice", heading: FormWords.beforeYouBegin,
          paragraphs: FormWords.introduction(source.packs) + (source.notice ?? FormWords.usualNotice))))
    items += source.keptColumns.map(FormItem.kept)
    for section in pack.sections {
      let questions = pack.questions.filter { $0.section == section.id }
      if questions.isEmpty { continue }
      items.append(.section(section))
      for question in questions { add(question) }
    }
    let attribution = source.packs.flatMap(\.attribution).withoutDoubles
    if !attribution.isEmpty {
      items.append(.note(FormNote(name: "sources", heading: FormWords.about, paragraphs: attribution)))
    }
  }

  private mutating func add(_ question: Question) {
    var help = [question.help]
    let gate = gates.gate(of: question)
    if gate == nil, let condition = question.askWhen {
      help.append(FormWords.onlyIf(words.text(of: condition)))
      notes.append(FormWords.cannotGate(question, words.text(of: condition)))
    }
    switch question.kind {
    case .number(let range): help += [FormWords.range(range), FormWords.notSureNumber]
    case .choices: help.append(FormWords.chooseAll)
    case .choice, .text: break
    }
    if question.isSensitive { help.append(FormWords.skippable) }
    let options = question.options.isEmpty ? [] : question.options + [notSure]
    items.append(.question(FormQuestion(question: question, gate: gate ?? .always, options: options, help: help)))
    asked.insert(question.id)
    for note in pending where note.questions.isSubset(of: asked) { items.append(.note(note.note)) }
    pending.removeAll { $0.questions.isSubset(of: asked) }
  }

  /// In lists it excludes the others.
  private var notSure: AnswerOption { AnswerOption(id: Gate.notSure, text: pack.notSure, isAlone: true) }
}

/// What to do about signs, shown as soon as the answers that call for it are given.
private struct CareNote {
  let note: FormNote
  let questions: Set<Question.ID>

  static func all(_ packs: [Pack], _ gates: GateBuilder) -> [CareNote] {
    let numbers = packs.flatMap(\.emergencyNumbers).withoutDoubles
    var (notes, seen) = ([CareNote](), Set<CareCard>())
    for card in packs.flatMap(\.careCards) where card.level != .routine && seen.insert(card).inserted {
      for (questions, gate, sign) in occasions(of: card, gates) {
        let heading = card.level == .emergency ? FormWords.emergencyHeading : FormWords.urgentHeading
        let note = FormNote(
          name: "care\(notes.count + 1)", heading: "\(heading): \(card.title)",
          paragraphs: FormWords.card(card, numbers), gate: gate, sign: sign)
        notes.append(CareNote(note: note, questions: questions))
      }
    }
    return notes
  }

  /// A card may be called for in several ways: each is told as soon as it can be.
  private static func occasions(of card: CareCard, _ gates: GateBuilder) -> [(Set<Question.ID>, Gate, Condition)] {
    let ways = if case .any(let parts) = card.when { parts } else { [card.when] }
    var (order, byQuestions) = ([Set<Question.ID>](), [Set<Question.ID>: [(gate: Gate, way: Condition)]]())
    for way in ways {
      guard let gate = gates.gate(way, .certainly) else { continue }
      if byQuestions[gate.questions] == nil { order.append(gate.questions) }
      byQuestions[gate.questions, default: []].append((gate, way))
    }
    return order.map { questions in
      let found = byQuestions[questions]!
      return (questions, .some(found.map(\.gate)), found.count == 1 ? found[0].way : .any(found.map(\.way)))
    }
  }
}
