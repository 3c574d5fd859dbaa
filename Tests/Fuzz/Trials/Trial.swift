import Ergonomics
import Foundation
import Markup
import RulePacks
import Surveys
import TestSupport

/// What must hold of every input of a kind, whatever bytes it is. What is read is written down again, and read back the same.
enum Trial {
  private static let small = try! Pack.fixture("small")
  private static let survey = try! Pack.fixture("survey-fixtures")
  private static let folder = try! PackFolder(
    reading: Fixtures.repository.appending(path: "Tests/Fixtures/packs/small").path)
  private static let loader = try! PackLoader(
    schema: .ofPacks(Array(Data(contentsOf: Fixtures.repository.appending(path: "Rules/pack.xsd")))))
  /// The file of the pack whose outermost element has this name.
  private static let fileByElement = Dictionary(
    folder.files.map { (element(of: $0.bytes), $0.path) }, uniquingKeysWith: { first, _ in first })

  static func conditions(_ input: [UInt8]) throws {
    let text = String(decoding: input, as: UTF8.self)
    let names = small.vocabulary
    if let condition = ConditionText.read(SourceText(text, file: "a.xml", line: 1), with: names).value {
      let printed = condition.text(in: names)
      let again = ConditionText.read(SourceText(printed, file: "a.xml", line: 1), with: names)
      try demand(again.value == condition, "read back otherwise: \(printed)\n\(again.problems)")
    }
    for kind in [QuantityKind.length, .time, .points] {
      guard let formula = FormulaText.read(SourceText(text, file: "a.xml", line: 1), as: kind, with: names).value
      else { continue }
      let printed = formula.text(in: names, unit: kind.baseUnit)
      let again = FormulaText.read(SourceText(printed, file: "a.xml", line: 1), as: kind, with: names)
      try demand(again.value == formula, "read back otherwise: \(printed)\n\(again.problems)")
    }
  }

  static func answers(_ input: [UInt8]) throws {
    let file: AnswersFile
    do throws(AnswersFile.Refused) {
      file = try AnswersFile(input, file: "a", pack: survey)
    } catch {
      return try demand(!error.problems.isEmpty, "refused without a reason")
    }
    let texts = file.people.flatMap { person in [person.id ?? ""] + survey.questions.map { person[$0.id]?.words ?? "" }
    }
    let isXML = texts.allSatisfy { $0.unicodeScalars.allSatisfy(\.isXML) }
    for written in [Array(file.json(survey).utf8)] + (isXML ? [file.xml(survey)] : []) {
      let again = try AnswersFile(written, file: "a", pack: survey)
      try demand(again.people == file.people, "read back otherwise: \(again.people)\n\(file.people)")
    }
  }

  static func sessions(_ input: [UInt8]) throws {
    guard let answers = SavedAnswers(input)?.answers(to: survey) else { return }
    let again = SavedAnswers(SavedAnswers.bytes(answers, to: survey))?.answers(to: survey)
    try demand(again == answers, "read back otherwise: \(String(describing: again))\n\(answers)")
  }

  static func mapping(_ input: [UInt8]) throws {
    let mapping: SurveyMapping
    do throws(SurveyError) {
      mapping = try SurveyMapping(input, file: "a.csv")
      _ = try mapping.applied(to: [survey])
    } catch {
      guard case .refused(let problems) = error, !problems.isEmpty else { throw Broken("\(error)") }
      return
    }
    let again = try SurveyMapping(Array(mapping.text.utf8), file: "a.csv")
    try demand(again.text == mapping.text, "read back otherwise: \(again.text)\n\(mapping.text)")
  }

  /// Takes the place of the file of a good pack that begins with the same element.
  static func packs(_ input: [UInt8]) throws {
    let path = fileByElement[element(of: input)] ?? "chair/no-support.xml"
    let files = folder.files.map { $0.path == path ? .init(path: path, bytes: input) : $0 }
    do throws(PackRefused) {
      let pack = try loader.load(PackFolder(path: "small", files: files), checking: .examples)
      _ = RuleProgram(pack)
    } catch {
      try demand(!error.problems.isEmpty, "refused without a reason")
    }
  }

  /// The first tag that is no declaration and no comment.
  private static func element(of bytes: [UInt8]) -> String {
    let tags = String(decoding: bytes, as: UTF8.self).split(separator: "<").filter { $0.first?.isLetter ?? false }
    return tags.first.map { String($0.prefix { $0.isLetter || $0 == "-" }) } ?? ""
  }
}

extension Unicode.Scalar {
  /// XML has no way to write any other (Extensible Markup Language 1.0, section 2.2).
  fileprivate var isXML: Bool {
    value >= 0x20 && value != 0xFFFE && value != 0xFFFF || "\t\n\r".unicodeScalars.contains(self)
  }
}

extension Answer {
  /// What somebody wrote.
  fileprivate var words: String { if case .text(let words) = self { words } else { "" } }
}
