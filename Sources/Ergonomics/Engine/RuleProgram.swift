/// The rules of a pack as flat lists of steps over masks and columns; equal parts are worked out once.
package struct RuleProgram: Sendable {
  /// A step that works out something true or false for each person of a block.
  enum Step: Sendable {
    /// The answer is in one of these classes; `unanswered` is what holds for people without one.
    case answer(masks: ClosedRange<Int>, classes: UInt64, unanswered: Truth, isNegated: Bool)
    /// A column lies in the range, both ends included.
    case quantity(column: Int, ClosedRange<Int>, isNegated: Bool)
    /// A question counts for a person: it is asked, or may be and was answered.
    case counts(askWhen: Int, masks: ClosedRange<Int>)
    case all(Range<Int>)  // of `operands`
    case any(Range<Int>)
    case atLeast(Int, Range<Int>)
  }

  package internal(set) var pack: Pack
  /// For writing conditions as the pack does.
  package let vocabulary: Vocabulary
  package var questions: [Question] { pack.questions }
  /// By question, in the order of the pack.
  package internal(set) var classes: [AnswerClasses] = []
  package internal(set) var maskCount = 0
  package internal(set) var valueColumnCount = 0
  var steps: [Step] = []
  var operands: [Int] = []  // places in `steps`
  var columns: [ColumnStep] = []
  var columnOperands: [Int] = []  // places in `columns`
  var optionPoints: [Int] = []
  /// How many of the steps and columns, from the first, rules and scores need; and with them, plans. Those after them are for
  /// other advice.
  var scoring = (steps: 0, columns: 0)
  var planning = (steps: 0, columns: 0)

  /// By question: whether it is asked; `nil` for those asked of everyone.
  package internal(set) var askConditions: [Node?] = []
  /// By question: whether it counts, as it is asked or may be and was answered; `nil` for those asked of everyone.
  package internal(set) var counts: [Node?] = []
  /// By question: it is about health, or asked because of an answer about health.
  package internal(set) var isAboutHealth: [Bool] = []
  package internal(set) var rules: [CompiledRule] = []
  /// By rule: the questions that it blames where it is found: of its own condition, not those that tell whom it is about, and
  /// no multiple choice, where each option stands for itself. Answers that do not fit together blame none.
  var blamed: [[Int]] = []
  /// By rule: the lengths that it reads.
  var lengths: [[Int]] = []
  /// By rule: the answers that prove it solved.
  package internal(set) var solved: [Node?] = []
  /// Whom drawings suit; `nil` = everybody.
  package internal(set) var drawingsShow: Node?
  /// By care card: a sign that is given counts also where its question need not be asked.
  package internal(set) var careCards: [Node] = []
  /// By correction, then by what must hold for it.
  package internal(set) var correctionFits: [[Node]] = []
  /// By correction, exercise or relief, then by its avoidances.
  package internal(set) var correctionAvoidances: [[CompiledAvoidance]] = []
  package internal(set) var exerciseAvoidances: [[CompiledAvoidance]] = []
  package internal(set) var reliefAvoidances: [[CompiledAvoidance]] = []
  package internal(set) var scores: [CompiledScore] = []
  /// By measure: its column, and what it reads.
  package internal(set) var measures: [CompiledFormula] = []
  /// By correction: what it changes.
  var changes: [[CompiledChange]] = []
  /// The formulas of all changes.
  var changeFormulas: [CompiledFormula] = []

  /// Whom a rule is about, and when it is found.
  package struct CompiledRule: Sendable {
    package let applies: Node?
    package let when: Node
    /// Both together.
    package let holds: Node
    /// It reads a sensitive question: in no result without the person's say.
    package let isAboutHealth: Bool
  }

  /// When something is to be left out.
  package struct CompiledAvoidance: Sendable {
    /// By every answer that is given, also where its question need not be asked.
    let given: Node
    /// By the questions that count.
    let asked: Node
  }

  /// A formula as a column, with the step that tells whether all that it reads counts.
  package struct CompiledFormula: Sendable {
    let column: Int
    let counts: Node
    package let questions: [Int]
  }

  struct CompiledChange: Sendable {
    let question: Int
    let value: Correction.Change.Value
    /// Place in `changeFormulas` of a change that has one.
    let formula: Int?
  }

  package struct CompiledScore: Sendable {
    /// Points by rule; all 0 for a formula.
    package let points: [Int]
    package let formula: CompiledFormula?
    /// The formula when nothing is answered: nothing lies outside.
    let widest: ClosedRange<Int>
    /// Where its bands begin, from the lowest up.
    let bandStarts: [Int]
  }
}

extension RuleProgram {
  /// A part of a condition in negation normal form, with the step that works it out.
  package struct Node: Sendable {
    package indirect enum Shape: Sendable {
      /// A condition on a single answer or quantity, and the questions it reads.
      case atom(Condition, isNegated: Bool, questions: [Int])
      case all([Node])
      case any([Node])
      case atLeast(Int, [Node])
    }
    let step: Int
    package let shape: Shape
  }
}
