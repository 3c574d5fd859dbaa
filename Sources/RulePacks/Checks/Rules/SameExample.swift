import Ergonomics

/// Two examples of one rule that say the same of who it is: whichever disagrees, nobody knows which.
enum SameExample: DraftCheck {
  static let code = Problem.Code.sameExample

  static let examples = [
    BrokenPack(
      at: "chair/no-support.xml:20",
      .init("chair/no-support.xml", "says=\"just under two hours\"", "says=\"exactly two hours\""))
  ]

  static func problems(in pack: CheckedDraft) -> [Problem] {
    pack.draft.rules.flatMap { rule -> [Problem] in
      var said: Set<String> = []
      return rule.element.elements("example").compactMap { example in
        let says = rule.file.required("says", of: example)
        return said.insert(says.text.lowercased()).inserted ? nil : wording(says.text, at: says.spot)
      }
    }
  }

  private static func wording(_ says: String, at spot: SourceLocation) -> Problem {
    Problem(code, spot, "another example of the rule says '\(says)'", help: "say what is different in this one")
  }
}
