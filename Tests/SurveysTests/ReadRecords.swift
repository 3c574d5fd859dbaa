import TestSupport
import Testing

@testable import Surveys

/// All records of a survey file as texts, the headings first, with the lines they begin in.
struct ReadRecords: Equatable {
  private(set) var records: [[String]] = []
  private(set) var lines: [Int] = []
  private(set) var encoding: TextEncoding?

  init(_ bytes: [UInt8], chunkSize: Int, blockSize: Int = 1 << 16) throws {
    let file = try ScratchFile()
    try file.write(bytes)
    var options = SurveyOptions(file: "x.csv")
    options.chunkSize = chunkSize
    var reader = try RecordReader(RawBytes(then: file.descriptor, blockSize: blockSize), [], options)
    var chunk = RecordChunk(capacity: chunkSize, separator: reader.separator)
    let sheet = try reader.readSheet()
    (records, lines) = ([sheet.names], [sheet.line])
    while try reader.read(into: &chunk) {
      for place in 0..<chunk.recordCount {
        let record = chunk.records[place]
        var fields: [String] = []
        for field in 0..<Int(record.fieldCount) { fields.append(String(field: chunk.field(field, of: record))) }
        records.append(fields)
        lines.append(chunk.lines.isEmpty ? chunk.position(ofByte: Int(record.start)).line : chunk.lines[place])
      }
    }
    encoding = reader.encoding
  }
}
