import Ergonomics

/// What tells a report from the one that is written now of the same person.
package struct ReportComparison {
  package enum Difference: Equatable, Sendable {
    case pack(was: ReportStamp.PackState, now: ReportStamp.PackState?)
    /// The same pack, signed by somebody else, or by nobody.
    case signature(was: ReportStamp.PackState, now: ReportStamp.PackState)
    case program(was: String, now: String)
    /// It was written of other answers than these.
    case answers
    /// Something in it was changed.
    case edited(Edit)
    /// Nothing but how lines end, as a mail program changes it.
    case lineEnds
    /// It holds what a register knew when it was written, and no register was given.
    case register
    /// Either: what a register tells has gone on since.
    case editedOrRegister(Edit)
    /// Either: a card says nothing of the answers it was made of.
    case editedOrAnswers(Edit)
  }

  package let differences: [Difference]
  /// But for the names and versions of packs and program it says the same, byte for byte.
  package let saysTheSame: Bool

  /// - Parameters:
  ///   - stamp: What the report says of itself.
  ///   - assessments: What is said of the person now; at least one.
  ///   - isOfOwnAnswers: They are of the answers that the report holds.
  ///   - isWithRegister: What is written holds what a register knows.
  ///   - write: Writes a report of the same kind.
  package init(
    _ report: [UInt8], _ stamp: ReportStamp, with assessments: [Assessment], isOfOwnAnswers: Bool = false,
    isWithRegister: Bool = false, write: ([Assessment]) throws -> [UInt8]
  ) rethrows {
    let now = try write(assessments)
    let own = ReportStamp(assessments, as: stamp.kind)
    saysTheSame = try now == report || Self.bytes(assessments, as: stamp, own, write) == report
    var differences: [Difference] = []
    for (place, was) in stamp.packs.enumerated() {
      let its = own.packs.first { $0.id == was.id } ?? (place < own.packs.count ? own.packs[place] : nil)
      if its == was { continue }
      if let its, ReportStamp.PackState(id: its.id, version: its.version, hash: its.hash, key: was.key) == was {
        differences.append(.signature(was: was, now: its))
      } else {
        differences.append(.pack(was: was, now: its))
      }
    }
    if own.programVersion != stamp.programVersion {
      differences.append(.program(was: stamp.programVersion, now: own.programVersion))
    }
    let areOthers = own.answersHash != stamp.answersHash && !saysTheSame && !isOfOwnAnswers
    if areOthers { differences.append(.answers) }
    if differences.isEmpty, now != report {
      let edit = Edit(report, now)
      differences.append(
        Self.withoutLineEnds(report) == Self.withoutLineEnds(now)
          ? .lineEnds
          : stamp.isFollowUp
            ? isWithRegister ? .editedOrRegister(edit) : .register
            : stamp.kind == .card ? .editedOrAnswers(edit) : .edited(edit))
    }
    self.differences = differences
  }

  /// As the pack, the program and the answers of a stamp would have it, if nothing but their names differed.
  private static func bytes(
    _ assessments: [Assessment], as stamp: ReportStamp, _ own: ReportStamp, _ write: ([Assessment]) throws -> [UInt8]
  ) rethrows -> [UInt8] {
    let renamed = zip(assessments, stamp.packs).map { assessment, pack in
      var assessment = assessment
      assessment.header.programVersion = stamp.programVersion
      (assessment.header.packVersion, assessment.header.packHash) = (pack.version, pack.hash)
      assessment.header.packKey = pack.key
      return assessment
    }
    if renamed.count < assessments.count { return [] }
    let bytes = try write(renamed)
    guard let its = own.answersHash, let wanted = stamp.answersHash, its != wanted else { return bytes }
    return Array(String(decoding: bytes, as: UTF8.self).replacing(its, with: wanted).utf8)
  }

  private static func withoutLineEnds(_ bytes: [UInt8]) -> [[UInt8].SubSequence] {
    bytes.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
  }
}

extension ReportComparison {
  /// The first place at which a report is not as it is written.
  package struct Edit: Equatable, Sendable {
    /// Counted from 1.
    package let line: Int
    /// Some of that line, from a little before the place: as it is written, and as it stands in the report.
    package let written: String
    package let found: String

    init(_ report: [UInt8], _ written: [UInt8]) {
      let same = zip(report, written).prefix { $0 == $1 }.count
      line = 1 + report.prefix(same).count { $0 == UInt8(ascii: "\n") }
      self.written = Self.excerpt(of: written, around: same)
      found = Self.excerpt(of: report, around: same)
    }

    private static func excerpt(of bytes: [UInt8], around place: Int) -> String {
      let line = bytes[..<place].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
      let end = bytes[place...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      let (first, last) = (max(line, place - 30), min(end, place + 50))
      let text = String(decoding: bytes[first..<last], as: UTF8.self).trimmingPrefix { $0 == "\u{FFFD}" }
      return (first > line ? "…" : "") + text + (last < end ? "…" : "")
    }
  }
}

extension [Assessment] {
  /// The answers that they hold, as far as they tell them.
  ///
  /// - Parameter pack: Whose questions were answered.
  package func answers(to pack: Pack) -> Answers {
    var answers = Answers(id: first?.header.personID)
    for record in flatMap(\.answers) {
      guard let question = pack.question(named: record.id) else { continue }
      if record.state == .declined { answers[question.id] = .declined }
      guard let code = record.code, case .success(let answer?) = question.answer(from: code, notSure: pack.notSure)
      else { continue }
      answers[question.id] = answer
    }
    return answers
  }
}
