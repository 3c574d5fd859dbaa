import Ergonomics
import Testing

/// An assessment with a name for test logs.
struct Person: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let assessment: Assessment

  init(_ name: String, _ assessment: Assessment) { (testDescription, self.assessment) = (name, assessment) }

  static let everyone = [
    Person("sample", .sample), Person("empty", .empty), Person("emergency", .emergency),
    Person("filled", .filled(with: "x")), Person("filled with nothing", .filled(with: "")),
    Person("hostile", .filled(with: hostile)),
  ]

  static let hostile =
    "</script></style><script>alert(1)</script>\" onload='alert(1)' \u{202E}javascript:alert(1)\u{7}{{x}}"
}
