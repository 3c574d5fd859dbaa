import Ergonomics

/// The people of an encrypted file one by one: a line for each, which holds a JSON object once it is opened.
///
/// A line that cannot be opened is a person all the same, whose row is rejected.
final class SealedRows {
  private static let longestLine = 4 << 20
  private var text: SurveyText
  private let file: String
  private let open: SurveyOptions.Opener
  private var buffer: [UInt8] = []
  private var line = 0

  /// - Parameter text: Started.
  init(_ text: SurveyText, file: String, _ open: @escaping SurveyOptions.Opener) {
    (self.text, self.file, self.open) = (text, file, open)
  }

  func next() throws(SurveyError) -> SurveyObject? {
    while let bytes = try nextLine() {
      let sealed = bytes.filter { $0 > ASCII.space }  // whatever mail programs put at the ends
      if sealed.isEmpty { continue }
      let number = line
      guard let opened = open(sealed) else { return SurveyObject(unopenedIn: number) }
      do throws(JSONRefused) {
        return SurveyObject(try JSONText(opened), line: number)
      } catch {
        return SurveyObject(unopenedIn: number)
      }
    }
    return nil
  }

  private func nextLine() throws(SurveyError) -> ArraySlice<UInt8>? {
    while true {
      if let end = buffer.firstIndex(of: ASCII.newline) {
        defer { buffer.removeFirst(end + 1) }
        line += 1
        return buffer[..<end]
      }
      let block = try text.next()
      if block.isEmpty {
        defer { buffer = [] }
        line += 1
        return buffer.isEmpty ? nil : buffer[...]
      }
      buffer += block
      if buffer.count > Self.longestLine, !buffer.contains(ASCII.newline) {
        throw .refused([
          Problem(
            code: .unreadableAnswers, place: .init(file: file, line: line + 1),
            summary: "a line is longer than \(Self.longestLine) bytes", help: "save the file that was sent once more")
        ])
      }
    }
  }

  /// The names of all values that may be of interest, in the order of columns: a file whose lines cannot be opened has none.
  static func names(_ packs: [Pack], _ options: SurveyOptions) -> [String] {
    let kept = options.namedColumns.filter { $0 != SurveyHeader.fileHeading }
    return (["id"] + [options.idColumn].compactMap(\.self) + kept + packs.questionnaire.questions.map(\.id))
      .filter { $0 != "-" }.withoutDoubles
  }

  static func noKey(_ file: String) -> SurveyError {
    .refused([
      Problem(
        code: .encrypted, place: .init(file: file), summary: "the file is encrypted",
        help: "name the private key of the team with --team-key")
    ])
  }
}

extension SurveyOptions {
  /// What an encrypted line holds; `nil` where the key does not open it.
  package typealias Opener = @Sendable (_ line: [UInt8]) -> [UInt8]?
}
