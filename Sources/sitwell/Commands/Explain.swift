import ArgumentParser
import Ergonomics

struct Explain: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say why a rule is found, why it is not, or what would decide it.",
    usage: """
      sitwell explain answers.json
      sitwell explain answers.json lumbar-support-missing
      sitwell explain answers.json --pack lower-back-hips --pack ./my-rules
      """)

  @Argument(help: "One person's answers, JSON or XML; - reads standard input.", completion: .file())
  var answers: String

  @Argument(help: "Id of a rule; without one, every rule in a line.")
  var rule: String?

  @OptionGroup var packs: PackOptions

  func run() async throws {
    let packs = try self.packs.load()
    let person = try await AnswersInput(path: answers).person(for: packs)
    let told = packs.assessors.map { assessor in
      let records = Dictionary(uniqueKeysWithValues: assessor.records(of: person).map { ($0.id, $0) })
      let rules = assessor.explain(person).map { ExplanationText(explanation: $0, records: records) }
      return (pack: assessor.pack.id, rules: rules.filter { rule == nil || $0.explanation.id == rule })
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
}
