package import Ergonomics

/// Random people with answers to the questions of a pack, the same for the same seed, as a survey file holds them.
package struct SurveyGenerator {
  package let pack: Pack
  /// Out of a hundred answers, how many are left out, declined, and not understood.
  package var unanswered = 5
  package var declined = 2
  package var misread = 0
  private var random: SeededGenerator

  package init(_ pack: Pack, seed: Int) { (self.pack, random) = (pack, SeededGenerator(seed)) }

  package var header: String { (["id"] + pack.questions.map(\.id)).joined(separator: ",") + "\n" }

  /// A row of cells behind the id, each in one of the ways people write it.
  package mutating func cells() -> [String] { pack.questions.indices.map { cell(pack.questions[$0]) } }

  package mutating func row(id: String) -> String {
    ([id] + cells()).map(Self.field).joined(separator: ",") + "\n"
  }

  /// A whole file of numbered people.
  package mutating func csv(rows: Int) -> String {
    var text = header
    for id in 0..<rows { text += row(id: "\(id + 1)") }
    return text
  }

  package static func field(_ cell: String) -> String {
    cell.asField
  }

  private mutating func cell(_ question: Question) -> String {
    let luck = Int.random(in: 0..<100, using: &random)
    if luck < unanswered { return "" }
    if luck < unanswered + declined { return luck.isMultiple(of: 2) ? "-" : pack.notSure }
    if luck < unanswered + declined + misread { return "what?" }
    switch question.kind {
    case .choice(let options): return wording(of: options.randomElement(using: &random)!)
    case .choices(let options): return selection(of: options)
    case .number(let range): return number(in: range)
    case .text: return ["", "fine", "a \"new\" chair, please", "=1+1"].randomElement(using: &random)!
    }
  }

  private mutating func wording(of option: AnswerOption) -> String {
    Int.random(in: 0..<10, using: &random) == 0 ? option.text : option.id
  }

  private mutating func selection(of options: [AnswerOption]) -> String {
    if let alone = options.first(where: \.isAlone), Int.random(in: 0..<3, using: &random) == 0 { return alone.id }
    let together = options.filter { !$0.isAlone }.shuffled(using: &random)
    return together.prefix(Int.random(in: 1...together.count, using: &random)).map(\.id).joined(separator: ";")
  }

  private mutating func number(in range: NumberRange) -> String {
    let value = Int.random(in: range.bounds, using: &random)
    let factor = range.unit.inBaseUnits
    let isWhole = factor.places == 0 && value.isMultiple(of: factor.units)
    if isWhole, Int.random(in: 0..<10, using: &random) > 0 { return "\(value / factor.units)" }
    return "\(value) \(range.unit.kind.baseUnit.rawValue)"
  }
}
