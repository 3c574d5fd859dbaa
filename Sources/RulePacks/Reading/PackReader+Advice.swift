import Ergonomics
import Markup

/// Corrections, exercises, reliefs and care cards.
extension PackReader {
  mutating func readCorrections() {
    for (file, element) in definitions(.correction) {
      let changes = element.elements("sets").compactMap { change($0, in: file) }
      var correction = Correction(
        id: element.required("id"), title: element.words(in: "title"),
        asks: element.optional("asks", as: Correction.Demand.init),
        effort: element.required("effort", as: Correction.Effort.init), who: element.required("who"),
        minutes: element.requiredNumber("minutes"), cost: element.required("cost", as: Correction.Cost.init),
        item: element.token("item"), steps: element.texts("step"), worksWhen: element.element("works-when")?.words,
        figure: figure(of: element, in: file), isFigureForAnyone: element["figure-for"] != nil,
        days: element.number("days"), fitsWhen: fits(of: element, in: file),
        avoidWhen: avoidances(of: element, in: file),
        notWith: references(.correction, "not-with", "step", of: element, in: file), sets: changes)
      correction.examples = element.elements("example").map {
        Correction.Example(
          rule: reference(.rule, file.required("rule", of: $0)), outcome: $0.required("outcome", as: Outcome.init),
          says: $0.required("says"), answers: person($0, in: file), becomes: person($0, "becomes", in: file))
      }
      draft.corrections.append(.init(value: correction, file: file, element: element))
    }
  }

  /// `nil` after a problem was added.
  private mutating func change(_ element: MarkupElement, in file: PackFile) -> Correction.Change? {
    let forms = ["to", "with", "without"].compactMap { file.attribute($0, of: element) }
    guard forms.count == 1 else {
      problems.append(.formsOfSets(at: file.spot(of: element)))
      return nil
    }
    guard let question = question(named: "question", of: element, in: file) else { return nil }
    let value = forms[0].attribute == "to" ? newAnswer(forms[0], to: question) : selection(forms[0], of: question)
    return value.map { Correction.Change(question: question.id, value: $0) }
  }

  /// A number question takes a number or a formula.
  private mutating func newAnswer(_ written: WrittenText, to question: Question) -> Correction.Change.Value? {
    guard case .number(let range) = question.kind, written.text.contains(where: { $0.isLetter }) else {
      return answer(written, to: question).map { .answer($0) }
    }
    if case .success(let answer?) = question.answer(from: written.text, notSure: "-") { return .answer(answer) }
    return formula(written, measuring: range.unit.kind).map { .formula($0) }
  }

  private mutating func selection(_ written: WrittenText, of question: Question) -> Correction.Change.Value? {
    guard case .choices(let options) = question.kind else {
      problems.append(.selectionOfNoChoices(written.attribute!, question.id, at: written.spot))
      return nil
    }
    guard options.contains(where: { $0.id == written.text }) else {
      problems.append(.unknownOption(written.text, of: question, at: written.spot))
      return nil
    }
    return written.attribute == "with" ? .with([written.text]) : .without([written.text])
  }

  mutating func readExercises() {
    for (file, element) in definitions(.exercise) {
      let dose = element.requiredElement("dose")
      let exercise = Exercise(
        id: element.required("id"), title: element.words(in: "title"), kind: element.required("kind"),
        figure: figure(of: element, in: file), isAtDesk: element.claims("at-desk"),
        targets: references(.muscle, "targets", "muscle", of: element, in: file), steps: element.texts("step"),
        dose: Exercise.Dose(
          sets: dose.number("sets"), reps: dose.number("reps"), hold: dose.token("hold"), often: dose.required("often"),
          days: dose.number("days"), minutes: dose.number("minutes")),
        doseSource: element.element("dose-source")?.words,
        sources: references(.source, "cite", "source", of: element, in: file), easier: element.words(in: "easier"),
        stopIf: element.words(in: "stop-if"), cautions: element.texts("caution"),
        avoidWhen: avoidances(of: element, in: file))
      draft.exercises.append(.init(value: exercise, file: file, element: element))
    }
  }

  mutating func readReliefs() {
    for (file, element) in definitions(.relief) {
      let relief = Relief(
        id: element.required("id"), title: element.words(in: "title"), tool: element.required("tool"),
        muscles: references(.muscle, "targets", "muscle", of: element, in: file), steps: element.texts("step"),
        duration: element.words(in: "duration"), pressure: element.words(in: "pressure"),
        cautions: element.texts("caution"), avoidWhen: avoidances(of: element, in: file),
        evidence: evidence(of: element, in: file))
      draft.reliefs.append(.init(value: relief, file: file, element: element))
    }
  }

  private mutating func fits(of element: MarkupElement, in file: PackFile) -> [Correction.Fit] {
    element.elements("fits-when").compactMap { fit in
      condition(file.text(of: fit)).map { Correction.Fit(when: $0, says: fit.required("says")) }
    }
  }

  private mutating func avoidances(of element: MarkupElement, in file: PackFile) -> [Avoidance] {
    element.elements("avoid-when").compactMap { avoidance in
      let instead = file.attribute("instead", of: avoidance).map { reference(.exercise, $0) }
      return condition(file.text(of: avoidance)).map {
        Avoidance(when: $0, says: avoidance.token("says") ?? "", instead: instead)
      }
    }
  }

  mutating func readCareCards() {
    for (file, element) in definitions(.careCard) {
      let sources = references(.source, "cite", "source", of: element, in: file)
      guard let when = condition(file.text(of: element.requiredElement("when"))) else { continue }
      let card = CareCard(
        id: element.required("id"), level: element.required("level", as: CareCard.Level.init),
        title: element.words(in: "title"), when: when, atOnce: element.element("at-once")?.words,
        signs: element.texts("sign"), ask: element.words(in: "ask"),
        soon: element.words(in: "soon"), text: element.texts("text"), sources: sources)
      draft.careCards.append(.init(value: card, file: file, element: element))
    }
    draft.emergencyNumbers = files.filter { $0.root.name == "care-cards" }.flatMap { file in
      (file.root.element("numbers")?.elements("number") ?? []).map {
        EmergencyNumber(place: $0.required("place"), number: $0.words)
      }
    }
  }
}

extension Problem {
  static func formsOfSets(at spot: SourceLocation) -> Problem {
    Problem(
      .setsForm, spot, "'sets' needs one of 'to', 'with' and 'without'",
      help: "write several 'sets' to change several answers")
  }

  static func selectionOfNoChoices(_ attribute: String, _ question: String, at spot: SourceLocation) -> Problem {
    Problem(
      .setsOnSingleChoice, spot, "'\(attribute)' adds or removes options, but '\(question)' takes a single answer",
      help: "write to=\"…\"")
  }
}
