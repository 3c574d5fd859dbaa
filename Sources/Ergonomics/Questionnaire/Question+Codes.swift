/// Codes for survey tools that allow letters and digits only, and few of them.
///
/// Forms are written with them, and exports read by them.
extension Question {
  /// Its id without underscores, 20 letters and digits at most.
  package var plainCode: String { String(id.plainCode.prefix(20)) }

  /// By option, "not sure" among them: what is left of its id; where two would be the same, the later one bears a number.
  package func codes(longest: Int) -> [AnswerOption.ID: String] {
    var (codes, taken) = ([AnswerOption.ID: String](), Set<String>())
    for id in options.map(\.id) + ["not_sure"] {
      var code = String(id.plainCode.prefix(longest))
      var number = 1
      while !taken.insert(code).inserted {
        number += 1
        code = "\(id.plainCode.prefix(longest - "\(number)".count))\(number)"
      }
      codes[id] = code
    }
    return codes
  }
}

extension RuleProgram {
  /// The same program, which also reads single answers by such codes.
  package func readingCodes(longest: Int) -> RuleProgram {
    var program = self
    program.pack = pack.with(
      questions: pack.questions.map { question in
        guard case .choice(let options) = question.kind else { return question }
        let codes = question.codes(longest: longest)
        let wordings = Dictionary(uniqueKeysWithValues: options.map { ($0.id, [codes[$0.id]!]) })
        return question.adding(headings: [], wordings: wordings).reading([codes["not_sure"]!: .declined])
      })
    return program
  }
}

extension String {
  /// Only its letters and digits of ASCII.
  package var plainCode: String { filter { $0.isASCII && ($0.isLetter || $0.isNumber) } }
}
