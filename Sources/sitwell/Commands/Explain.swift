import ArgumentParser
import Ergonomics

struct Explain: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say why a rule is found, why it is not, or what would decide it; and what other answers would change.",
    usage: """
      sitwell explain answers.json
      sitwell explain answers.json lumbar-support-missing
      sitwell explain answers.json --what-if sitting_time=5h --what-if "posture_habits=none_of_these"
      sitwell explain answers.json --nearest moderate
      sitwell explain team.csv --id p-03
      sitwell explain answers.json --pack lower-back-hips --pack ./my-rules
      """,
    discussion: """
      --what-if shows what would be found, gone, scored and planned with other answers, written as in a survey file \
      (several options joined by ;). With a rule, it explains that rule as it would be then.

      --nearest looks for the fewest changes after which no score is certain to be above a level, of equally few those \
      that take the least, and nothing found that was not. Changes are the corrections of the pack, so what nobody can \
      change, such as a height of the body, is none, and no answer about health. It tries every selection, or says up to \
      how many changes it did.
      """)

  @Argument(help: "One person's answers, or a survey with --id; - reads standard input.", completion: .file())
  var answers: String

  @Argument(help: "Id of a rule; without one, every rule in a line.")
  var rule: String?

  @Option(
    name: .customLong("what-if"),
    help: ArgumentHelp("An answer in the place of the one given; can be repeated.", valueName: "question=answer"))
  var whatIf: [String] = []

  @Option(help: ArgumentHelp("Which person of a file that holds several.", valueName: "value"))
  var id: String?

  @Option(
    help: ArgumentHelp(
      "The fewest changes that bring every score to this level; without a rule and --what-if.", valueName: "level"))
  var nearest: String?

  @OptionGroup var packs: PackOptions

  func validate() throws {
    if nearest != nil, rule != nil || !whatIf.isEmpty {
      throw ValidationError("--nearest stands alone: leave out the rule and --what-if")
    }
  }

  func run() async throws {
    let packs = try self.packs.load()
    let person = try await AnswersInput(path: answers).person(id, for: packs)
    if let withheld = assess(person, packs).first(where: \.isWithheld) {
      return try Console.out(TerminalText(lines: WhatIfText(now: withheld, then: withheld).text))
    }
    if let nearest { return try tellNearest(nearest, person, packs.assessors) }
    if whatIf.isEmpty { return try tellRules(person, packs) }
    var changed = person
    for change in whatIf { try Self.apply(change, to: &changed, packs.questionnaire) }
    if rule != nil { return try tellRules(changed, packs) }
    let (now, then) = (assess(person, packs), assess(changed, packs))
    let texts = zip(now, then).map { now, then in
      (packs.count > 1 ? "\(now.header.packID)\n" : "") + WhatIfText(now: now, then: then).text
    }
    try Console.out(TerminalText(lines: texts.joined(separator: "\n")))
  }

  /// The day has no say in what is told of it.
  private func assess(_ person: Answers, _ packs: [Pack]) -> [Assessment] {
    packs.assessors.assess(person, date: "2000-01-01")
  }

  private func tellRules(_ person: Answers, _ packs: [Pack]) throws {
    let told = packs.assessors.map { assessor in
      let records = Dictionary(uniqueKeysWithValues: assessor.records(of: person).map { ($0.id, $0) })
      let rules = assessor.explain(person).map { ExplanationText(explanation: $0, records: records) }
      // What is found first; within an outcome in the order of the pack.
      let order: [Outcome] = [.found, .undetermined, .clear, .notApplicable]
      let sorted = order.flatMap { outcome in rules.filter { $0.explanation.outcome == outcome } }
      return (pack: assessor.pack.id, rules: sorted.filter { rule == nil || $0.explanation.id == rule })
    }.filter { !$0.rules.isEmpty }
    if let rule, told.isEmpty {
      let near = packs.flatMap { $0.rules.map(\.id) }.nearest(to: rule).map { "did you mean '\($0)'?" }
      throw Failure.usage("there is no rule '\(rule)'\n  help: \(near ?? "sitwell explain \(answers) lists all rules")")
    }
    let texts = told.map { pack, rules in
      let name = packs.count > 1 ? "\(pack)\n" : ""
      return name + rules.map { rule == nil ? $0.line + "\n" : $0.paragraph }.joined()
    }
    try Console.out(TerminalText(lines: texts.joined(separator: "\n")))
  }

  private func tellNearest(_ level: String, _ person: Answers, _ assessors: [Assessor]) throws {
    let levels = assessors.flatMap(\.pack.scores).flatMap(\.bands).map(\.id).withoutDoubles
    guard levels.contains(level) else {
      throw Failure.usage("there is no level '\(level)'\n  help: use one of: \(levels.joined(separator: ", "))")
    }
    let texts = assessors.compactMap { assessor -> String? in
      guard let nearest = assessor.nearest(level, for: person) else { return nil }
      let answers = if case .changes(_, let answers) = nearest { answers } else { person }
      let then = assessor.assess(answers, date: "2000-01-01")
      let name = assessors.count > 1 ? "\(assessor.pack.id)\n" : ""
      return name + NearestText(level: level, pack: assessor.pack, nearest: nearest, then: then).text
    }
    try Console.out(TerminalText(lines: texts.joined(separator: "\n")))
  }

  /// Puts an answer written as `question=answer` in the place of the one given.
  private static func apply(_ change: String, to answers: inout Answers, _ pack: Pack) throws {
    let parts = change.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else {
      throw Failure.usage("'\(change)' is no answer\n  help: write question=answer, such as sitting_time=5h")
    }
    guard let question = pack.question(named: parts[0]) else {
      let near = pack.questions.map(\.id).nearest(to: parts[0]).map { "did you mean '\($0)'?" }
      throw Failure.usage(
        "there is no question '\(parts[0])'\n  help: \(near ?? "sitwell pack show \(pack.id) lists them")")
    }
    switch question.answer(from: parts[1], notSure: pack.notSure) {
    case .success(let answer): answers[question.id] = answer
    case .failure(let mistake):
      throw Failure.usage("\(mistake.summary) (\(question.id))\n  help: \(mistake.help)")
    }
  }
}
