/// What stands between the cells of a table.
enum Separator {
  private static let candidates = [ASCII.comma, ASCII.semicolon, ASCII.tab, ASCII.bar]
  private static let rowsLookedAt = 30

  /// The separator that a first line `sep=;` names, and the length of that line; `nil` where there is none.
  static func named(at start: some Collection<UInt8>) -> (separator: UInt8, length: Int)? {
    let line = Array(start.prefix(16).prefix { $0 != ASCII.newline })
    let text = String(decoding: line, as: UTF8.self).filter { $0 != "\"" && $0 != "\r" && $0 != "\r\n" }
    guard text.lowercased().hasPrefix("sep="), text.utf8.count == 5, let separator = text.utf8.last,
      line.count < start.count
    else { return nil }
    return (separator, line.count + 1)
  }

  /// The one that splits the first rows into the most cells, where rows count that are as wide as the headings; or as most
  /// are, where lines above the headings have one cell only. What stands between quotation marks does not vote.
  ///
  /// - Parameter isWhole: The sample is the whole file, so that its last row has ended.
  static func voted(by sample: [UInt8], isWhole: Bool) -> UInt8 {
    var (best, bestBelow) = ((separator: ASCII.comma, cells: 0), (separator: ASCII.comma, cells: 0))
    for candidate in candidates where sample.contains(candidate) {
      var chunk = RecordChunk(capacity: sample.count + 1, separator: candidate)
      chunk.replaceText(with: sample)
      if isWhole { chunk.endLine() }
      chunk.findRecords()
      let widths = (0..<min(chunk.recordCount, rowsLookedAt)).map { Int(chunk.records[$0].fieldCount) }
      func cells(_ width: Int) -> Int { widths.filter { $0 == width }.count * width }
      if let width = widths.first, width > 1, cells(width) > best.cells { best = (candidate, cells(width)) }
      let most = Set(widths).filter { $0 > 1 }.map(cells).max() ?? 0
      if most > bestBelow.cells { bestBelow = (candidate, most) }
    }
    return best.cells > 0 ? best.separator : bestBelow.separator
  }
}
