import Ergonomics
import Reports
import RulePacks
import Sealing

/// What came of comparing a report with the one that is written now.
struct VerificationText {
  let report: String
  /// The file of the answers; `nil` for what the report holds.
  let answers: String?
  let stamp: ReportStamp
  let comparison: ReportComparison
  /// By pack; none for one that nobody signed.
  let signers: [Pack.ID: PackSigner]
  /// Those that packs are to be signed by; none where that is not asked.
  let keys: [VerifyingKey]

  /// A pack is not signed by any of the keys that were named.
  var isSignatureMissing: Bool { !keys.isEmpty && stamp.packs.contains { !isSigned($0, byOneOf: keys) } }

  var text: String {
    let source = answers ?? "the answers that it holds"
    if comparison.differences.isEmpty {
      return
        "\(report): the same\n  sitwell \(stamp.programVersion) with \(names) writes it, byte for byte, of \(source).\n"
        + signatures + "  Its date, \(stamp.date), is what the report says of itself; nothing proves it.\n"
        + (stamp.isBrief ? "  That its answers decide every level was proved again.\n" : "")
    }
    let isMailed = comparison.differences == [.lineEnds]
    let lines = comparison.differences.map(words) + [rest].compactMap(\.self)
    return "\(report): \(isMailed ? "the same words in other lines" : "not the same")\n"
      + lines.map { "  \($0)\n" }.joined() + signatures
  }

  /// A line for each pack.
  private var signatures: String {
    stamp.packs.map { pack in
      let words = signers[pack.id]?.words
      let missing = keys.isEmpty || isSigned(pack, byOneOf: keys) ? "" : "; none of the keys that were named signed it"
      return "  \(words.map { "The pack \(pack.id) is \($0)" } ?? "Nobody signed the pack \(pack.id)")\(missing).\n"
    }.joined()
  }

  private func isSigned(_ pack: ReportStamp.PackState, byOneOf keys: [VerifyingKey]) -> Bool {
    signers[pack.id]?.key.map(keys.contains) ?? false
  }

  private var names: String { stamp.packs.map(name).joined(separator: " and ") }

  private func signature(_ pack: ReportStamp.PackState) -> String {
    pack.key.map { "signed by the key \($0)" } ?? "signed by nobody"
  }

  private func name(_ pack: ReportStamp.PackState) -> String { "\(pack.id) \(pack.version) (\(pack.hash))" }

  private func words(_ difference: ReportComparison.Difference) -> String {
    switch difference {
    case .pack(let was, let now):
      "Another pack: it was written by \(name(was)); here is \(now.map(name) ?? "none")."
    case .signature(let was, let now):
      "Another signature: the pack \(was.id) was \(signature(was)) when it was written, and here it is \(signature(now))."
    case .program(let was, let now): "Another program: it was written by sitwell \(was); this is \(now)."
    case .answers: "Other answers: it was not written of \(answers ?? "those that it holds")."
    case .register:
      "It holds what a register knew when it was written: name the register with --register, and its workstation."
    case .editedOrRegister(let edit):
      "Edited, or the register has gone on since: line \(edit.line) is not as it is written now.\n\(words(edit))"
    case .edited(let edit): "Edited: line \(edit.line) of the report is not as it was written.\n\(words(edit))"
    case .lineEnds:
      "Only its line ends or empty lines are others, as a mail program or an editor makes them."
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
      case .pack, .program, .signature: true
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
