import TestSupport
import Testing

@testable import Surveys

@Suite("The record scanner")
struct RecordChunkTests {
  private static let tricky =
    "id,a,b\r\n1,plain,\"quoted\"\r\n2,\"a,b\",\"line\nbreak\"\n\n3,\"say \"\"hi\"\"\",\"\"\r\n"
    + "4,st\"ray,5\"\n5,é,\"ü, \"\"\r\n\"\"\"\n\r\n6,\"" + String(repeating: "x,\"\"\n", count: 30) + "\",end\n"
    + "7,,\n8,last,one"

  @Test("finds the same fields wherever the text is cut", arguments: 256...420)
  func cuts(chunkSize: Int) throws {
    let whole = PlainScorer.records(Self.tricky + "\n").filter { $0 != ["\r"] }
    #expect(try ReadRecords(Array(Self.tricky.utf8), chunkSize: chunkSize).records == whole)
  }

  /// A row of such a cell, and one of the same in quotation marks, with cells around it that would take care.
  @Test("knows which cells can be written as they are", arguments: 0..<40)
  func plainCells(length: Int) {
    var random = SeededGenerator(length)
    for _ in 0..<200 {
      let signs: [UInt8] = Array("aZ09.;|'=+-@ é~\u{7F}\t\u{1}".utf8)
      let cell = (0..<length).map { _ in
        Bool.random(using: &random) ? ASCII.zero : signs.randomElement(using: &random)!
      }
      var chunk = RecordChunk(capacity: 1 << 12)
      chunk.replaceText(
        with: Array("\",\",".utf8) + cell + Array(",\",\"\n\",\",\"".utf8) + cell + Array("\",\u{1}\n".utf8))
      chunk.findRecords()
      let isPlain =
        cell.isEmpty
        || !cell.contains { $0 < 32 } && cell[0] < 0x80 && !Array(" '=+-@".utf8).contains(cell[0]) && cell.last != 32
      for record in 0..<2 {
        #expect((chunk.plainRange(1, of: chunk.records[record]) != nil) == isPlain, "\(cell)")
      }
    }
    for mark in [",", "\"\"", "\n"] {
      var chunk = RecordChunk(capacity: 1 << 12)
      chunk.replaceText(with: Array("1,\"\(String(repeating: "x", count: length))\(mark)x\"\n".utf8))
      chunk.findRecords()
      #expect(chunk.plainRange(1, of: chunk.records[0]) == nil)
    }
  }

  @Test("knows whether all of a text is ASCII", arguments: [1, 63, 64, 65, 127, 128, 200])
  func plainText(length: Int) {
    for place in 0..<length {
      for (byte, isPlain) in [(UInt8(1), true), (0x7F, true), (0, false), (0x80, false), (0xFF, false)] {
        var text = Array(repeating: UInt8(ascii: "x"), count: length)
        text[place] = byte
        var chunk = RecordChunk(capacity: 256)
        chunk.replaceText(with: text)
        chunk.findRecords()
        #expect(chunk.isPlain == isPlain, "\(byte) at \(place) of \(length)")
      }
    }
  }

  @Test("knows the line and character of every field")
  func positions() throws {
    var chunk = RecordChunk(capacity: 1 << 12)
    chunk.replaceText(with: Array("a,b\né\"x\",y\n\"q\nr\",s\n\n,ü,z\n".utf8))
    chunk.findRecords()
    var found: [[Int]] = []
    for record in 0..<chunk.recordCount {
      for field in 0..<Int(chunk.records[record].fieldCount) {
        let (line, column) = chunk.position(ofByte: chunk.range(field, of: chunk.records[record]).lowerBound)
        found.append([line, column])
      }
    }
    #expect(found == [[1, 1], [1, 3], [2, 1], [2, 6], [3, 1], [4, 4], [6, 1], [6, 2], [6, 4]])
  }
}
