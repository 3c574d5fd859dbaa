import Ergonomics

/// Reads a survey file or a pipe in chunks of whole records, whatever it holds: a table, or objects made one.
struct RecordReader: ~Copyable {
  private enum Source {
    case table(SurveyText)
    case objects(ObjectRows)
  }
  private var source: Source
  /// Of what the file was unpacked from; `nil` for a file that is read as it is.
  private let container: UnpackedSurvey?
  private let platform: SurveyPlatform?
  /// What stands between the cells.
  let separator: UInt8
  private let packs: [Pack]
  /// By pack; made once a file.
  private let finders: [QuestionFinder]
  private let options: SurveyOptions
  private var carried: [UInt8] = []
  private var next = 1
  private var line = 1
  private var shortRows = ShortRows()
  /// What of the text is not in UTF-8, where that was not to be expected.
  private(set) var encodingDoubt: Problem?

  /// Looks at the first block to know what the file holds.
  init(_ bytes: RawBytes, _ packs: [Pack], _ options: SurveyOptions) throws(SurveyError) {
    finders = packs.map(QuestionFinder.init)
    let opened = try Opened(bytes, packs, finders, options)
    (self.packs, self.options) = (packs, options)
    (source, container, platform) = (opened.source, opened.container, opened.platform)
    (separator, line) = (opened.separator, opened.line)
  }

  /// What the first block has told.
  private struct Opened {
    let source: Source
    let container: UnpackedSurvey?
    let platform: SurveyPlatform?
    let separator: UInt8
    var line = 1

    init(
      _ bytes: RawBytes, _ packs: [Pack], _ finders: [QuestionFinder], _ options: SurveyOptions
    ) throws(SurveyError) {
      let file = options.file
      let needed = NeededNames(finders, options)
      let (bytes, container) = try UnpackedSurvey.unpack(bytes, finders, options)
      self.container = container
      var text = SurveyText(bytes, encoding: container?.sheet == nil ? options.encoding : nil)
      let (sample, raw) = try text.start()
      switch container?.sheet == nil ? FileContent(sample) : .table {
      case .json:
        let objects = JSONObjects(text, sample: sample, file: file)
        source = .objects(try ObjectRows(file: file, needed) { () throws(SurveyError) in try objects.next() })
        (platform, separator) = (.json, ASCII.comma)
      case .xml:
        let answers = XMLAnswers(bytes.from(raw), file: file)
        source = .objects(try ObjectRows(file: file, needed) { () throws(SurveyError) in try answers.next() })
        (platform, separator) = (.xml, ASCII.comma)
      case .sealed:
        guard let open = options.opens else { throw SealedRows.noKey(file) }
        let rows = SealedRows(text, file: file, open)
        source = .objects(
          try ObjectRows(file: file, needed, first: SealedRows.names(packs, options)) { () throws(SurveyError) in
            try rows.next()
          })
        (platform, separator) = (.sealed, ASCII.comma)
      case .table:
        if container?.sheet != nil {
          separator = ASCII.comma
        } else if let named = Separator.named(at: sample) {
          text.skip(named.length)
          (separator, line) = (named.separator, 2)
        } else {
          separator = Separator.voted(by: Array(sample), isWhole: text.isAtEnd)
        }
        source = .table(text)
        platform = nil
      }
    }
  }

  /// How the file is encoded, as far as is known by now; `nil` for ASCII.
  var encoding: TextEncoding? {
    if case .table(let text) = source { text.encoding } else { nil }
  }

  /// Where in the file the table was, such as a sheet of a workbook.
  var origin: String? { container?.origin }

  /// What is wrong with cells that were read nevertheless.
  var cellProblems: [Problem] { container?.problems(in: options.file) ?? [] }

  /// Names of values that came up when the headings were known already.
  var namesTooLate: [String] {
    if case .objects(let rows) = source { rows.namesTooLate } else { [] }
  }

  /// Fills the chunk with the next records; false at the end of the file.
  mutating func read(into chunk: inout RecordChunk) throws(SurveyError) -> Bool {
    repeat {
      chunk.replaceText(with: carried)
      var isLast = try fill(&chunk)
      chunk.findRecords()
      if !chunk.isPlain, try decideEncoding(of: &chunk) {
        isLast = try fill(&chunk)
        chunk.findRecords()
      }
      (chunk.firstNumber, chunk.firstLine) = (next, line)
      let isStuck = chunk.recordsEnd < chunk.byteCount && (isLast || chunk.recordsEnd == 0)
      if chunk.recordCount == 0, isStuck { throw refusal(of: chunk, isLast: isLast) }
      if case .objects(let rows) = source { chunk.lines = rows.takeLines(chunk.recordCount) }
      if let sheet = container?.sheet {
        (chunk.lines, chunk.countsCells) = (sheet.takeNumbers(chunk.recordCount), true)
      }
      line += chunk.lineEndCount - chunk.lineEnds(from: chunk.recordsEnd, before: chunk.byteCount)
      carry(chunk, from: chunk.recordsEnd)
      next += chunk.recordCount
      if case .table = source { chunk.fill(&shortRows) }
      if isLast, carried.isEmpty { break }
    } while chunk.recordCount == 0
    return chunk.recordCount > 0
  }

  /// The headings; what is read next are responses.
  mutating func readSheet() throws(SurveyError) -> SurveySheet {
    var chunk = RecordChunk(capacity: options.chunkSize, separator: separator)
    guard try read(into: &chunk) else {
      throw .refused([
        Problem(
          code: .emptySurvey, place: .init(file: options.file), summary: "the file is empty",
          help: "a survey begins with a line of headings: id, then question ids")
      ])
    }
    var rows: [[String]] = []
    for record in 0..<min(chunk.recordCount, HeadingRow.rowsLookedAt) {
      let record = chunk.records[record]
      rows.append((0..<Int(record.fieldCount)).map { String(field: chunk.field($0, of: record)).restored.visible })
    }
    if let wide = rows.firstIndex(where: { $0.count > Self.mostColumns }) {
      throw tooWide(rows[wide].count, line: wide + 1)
    }
    let found = platform == nil ? HeadingRow(in: rows, packs, finders) : nil
    let start = found?.place ?? 0
    rows.removeFirst(start)
    let place =
      chunk.lines.isEmpty ? chunk.position(ofByte: Int(chunk.records[start].start)).line : chunk.lines[start]
    if rows[0].contains(where: { $0.contains("\0") || $0.contains("\u{FFFD}") }) { throw wrongEncoding(line: place) }
    let header = Array(chunk.bytes(of: chunk.records[start]))
    let hasChoicesBelow = found?.hasChoicesBelow ?? false
    let sheet = SurveySheet(
      rows: rows, header: header, line: place, platform: platform, hasChoicesBelow: hasChoicesBelow)
    if sheet.headerRows == 1, let (question, columns) = found?.choicesWithoutHeading {
      throw .refused([.choicesWithoutHeading(question, columns, at: .init(file: options.file, line: place))])
    }
    let first = start + sheet.headerRows
    let end = chunk.recordCount > first ? Int(chunk.records[first].start) : chunk.recordsEnd
    line = chunk.firstLine + chunk.lineEnds(before: end)
    carry(chunk, from: end)
    if case .objects(let rows) = source { rows.giveBack(Array(chunk.lines.dropFirst())) }
    container?.sheet?.giveBack(Array(chunk.lines.dropFirst(first)))
    next = options.firstNumber
    shortRows.width = sheet.names.count
    return sheet
  }

  /// How many rows ended before the last question, so far.
  var rowsCutShort: Int { shortRows.withoutAnswers }

  /// The headings, matched to the questions of packs; what is read next are responses.
  mutating func readHeader() throws(SurveyError) -> SurveyHeader {
    let header = try SurveyHeader(readSheet(), packs: packs, finders: finders, options: options)
    let questions = header.questions.joined().compactMap { $0?.all }.joined()
    if let first = questions.min(), let last = questions.max() { shortRows.questions = first...last }
    return header
  }

  /// True at the end of the file.
  private mutating func fill(_ chunk: inout RecordChunk) throws(SurveyError) -> Bool {
    while chunk.byteCount < options.chunkSize {
      let memory = UnsafeMutableRawBufferPointer(rebasing: chunk.free.prefix(options.chunkSize - chunk.byteCount))
      let count: Int
      switch source {
      case .table(var text):
        defer { source = .table(text) }
        count = try text.read(into: memory)
      case .objects(let rows):
        count = try rows.read(into: memory)
      }
      chunk.byteCount += count
      if count == 0 {
        chunk.endLine()
        return true
      }
    }
    return false
  }

  /// Decides by the first record that is more than ASCII; true if the text from there on must be read once more.
  private mutating func decideEncoding(of chunk: inout RecordChunk) throws(SurveyError) -> Bool {
    guard case .table(var text) = source, text.encoding == nil else { return false }
    for place in 0..<chunk.recordCount {
      let record = chunk.bytes(of: chunk.records[place])
      guard record.contains(where: { $0 > 127 }) else { continue }
      let start = Int(chunk.records[place].start)
      let decision = try text.decide(by: record, takingBack: chunk.bytes(start..<chunk.byteCount))
      source = .table(text)
      switch decision {
      case .isUTF8: return false
      case .isMostlyUTF8(let byte):
        encodingDoubt = .otherEncoding(at: position(of: start + byte, in: chunk), isRead: false)
      case .isWindows1252(let byte):
        encodingDoubt = .otherEncoding(at: position(of: start + byte, in: chunk), isRead: true)
        chunk.truncate(to: start)
        return true
      }
      return false
    }
    return false
  }

  /// Of a byte in a chunk that still has to be told where it is.
  private func position(of byte: Int, in chunk: borrowing RecordChunk) -> Problem.Place {
    Problem.Place(file: options.file, line: line + chunk.lineEnds(before: byte))
  }

  private mutating func carry(_ chunk: borrowing RecordChunk, from start: Int) {
    carried.removeAll(keepingCapacity: true)
    carried += chunk.bytes(start..<chunk.byteCount)
  }
}

extension RecordReader {
  /// Forms have hundreds of questions; nobody waits while the headings of more are compared.
  private static var mostColumns: Int { 10_000 }

  private func tooWide(_ count: Int, line: Int) -> SurveyError {
    .refused([
      Problem(
        code: .tooManyColumns, place: .init(file: options.file, line: line),
        summary: "the table has \(count) columns, and at most \(Self.mostColumns) are read",
        help: "delete the columns without a question, or look for what stands between the cells")
    ])
  }

  private func wrongEncoding(line: Int) -> SurveyError {
    .refused([
      Problem(
        code: .wrongEncoding, place: .init(file: options.file, line: line), summary: "the headings are not in UTF-8",
        help: "save the file as 'CSV UTF-8', or name its encoding with --encoding")
    ])
  }

  /// Why a chunk holds no whole record.
  private func refusal(of chunk: borrowing RecordChunk, isLast: Bool) -> SurveyError {
    if case .objects(let rows) = source { return refusal(of: rows, most: options.chunkSize) }
    let opened = chunk.openQuote()
    let (line, column) = chunk.position(ofByte: opened ?? chunk.recordsEnd)
    let place = Problem.Place(file: options.file, line: line, column: column)
    let help = "close the quotation mark; a quotation mark inside a quoted cell is written twice"
    if isLast {
      return .refused([
        Problem(code: .openQuote, place: place, summary: "a quotation mark is not closed up to the end", help: help)
      ])
    }
    return .refused([
      Problem(
        code: opened == nil ? .rowTooLong : .openQuote, place: place,
        summary: opened == nil
          ? "a row is longer than \(options.chunkSize) bytes"
          : "a quotation mark is not closed within \(options.chunkSize) bytes",
        help: opened == nil ? "check that the file holds a row of answers on each line" : help)
    ])
  }

  private func refusal(of rows: ObjectRows, most: Int) -> SurveyError {
    .refused([
      Problem(
        code: .rowTooLong, place: .init(file: options.file, line: rows.nextLine),
        summary: "an object, or the names in all of them, are longer than \(most) bytes",
        help: "check that each object holds the answers of one person")
    ])
  }
}

extension RecordChunk {
  /// The quotation mark behind the last whole record that opens a quoted field and is not closed.
  fileprivate func openQuote() -> Int? {
    var (opened, isInside, mayOpen) = (nil as Int?, false, true)
    for place in recordsEnd..<byteCount {
      let byte = text.load(fromByteOffset: place, as: UInt8.self)
      if byte == ASCII.quote, isInside {
        (isInside, mayOpen) = (false, true)  // it is open still if another follows
      } else if byte == ASCII.quote, mayOpen {
        if place == recordsEnd || text.load(fromByteOffset: place - 1, as: UInt8.self) != ASCII.quote { opened = place }
        isInside = true
      } else if !isInside {
        mayOpen = byte == separator || byte == ASCII.newline
      }
    }
    return isInside ? opened : nil
  }
}
