package import Ergonomics

extension ResultScreen {
  /// The screens of several instruments, each under its name; in an emergency the cards of all and nothing else.
  package static func text(of assessments: [Assessment], width: Int) -> String {
    if var first = assessments.first(where: \.isWithheld) {
      first.careCards = assessments.flatMap(\.careCards).withoutDoubles
      return ResultScreen(first, width: width).text
    }
    if assessments.count == 1 { return ResultScreen(assessments[0], width: width).text }
    return assessments.map { assessment in
      let title = assessment.header.packTitle.printable
      let line = String(repeating: "=", count: min(title.count, width))
      return "\(title)\n\(line)\n\(ResultScreen(assessment, width: width).text)"
    }.joined(separator: "\n")
  }
}
