internal import Ergonomics

extension Prompt {
  /// The current question of an interview.
  init(asking question: Question, in flow: InterviewFlow) {
    let pack = flow.assessor.pack
    let answer = flow.answers[question.id]
    let rows = question.options.map { Row(text: $0.text, names: $0.names) }
    self.init(
      kind: Kind(question),
      progress: flow.mostInBrief.map { InterviewPhrases.progress(flow.progress.number, atMost: $0) }
        ?? InterviewPhrases.progress(flow.progress),
      section: pack.sections.first { $0.id == question.section }?.title ?? question.section, text: question.text,
      rows: rows.isEmpty ? [] : rows + [Row(text: pack.notSure, names: [pack.notSure])])
    let chosen = question.places(of: answer)
    marked = rows.isEmpty ? nil : chosen.min() ?? 0
    if case .several = kind { self.chosen = chosen }
    before = answer.map { question.words(for: $0, notSure: pack.notSure) }
    commands = InterviewPhrases.commands(canGoBack: flow.canGoBack)
  }

  /// All answers so far, by the places of their questions, for looking through.
  init(lookingThrough places: [Int], in flow: InterviewFlow) {
    let notSure = flow.assessor.pack.notSure
    let rows = places.map { place in
      let question = flow.questions[place]
      let words =
        flow.answers[question.id].map { question.words(for: $0, notSure: notSure) } ?? InterviewPhrases.skippedAnswer
      return Row(text: "\(question.label): \(words)")
    }
    self.init(kind: .review, text: InterviewPhrases.yourAnswers, rows: rows)
  }
}

extension Prompt.Kind {
  fileprivate init(_ question: Question) {
    switch question.kind {
    case .choice: self = .one
    case .choices(let options):
      self = .several(alone: Set(options.indices.filter { options[$0].isAlone } + [options.count]))
    case .number(let range): self = .typed(InterviewPhrases.example(range))
    case .text: self = .typed(InterviewPhrases.fewWords)
    }
  }
}

extension Question {
  /// Which rows an answer stands for.
  fileprivate func places(of answer: Answer?) -> Set<Int> {
    switch answer {
    case .option(let id): Set(options.indices.filter { options[$0].id == id })
    case .options(let ids), .atLeast(let ids): Set(options.indices.filter { ids.contains(options[$0].id) })
    case .declined: [options.count]
    case .number, .range, .text, nil: []
    }
  }
}
