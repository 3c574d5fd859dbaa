/// Whether something holds for each of up to 64 people, one bit a person.
///
/// Someone whose missing answers leave it undecided has both bits set: strong Kleene logic, 64 people at once.
package struct Truth: Equatable, Sendable {
  package var canBeTrue: UInt64
  package var canBeFalse: UInt64

  package init(canBeTrue: UInt64, canBeFalse: UInt64) { (self.canBeTrue, self.canBeFalse) = (canBeTrue, canBeFalse) }

  package static let always = Truth(canBeTrue: .max, canBeFalse: 0)
  package static let never = Truth(canBeTrue: 0, canBeFalse: .max)

  package var isTrue: UInt64 { canBeTrue & ~canBeFalse }
  package var isUndecided: UInt64 { canBeTrue & canBeFalse }

  package static func & (a: Truth, b: Truth) -> Truth {
    Truth(canBeTrue: a.canBeTrue & b.canBeTrue, canBeFalse: a.canBeFalse | b.canBeFalse)
  }
  package static func | (a: Truth, b: Truth) -> Truth {
    Truth(canBeTrue: a.canBeTrue | b.canBeTrue, canBeFalse: a.canBeFalse & b.canBeFalse)
  }
  package static prefix func ! (a: Truth) -> Truth { Truth(canBeTrue: a.canBeFalse, canBeFalse: a.canBeTrue) }
}
