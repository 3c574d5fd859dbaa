import Ergonomics
import Surveys

/// What of a survey was not counted, in the kinds that an employer is told: neither how many, nor in which of several files,
/// as one of them may be of few people.
struct SurveyGaps: Sendable {
  /// Why rows were left out.
  enum Rows: String, CaseIterable {
    case ragged, unopened, broken, double, unread
    case uncounted = "set-aside"

    init(_ why: LeftOut) {
      switch why {
      case .ragged: self = .ragged
      case .unopened: self = .unopened
      case .broken: self = .broken
      case .double, .setAside(.duplicate): self = .double
      case .unread: self = .unread
      case .setAside: self = .uncounted
      }
    }

    fileprivate var words: String {
      switch self {
      case .ragged: "they have more or fewer cells than the header"
      case .unopened: "they cannot be opened with the key"
      case .broken: "a cell of them is in another encoding"
      case .double: "their id stands in another row too"
      case .unread: "an answer in them is not understood"
      case .uncounted: "the platform marks them as a test, a preview or incomplete"
      }
    }

    /// Of one row.
    var ofARow: String {
      switch self {
      case .ragged: "it has more or fewer cells than the header"
      case .unopened: "it cannot be opened with the key"
      case .broken: "a cell of it is not in UTF-8"
      case .double: "its id stands in another row too"
      case .unread: "an answer in it is not understood"
      case .uncounted: "the platform marks it as a test, a preview or incomplete"
      }
    }
  }

  var rows: Set<Rows> = []
  /// Under which something was not understood.
  var questions: Set<Question.ID> = []

  mutating func add(_ part: TeamSurvey.Part) {
    rows.formUnion(part.leftOut.map(Rows.init))
    questions.formUnion(part.misread)
  }

  mutating func add(_ other: SurveyGaps) {
    rows.formUnion(other.rows)
    questions.formUnion(other.questions)
  }

  /// In an order that tells nothing of the file's.
  func omissions(_ program: RuleProgram) -> [TeamSummary.Omission] {
    let unread = program.questions.filter { questions.contains($0.id) }.map {
      "Some answers under '\($0.id)' were not understood; they were left open"
    }
    let left = rows.map(\.words).sorted().map { "Some rows were left out: \($0)" }
    return (left + unread).map { TeamSummary.Omission(place: .init(file: "survey"), words: $0) }
  }
}
