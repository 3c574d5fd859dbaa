import Ergonomics

/// Condition text as it is written, before names, kinds and units are looked up.
///
/// Conditions and formulas share one tree, because `(` begins either; which of them a part may be is decided later.
struct Syntax {
  let form: Form
  /// Characters of the text, counted from 0.
  let range: Range<Int>

  init(_ form: Form, _ range: Range<Int>) { (self.form, self.range) = (form, range) }

  indirect enum Form {
    /// Could not be read; the problem is reported already.
    case missing
    case number(ExactDecimal, unit: Name?)
    case name(String)
    case parenthesised(Syntax)
    case call(Name, [Syntax])
    case lookup(Name, [Syntax])
    case sum(Syntax, Syntax)
    case difference(Syntax, Syntax)
    case product(Syntax, Syntax)
    case comparison(Syntax, Comparison, Syntax)
    case between(Syntax, Syntax, Syntax)
    case choice(Syntax, ChoiceTest, [Name])
    /// `is` followed by a number or a formula, which compares nothing.
    case equation(Syntax, Syntax)
    case not(Syntax)
    case all([Syntax])
    case any([Syntax])
    /// `and` and `or` side by side, which is reported already: the parts, to be looked at one by one.
    case mixed([Syntax])
    case atLeast(Name, ExactDecimal, of: [Syntax])
  }

  /// A word where it stands.
  struct Name {
    let text: String
    let range: Range<Int>
  }

  /// What is asked of a choice.
  enum ChoiceTest: String {
    case isOption = "is"
    case isNotOption = "is not"
    case isIn = "in"
    case isNotIn = "not in"
    case has = "has"
    case hasAny = "has any of"
    case hasAll = "has all of"
    case hasNone = "has none of"

    /// Asked of multiple choices; the others of single ones.
    var isOfSeveral: Bool { [.has, .hasAny, .hasAll, .hasNone].contains(self) }
  }

  /// Without the parentheses around it.
  var bare: Syntax {
    if case .parenthesised(let inner) = form { inner.bare } else { self }
  }
}
