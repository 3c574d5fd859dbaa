import Ergonomics
import Reports

/// What came of comparing a report with the one that is written now.
struct VerificationText {
  let report: String
  /// The file of the answers; `nil` for what the report holds.
  let answers: String?
  let stamp: ReportStamp
  let comparison: ReportComparison

  var text: String {
    let source = answers ?? "the answers that it holds"
    if comparison.differences.isEmpty {
      return
        "\(report): the same\n  sitwell \(stamp.programVersion) with \(names) writes it, byte for byte, of \(source).\n"
        + "  That it is of \(stamp.date) is its own word.\n"
        + (stamp.isBrief ? "  That its answers decide every level was proved again.\n" : "")
    }
    let lines = comparison.differences.map(words) + [rest].compactMap(\.self)
    return "\(report): not the same\n" + lines.map { "  \($0)\n" }.joined()
  }

  private var names: String { stamp.packs.map(name).joined(separator: " and ") }

  private func name(_ pack: ReportStamp.PackState) -> String { "\(pack.id) \(pack.version) (\(pack.hash))" }

  private func words(_ difference: ReportComparison.Difference) -> String {
    switch difference {
    case .pack(let was, let now):
      "Another pack: it was written by \(name(was)); here is \(now.map(name) ?? "none")."
    case .program(let was, let now): "Another program: it was written by sitwell \(was); this is \(now)."
    case .answers: "Other answers: it was not written of \(answers ?? "those that it holds")."
    case .register:
      "It holds what a register knew when it was written, which cannot be written again; verify the XML of the same answers."
    case .edited(let edit): "Edited: line \(edit.line) of the report is not as it was written.\n\(words(edit))"
    case .lineEnds:
      "Only its line ends or empty lines are others, as a mail program or an editor makes them: it says the same."
    case .editedOrAnswers(let edit):
      "Edited, or of other answers: line \(edit.line) is not as it is written; a card says nothing of the answers "
        + "behind it.\n\(words(edit))"
    }
  }

  private func words(_ edit: ReportComparison.Edit) -> String {
    "    written  \(edit.written)\n    here     \(edit.found)"
  }

  /// What can be told besides, of another pack or program.
  private var rest: String? {
    let isOtherMaker = comparison.differences.contains {
      switch $0 {
      case .pack, .program: true
      default: false
      }
    }
    if !isOtherMaker { return nil }
    return comparison.saysTheSame
      ? "But for that it says the same, byte for byte."
      : "Whether it was edited, too, can be told only with the pack and the program that it was written by: name the\n"
        + "  folder of the pack as it was with --pack."
  }
}
