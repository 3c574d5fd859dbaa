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
