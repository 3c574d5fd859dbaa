import Ergonomics
import Markup

/// The rules, one a file.
extension PackReader {
  mutating func readRules() {
    for (file, element) in definitions(.rule) {
      let id = element.required("id")
      if file.name != "\(id).xml" {
        problems.append(.fileNameDiffers(id, file: file.name, at: file.required("id", of: element).spot))
      }
      let figure = figure(of: element, in: file)
      let adds = points(of: element, in: file)
      let loads = references(.muscle, "loads", "muscle", of: element, in: file)
      let finding = template(element.requiredElement("finding"), in: file)
      let evidence = evidence(of: element, in: file)
      let corrections = references(.correction, "correct", "with", of: element, in: file)
      let exercises = references(.exercise, "exercise", "ref", of: element, in: file)
      let reliefs = references(.relief, "relief", "ref", of: element, in: file)
      let examples = element.elements("example").map { example($0, in: file) }
      let applies = element.element("applies").map { condition(file.text(of: $0)) }
      let solvedWhen = element.element("solved-when").flatMap { condition(file.text(of: $0)) }
      guard let when = condition(file.text(of: element.requiredElement("when"))), applies != .some(.none) else {
        draft.scoresInDoubt.formUnion(adds.map(\.score))
        draft.correctionsInDoubt.formUnion(corrections)
        // Nobody knows what of it would be read.
        for name in ["applies", "when", "solved-when"] {
          draft.namesInDoubt.formUnion(element.element(name)?.text.names ?? [])
        }
        continue
      }
      var rule = Rule(
        id: id, since: element.required("since"), title: element.words(in: "title"), figure: figure,
        isFigureForAnyone: element["figure-for"] != nil, applies: applies ?? nil, when: when, adds: adds, loads: loads,
        finding: finding, why: element.words(in: "why"),
        evidence: evidence,
        corrections: corrections, exercises: exercises, reliefs: reliefs, solved: element.words(in: "solved"),
        solvedWhen: solvedWhen, examples: examples)
      rule.isAboutAnswers = element["about"] != nil
      draft.rules.append(.init(value: rule, file: file, element: element))
    }
  }

  private mutating func points(of element: MarkupElement, in file: PackFile) -> [Rule.Points] {
    let scores = references(.score, "adds", "score", of: element, in: file)
    return scores.map { score in
      let adds = element.elements("adds").first { $0.required("score") == score }
      return Rule.Points(score: score, points: adds?.requiredNumber("points") ?? 0)
    }
  }

  /// Text with placeholders; one that names no question or measure is a problem.
  private mutating func template(_ element: MarkupElement, in file: PackFile) -> Template {
    let written = file.text(of: element)
    for place in AnswerPlaceholder.all(in: written.text) {
      let isKnown = [NameKind.question, .measure].contains { names.contains($0, place.name) }
      draft.shown.insert(place.name)
      if isKnown || names.doubtful.contains(place.name) { continue }
      problems.append(
        place.isClosed
          ? .unknownPlaceholder(
            place.name, at: written.spot(ofCharacters: place.name.isEmpty ? place.characters : place.inside),
            known: names.all(.question) + names.all(.measure))
          : .openPlaceholder(at: written.spot(ofCharacters: place.characters)))
    }
    return AnswerPlaceholder.template(element.words)
  }

  private mutating func example(_ element: MarkupElement, in file: PackFile) -> Rule.Example {
    Rule.Example(
      outcome: element.required("outcome", as: Outcome.init), says: element.required("says"),
      answers: person(element, in: file))
  }

  /// The answers of an example, or what they become.
  mutating func person(_ element: MarkupElement, _ child: String = "answer", in file: PackFile) -> Answers {
    var answers = Answers()
    let before = problems.count
    var isBroken = false
    for answer in element.elements(child) {
      guard let question = question(named: "question", of: answer, in: file) else {
        isBroken = true
        continue
      }
      if answers[question.id] != nil {
        problems.append(.doubleAnswer(question.id, at: file.required("question", of: answer).spot))
      }
      answers[question.id] = self.answer(file.text(of: answer), to: question)
    }
    if isBroken || problems.count > before { draft.brokenExamples.insert(.init(in: file, element)) }
    return answers
  }

  /// The question an attribute names; `nil` if it is unknown, which is a problem then, or could not be read.
  mutating func question(named attribute: String, of element: MarkupElement, in file: PackFile) -> Question? {
    let name = reference(.question, file.required(attribute, of: element))
    return draft.questions.first { $0.value.id == name }?.value
  }

  /// An answer that the question accepts; `nil` after a problem was added. Options are named by id, so that their texts
  /// can be changed without a look at the rules.
  mutating func answer(_ written: WrittenText, to question: Question) -> Answer? {
    let text = written.text.trimmed
    let options = question.options
    let isKnown: (String) -> Bool = { id in options.contains { $0.id == id } || ["-", "not_sure"].contains(id) }
    if !options.isEmpty, !isKnown(text), let unknown = text.split(separator: ";").map(\.trimmed).first(where: { !isKnown($0) }) {
      problems.append(.unknownOption(unknown, of: question, at: written.spot))
      return nil
    }
    switch question.answer(from: text, notSure: "-") {
    case .success(let answer): return answer
    case .failure(let mistake):
      problems.append(.answerNotAccepted(mistake, by: question, text: text, at: written.spot))
      return nil
    }
  }
}
