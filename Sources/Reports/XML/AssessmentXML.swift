import Ergonomics
import Markup

/// An assessment as XML, in the form that `assessment.xsd` describes: to keep, to send, to render again later.
///
///     let bytes = AssessmentXML.bytes(of: assessment)
///     let again = try AssessmentXML(templates: TemplateFolder("Reports")).assessments(from: bytes, file: "anna.xml")
///
/// The root is `assessment`, or `assessments` around those of one person by several packs.
/// Out, in and out again gives the same bytes. What is read equals what was written, but for characters that XML 1.0 cannot
/// hold: they come back as U+FFFD.
package struct AssessmentXML: Sendable {
  static let namespace = "urn:sitwell:assessment:1"
  private let schema: Schema

  /// - Throws: `UnusableInput` if the folder has no schema, or one that is none.
  package init(templates folder: TemplateFolder) throws {
    let file = try folder.file("assessment.xsd")
    do {
      schema = try Schema(Array(file.text.utf8))
    } catch {
      throw UnusableInput(error.problems.map { Problem($0, in: file.path, help: "restore the file as it was shipped") })
    }
  }

  package static func bytes(of assessment: Assessment) -> [UInt8] { bytes(of: [assessment]) }

  /// - Precondition: There is at least one; all are of the same person.
  package static func bytes(of assessments: [Assessment]) -> [UInt8] {
    var writer = MarkupWriter()
    let hash = AnswersHash.digits(of: assessments)
    if assessments.count == 1 {
      assessments[0].write(to: &writer, namespace: namespace, answersHash: hash)
    } else {
      writer.element("assessments", namespace: namespace) { writer in
        for assessment in assessments { assessment.write(to: &writer, answersHash: hash) }
      }
    }
    return writer.takeBytes()
  }

  /// Reads what `bytes(of:)` wrote, in the order of the packs; at least one.
  ///
  /// - Parameter file: What problems call it by.
  /// - Throws: `UnusableInput` with the problem codes `not-well-formed`, `doctype`, `too-deep`, `too-large` and `schema`.
  package func assessments(from bytes: [UInt8], file: String) throws -> [Assessment] {
    do {
      let root = try MarkupDocument(bytes, schema: schema).root
      return try (root.name == "assessment" ? [root] : root.elements).map(Assessment.init)
    } catch let refused as MarkupRefused {
      throw UnusableInput(
        refused.problems.map {
          Problem($0, in: file, help: "give a report that sitwell wrote as XML, unchanged")
        })
    } catch let missing as MissingMarkup {
      throw UnusableInput([
        Problem(
          code: .schema, place: .init(file: file, line: missing.line), summary: missing.description,
          help: "give a report that sitwell wrote as XML, unchanged")
      ])
    }
  }
}

/// Something that a saved assessment must have and has not, although the schema let it pass.
struct MissingMarkup: Error, CustomStringConvertible {
  let line: Int
  let description: String
}

extension Problem {
  fileprivate init(_ problem: MarkupProblem, in file: String, help: String) {
    let code: Code =
      switch problem.kind {
      case .notWellFormed: .notWellFormed
      case .doctype: .doctype
      case .tooDeep: .tooDeep
      case .tooLarge: .tooLarge
      case .invalid: .schema
      }
    let expected = problem.expected.isEmpty ? nil : "expected here: \(problem.expected.joined(separator: ", "))"
    self.init(
      code: code, place: .init(file: file, line: problem.line, column: problem.column), summary: problem.message,
      help: expected ?? help)
  }
}
