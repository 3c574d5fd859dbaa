import Ergonomics
import Markup

/// The questionnaire: first what can be answered, then, once every question is known, what is asked when.
extension PackReader {
  mutating func readSections() {
    draft.sections = definitions(.section).map { _, element in
      Section(id: element.required("id"), title: element.words(in: "title"), about: element.element("about")?.words)
    }
  }

  mutating func readQuestions() {
    for file in files where file.root.name == "questionnaire" {
      for section in file.root.elements("section") {
        for element in section.elements("question") where names.isFirst(.question, element, in: file) {
          readQuestion(element, section.required("id"), in: file)
        }
      }
    }
    if draft.questions.isEmpty, names.doubtful.isEmpty, let head = draft.head {
      problems.append(.noQuestions(at: head.spot(of: head.root)))
    }
  }

  private mutating func readQuestion(_ element: MarkupElement, _ section: Section.ID, in file: PackFile) {
    let before = problems.count
    checkWord(element, in: file, against: Vocabulary.reservedWords)
    guard let kind = kind(of: element, in: file), problems.count == before else {
      names.doubtful.insert(element.required("id"))
      return
    }
    let question = Question(
      id: element.required("id"), section: section, kind: kind, isYesNo: element.required("kind") == "yes-no",
      isSensitive: element["sensitive"] != nil, label: element.words(in: "label"), text: element.words(in: "text"),
      help: element.words(in: "help"), figure: figure(of: element, in: file), aliases: element.texts("alias"))
    draft.questions.append(.init(value: question, file: file, element: element))
  }

  private mutating func kind(of element: MarkupElement, in file: PackFile) -> Question.Kind? {
    let kind = element.required("kind")
    for attribute in ["unit", "min", "max", "step"] where kind != "number" && element[attribute] != nil {
      problems.append(.attributeOfNumbers(attribute, kind: kind, at: file.attribute(attribute, of: element)!.spot))
    }
    switch kind {
    case "choice": return .choice(options(of: element, in: file))
    case "choices": return .choices(options(of: element, in: file))
    case "yes-no": return .choice(yesAndNo(of: element, in: file))
    case "number":
      refuseOptions(of: element, kind: "number", in: file)
      return NumberReader(element, file).range(&problems).map { .number($0) }
    default:
      refuseOptions(of: element, kind: kind, in: file)
      return .text
    }
  }

  private mutating func refuseOptions(of element: MarkupElement, kind: String, in file: PackFile) {
    guard let option = element.element("option") else { return }
    problems.append(.optionOfNoChoice(option.required("id"), kind: kind, at: file.spot(of: option)))
  }

  /// The two options of a yes-no question; a pack may word them and give them points.
  private mutating func yesAndNo(of element: MarkupElement, in file: PackFile) -> [AnswerOption] {
    let written = element.elements("option")
    if written.isEmpty { return [AnswerOption(id: "yes", text: "Yes"), AnswerOption(id: "no", text: "No")] }
    if written.map({ $0.required("id") }) != ["yes", "no"] {
      problems.append(.optionsOfYesNo(at: file.spot(of: written[0])))
    }
    return options(of: element, in: file)
  }

  private mutating func options(of element: MarkupElement, in file: PackFile) -> [AnswerOption] {
    let written = element.elements("option")
    let question = element.required("id")
    if written.count < 2 { problems.append(.tooFewOptions(question, at: file.spot(of: element))) }
    if written.count >= AnswerClasses.limit {
      problems.append(.tooManyOptions(question, written.count, at: file.spot(of: element)))
    }
    var options: [AnswerOption] = []
    var texts = [(draft.head?.root.words(in: "not-sure") ?? "").lowercased(): "the not-sure text of the pack"]
    for option in written.prefix(AnswerClasses.limit) {
      let read = self.option(option, in: file)
      checkOption(read, option, among: options, kind: element.required("kind"), in: file)
      for text in [read.text] + read.aliases {
        if let other = texts.updateValue("option '\(read.id)'", forKey: text.lowercased()) {
          problems.append(.doubleOptionText(text, first: other, at: file.spot(of: option)))
        }
      }
      options.append(read)
    }
    return options
  }

  private mutating func option(_ element: MarkupElement, in file: PackFile) -> AnswerOption {
    let own = element.words
    if own.isEmpty == (element.element("text") == nil) {
      problems.append(.optionText(element.required("id"), at: file.spot(of: element)))
    }
    return AnswerOption(
      id: element.required("id"), text: element.element("text")?.words ?? own, aliases: element.texts("alias"),
      points: element.number("points") ?? 0, isAlone: element.claims("alone"))
  }

  private mutating func checkOption(
    _ option: AnswerOption, _ element: MarkupElement, among others: [AnswerOption], kind: String, in file: PackFile
  ) {
    let id = file.required("id", of: element).spot
    if others.contains(where: { $0.id == option.id }) { problems.append(.doubleOption(option.id, at: id)) }
    if option.id == "not_sure" {
      problems.append(.reservedOption(at: id))
    } else {
      checkWord(element, in: file, against: Vocabulary.reservedOptions)
    }
    if option.isAlone, kind != "choices" {
      problems.append(.aloneOutsideChoices(option.id, kind: kind, at: file.attribute("alone", of: element)?.spot ?? id))
    }
  }

  mutating func readAskWhen() {
    for place in draft.questions.indices {
      let (question, file, element) = (
        draft.questions[place].value, draft.questions[place].file, draft.questions[place].element
      )
      let drawnAs = drawn(element, question, in: file)
      draft.questions[place].value.sameAs = element.optional("same-as", as: Question.Elsewhere.init)
      draft.questions[place].value.drawnAs = drawnAs
      guard let written = file.attribute("ask-when", of: element) else { continue }
      guard let condition = condition(written) else {
        names.doubtful.insert(question.id)
        continue
      }
      draft.questions[place].value = question.asked(when: condition)
      draft.questions[place].value.drawnAs = drawnAs
      draft.questions[place].value.sameAs = element.optional("same-as", as: Question.Elsewhere.init)
    }
    draft.questions.removeAll { names.doubtful.contains($0.value.id) }
  }
}

extension PackReader {
  /// What drawings take a number for; each is one question, and what it measures is a time or a length.
  private mutating func drawn(_ element: MarkupElement, _ question: Question, in file: PackFile) -> Question.Drawn? {
    guard let drawn = element.optional("drawn-as", as: Question.Drawn.init) else { return nil }
    let written = file.required("drawn-as", of: element)
    guard case .number(let range) = question.kind, range.unit.kind == drawn.measures else {
      problems.append(.drawnAsSomethingElse(question.id, drawn, at: written.spot))
      return nil
    }
    if let other = draft.questions.first(where: { $0.value.drawnAs == drawn }) {
      problems.append(.drawnTwice(question.id, other.value.id, drawn, at: written.spot))
    }
    return drawn
  }
}

extension Question {
  func asked(when condition: Condition?) -> Question {
    Question(
      id: id, section: section, kind: kind, isYesNo: isYesNo, askWhen: condition, isSensitive: isSensitive,
      label: label, text: text, help: help, figure: figure, aliases: aliases)
  }
}

extension Problem {
  static func drawnAsSomethingElse(_ question: String, _ drawn: Question.Drawn, at spot: SourceLocation) -> Problem {
    Problem(
      .drawnAs, spot, "'\(question)' cannot be drawn as '\(drawn.rawValue)'",
      help: drawn.measures == .time
        ? "it takes a number with the unit min or h" : "it takes a number with the unit mm, cm, m or in")
  }

  static func drawnTwice(
    _ question: String, _ other: String, _ drawn: Question.Drawn, at spot: SourceLocation
  ) -> Problem {
    Problem(
      .drawnAs, spot, "'\(question)' and '\(other)' are both drawn as '\(drawn.rawValue)'",
      help: "leave out drawn-as at one of them")
  }
}
