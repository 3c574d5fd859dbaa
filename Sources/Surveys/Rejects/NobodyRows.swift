import Ergonomics

/// Tells rows that are nobody's: empty ones, totals, the headings once more, the texts of questions.
///
/// It looks at the first letters of a row only; most rows are let go at once.
struct NobodyRows: Sendable {
  private let header: [UInt8]
  private let headerLength: Int
  private let separator: UInt8
  /// By the first two letters, whether a word for a total begins so; of its own, as a row would ask whether it is there.
  private let beginnings = totalBeginnings

  init(_ header: SurveyHeader, separator: UInt8) {
    (self.header, headerLength, self.separator) = (header.sheet.header, header.sheet.header.count, separator)
  }

  /// What a row is that shows before its answers are read; a total is one only if it `mayBeTotal` turns out so.
  @inline(__always)
  func kind(of record: Record, in chunk: borrowing RecordChunk) -> SetAsideReason? {
    let bytes = chunk.bytes(of: record)
    if bytes.count == headerLength || bytes.count == headerLength + ByteOrderMark.length, isHeading(bytes) {
      return .heading
    }
    guard let first = bytes.first else { return .blank }
    if ASCII.zero...ASCII.nine ~= first { return nil }
    // Anything but what stands around cells begins a name, mostly an id: no more is looked at.
    if first > ASCII.comma, first != separator, !mayBegin(bytes, at: 0) { return nil }
    guard let start = bytes.firstIndex(where: { !isAroundCells($0) }) else { return .blank }
    return mayBegin(bytes, at: start) && isTotalWord(bytes, from: start) ? .total : nil
  }

  private func isHeading(_ bytes: UnsafeRawBufferPointer) -> Bool {
    let own = bytes.starts(with: ByteOrderMark.bytes) ? bytes.dropFirst(ByteOrderMark.bytes.count) : bytes[...]
    return own.elementsEqual(header)
  }

  private func isAroundCells(_ byte: UInt8) -> Bool {
    byte == separator || byte == ASCII.quote || byte == ASCII.space || byte == ASCII.tab
      || byte == ASCII.carriageReturn
  }

  /// Its first two letters are those of a word for a total.
  @inline(__always)
  private func mayBegin(_ bytes: UnsafeRawBufferPointer, at start: Int) -> Bool {
    start + 1 < bytes.count && beginnings[Int(bytes[start] & 31) << 5 | Int(bytes[start + 1] & 31)]
  }

  private func isTotalWord(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Bool {
    let cell = bytes[start...].prefix { $0 != separator && $0 != ASCII.quote }
    if cell.count > Self.longestWord { return false }
    var word = String(decoding: cell, as: UTF8.self).normalised
    if word.hasSuffix(":") { word.removeLast() }
    return Self.words.contains(word)
  }

  /// What spreadsheets write before the row below the last, in the languages of the platforms.
  private static let words: Set = [
    "total", "totals", "grand total", "subtotal", "sum", "average", "averages", "mean", "median", "count",
    "summe", "gesamt", "gesamtsumme", "durchschnitt", "mittelwert", "somme", "moyenne", "suma", "promedio", "totale",
    "totaal", "gemiddelde",
  ]
  private static let longestWord = 16
  private static let totalBeginnings: [Bool] = {
    var beginnings = Array(repeating: false, count: 32 * 32)
    for word in words {
      let bytes = Array(word.utf8)
      beginnings[Int(bytes[0] & 31) << 5 | Int(bytes[1] & 31)] = true
    }
    return beginnings
  }()
}

extension UnsafeRawBufferPointer {
  fileprivate var isNumberOrBlank: Bool {
    allSatisfy {
      ASCII.zero...ASCII.nine ~= $0 || $0 == ASCII.point || $0 == ASCII.comma || $0 == ASCII.space || $0 == ASCII.quote
    }
  }
}

/// What stands before a text in UTF-8 that says so; where files are joined, in the middle too.
enum ByteOrderMark {
  static let bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
  static let length = 3
}

extension ReadingPlan {
  /// Whether a row that begins like a total is one: nobody chose an answer in it.
  func isTotal(_ record: Record, of chunk: borrowing RecordChunk) -> Bool {
    guard Int(record.fieldCount) == width else { return false }
    for pack in readers.indices {
      for question in readers[pack].program.questions.indices {
        switch self.question(question, ofPack: pack).kind {
        case .choice, .choices: break
        case .number, .text: continue
        }
        // A sum of yes and no is no answer, though 1 may be one elsewhere.
        var hasWords = false
        for column in header.questions[pack][question]?.all ?? [] {
          hasWords = hasWords || !chunk.field(column, of: record).isNumberOrBlank
        }
        if hasWords, answer(to: question, ofPack: pack, record, of: chunk)?.answer != nil { return false }
      }
    }
    return true
  }

  /// Whether a row of which cells are not understood holds the headings, or the texts of questions, in place of answers.
  ///
  /// - Parameter misread: The cells of this row that are not understood.
  func namesQuestions(
    _ misread: [AnswerReader.Misread], _ record: Record, of chunk: borrowing RecordChunk
  ) -> SetAsideReason? {
    guard !hasUnderstoodAnswer(record, besides: misread, of: chunk) else { return nil }
    var (headings, texts) = (0, 0)
    for cell in misread {
      let text = String(field: chunk.field(cell.position, of: record)).restored
      if text.asHeading == header.names[cell.position].asHeading {
        headings += 1
      } else if header.finders[cell.pack].match(.init(name: text, wordings: [text], choice: nil))?.questions.contains(
        cell.question) == true
      {
        texts += 1
      }
    }
    if headings + texts == 0 || 2 * (headings + texts) < misread.count { return nil }
    return texts > 0 ? .questionTexts : .heading
  }

  /// Of questions with options or numbers.
  private func hasUnderstoodAnswer(
    _ record: Record, besides misread: [AnswerReader.Misread], of chunk: borrowing RecordChunk
  ) -> Bool {
    for (pack, questions) in header.questions.enumerated() {
      for (question, columns) in questions.enumerated() where self.question(question, ofPack: pack).kind != .text {
        for position in columns?.all ?? [] where !chunk.field(position, of: record).isBlankCell {
          if !misread.contains(where: { $0.pack == pack && $0.question == question }) { return true }
        }
      }
    }
    return false
  }
}
