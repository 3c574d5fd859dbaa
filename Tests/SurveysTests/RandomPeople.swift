import Ergonomics
import TestSupport

extension PlatformShape {
  /// Random people who answered most questions, some of them by declining, under ids that files find hard to hold.
  static func people(_ count: Int, _ pack: Pack, seed: Int) -> [Answers] {
    var random = SeededGenerator(seed)
    return (0..<count).map { place in
      var person = Answers(id: place < hostileIDs.count ? hostileIDs[place] : "p-\(place)")
      for question in pack.questions {
        switch Int.random(in: 0..<20, using: &random) {
        case 0, 1: break
        case 2: person[question.id] = .declined
        default: person[question.id] = answer(question, &random)
        }
      }
      return person
    }
  }

  private static let hostileIDs = [
    "=1+1", "@SUM(A1)", "-5", "+3.5", "-5-5", "0017", "17", "'x", "'=1", "a,b;c", "say \"hi\"", "\"",
    "\"\u{301},\"\u{1031}", "two\nlines",
    "é – 😀", "a|b\tc", "id", "</answers>&amp;", "]]>", "-", "null", "\\u0041", "",
  ]

  private static func answer(_ question: Question, _ random: inout SeededGenerator) -> Answer {
    switch question.kind {
    case .choice(let options): return .option(options.randomElement(using: &random)!.id)
    case .choices(let options):
      if let alone = options.first(where: \.isAlone), Int.random(in: 0..<4, using: &random) == 0 {
        return .options([alone.id])
      }
      let others = options.filter { !$0.isAlone }
      let count = Int.random(in: 1...min(4, others.count), using: &random)
      let chosen = Set(others.shuffled(using: &random).prefix(count).map(\.id))
      return .options(others.map(\.id).filter(chosen.contains))
    case .number(let range): return .number(Int.random(in: range.bounds, using: &random))
    case .text: return .text("a \"new\" chair, please; =1+1\nor not")
    }
  }
}

extension Question {
  /// A number as one of many people writes it: plain, with a decimal comma, with its unit, in small units, with zeros.
  func written(_ quantity: Int, style: Int) -> String {
    guard case .number(let range) = kind else { return "\(quantity)" }
    let plain = code(for: .number(quantity))
    switch style % 5 {
    case 1: return plain.replacing(".", with: ",")
    case 2: return range.unit.text(ofBase: quantity)
    case 3: return "\(quantity)\(range.unit.kind.baseUnit.rawValue)"
    case 4 where plain.allSatisfy(\.isNumber): return plain + ".0000000000"
    default: return plain
    }
  }
}
