import Ergonomics
import Markup

/// What a report says of how it was made, so that it can be made again and compared.
///
///     person 0.1.0 2026-01-31 lower-back-hips@1.1.0+1a2b3c4d answers=0123456789abcdef
///     person 0.1.0 2026-01-31 mine@1.0.0+1a2b3c4d/0123456789ABCDEF answers=0123456789abcdef
///
/// Behind a slash stands the id of the key that the signature of a pack names.
package struct ReportStamp: Sendable, Hashable {
  package enum Kind: String, Sendable { case person, card, ergonomist, xml }

  /// A state of a pack.
  package struct PackState: Sendable, Hashable {
    package var id: Pack.ID
    package var version: String
    package var hash: String
    /// Id of the key that its signature names.
    package var key: String?
    package init(id: Pack.ID, version: String, hash: String, key: String? = nil) {
      (self.id, self.version, self.hash, self.key) = (id, version, hash, key)
    }
  }

  package let kind: Kind
  package var programVersion: String
  /// `YYYY-MM-DD`.
  package let date: String
  package let disclosure: Disclosure
  package var packs: [PackState]
  /// It holds what a register knew when it was written, besides.
  package let isFollowUp: Bool
  /// Of a brief interview that decided something.
  package let isBrief: Bool
  /// Of the answers that the report tells; `nil` where it must tell none, as on a card that hangs where others pass.
  package let answersHash: String?

  /// - Precondition: There is at least one assessment.
  init(_ assessments: [Assessment], as kind: Kind, isFollowUp: Bool = false) {
    let header = assessments[0].header
    (self.kind, self.isFollowUp) = (kind, isFollowUp)
    (programVersion, date, disclosure) = (header.programVersion, header.date, header.disclosure)
    packs = assessments.map {
      PackState(
        id: $0.header.packID, version: $0.header.packVersion, hash: $0.header.packHash, key: $0.header.packKey)
    }
    isBrief = assessments.contains { $0.decision != nil }
    answersHash = kind == .card ? nil : AnswersHash.digits(of: assessments)
  }

  var text: String {
    let kind = disclosure == .everything ? kind.rawValue : "\(kind.rawValue):\(disclosure.rawValue)"
    let packs = packs.map { "\($0.id)@\($0.version)+\($0.hash)\($0.key.map { "/\($0)" } ?? "")" }
    let brief = (isFollowUp ? ["register"] : []) + (isBrief ? ["brief"] : [])
    return ([kind, programVersion, date] + packs + brief + (answersHash.map { ["answers=\($0)"] } ?? [])).joined(
      separator: " ")
  }

  private init?(_ text: String) {
    var words = text.split(separator: " ").map(String.init)
    let answers = words.last.flatMap { $0.hasPrefix("answers=") ? String($0.dropFirst(8)) : nil }
    if answers != nil { words.removeLast() }
    isBrief = words.last == "brief"
    if isBrief { words.removeLast() }
    isFollowUp = words.last == "register"
    if isFollowUp { words.removeLast() }
    guard words.count > 3 else { return nil }
    let head = words[0].split(separator: ":").map(String.init)
    guard let kind = Kind(rawValue: head[0]),
      let disclosure = Disclosure(rawValue: head.dropFirst().first ?? "everything")
    else { return nil }
    let packs = words[3...].compactMap(PackState.init)
    guard packs.count == words.count - 3 else { return nil }
    (self.kind, self.disclosure, self.packs, answersHash) = (kind, disclosure, packs, answers)
    (programVersion, date) = (words[1], words[2])
  }
}

extension ReportStamp.PackState {
  fileprivate init?(_ text: String) {
    guard let at = text.firstIndex(of: "@"), let plus = text.lastIndex(of: "+"), at < plus else { return nil }
    let state = text[text.index(after: plus)...].split(separator: "/", omittingEmptySubsequences: false)
    guard state.count < 3 else { return nil }
    self.init(
      id: String(text[..<at]), version: String(text[text.index(after: at)..<plus]), hash: String(state[0]),
      key: state.dropFirst().first.map(String.init))
  }
}

extension ReportStamp {
  /// Of a page or an XML file; `nil` where it carries none that can be read.
  package init?(ofReport bytes: [UInt8]) {
    guard let start = bytes.first(where: { !Self.blanks.contains($0) }), start == UInt8(ascii: "<") else { return nil }
    if let root = try? MarkupDocument(bytes).root {
      guard let stamp = try? ReportStamp(root) else { return nil }
      self = stamp
      return
    }
    let page = String(decoding: bytes, as: UTF8.self)
    guard let match = page.firstMatch(of: #/<meta name="sitwell" content="([^"]*)">/#) else { return nil }
    self.init(String(match.1))
  }

  private static let blanks = Array(" \t\r\n\u{FEFF}".utf8)

  private init(_ root: MarkupElement) throws {
    let all = root.name == "assessments" ? root.elements : [root]
    guard let first = all.first else { throw MissingMarkup(line: 1, description: "no assessment") }
    (kind, isFollowUp, date) = (.xml, false, try first.attribute("date"))
    disclosure = first["tells"] == nil ? .everything : try first.word("tells")
    programVersion = try first.child("program").attribute("version")
    packs = try all.map { assessment in
      let pack = try assessment.child("pack")
      return PackState(
        id: try pack.attribute("id"), version: try pack.attribute("version"), hash: try pack.attribute("hash"),
        key: pack["signing-key"])
    }
    isBrief = all.contains { $0.element("decision") != nil }
    answersHash = first["answers-hash"]
  }
}
