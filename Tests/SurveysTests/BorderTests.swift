import Ergonomics
import Foundation
import TestSupport
import Testing

@testable import Surveys

/// A file is read in blocks and scored in chunks. Where the borders of either fall must not show.
@Suite("Wherever a survey file is cut")
struct BorderTests {
  private static let pack = Pack.small(questions: [
    .choice("seat", ["stool", "chair"]), .choices("breaks", ["walk", "stand"]), .number("time", 0...1440, unit: .hour),
  ])

  /// Cells with line breaks and quotes, a stray quote, cells that cannot be understood, ragged rows, a double id, the
  /// headings again, empty lines, both line ends, and none at the end.
  private static let table = """
    id,note,seat,breaks,time\r
    1,"line\r
    break",stool,"walk;stand",6
    2,"say ""hi"", é",chair,stand,"7,5"\r

    3,ragged\r
    \r
    ü4,„€“,stol,,6 h 30\r
    5,st"ray,stool,walk, 1
    "6","\"\"",stool,"",x
    "a
    b",,,walk,
    id,note,seat,breaks,time\r
    2,double,stool,,2
    1,too,many,,cells,"in
    a row"
    \u{E9}8,last,"chair",walk,24
    """

  private static let objects = """
    [{"id": "1", "note": "line\\nbreak \\"", "seat": "stool", "breaks": ["walk", "stand"], "time": 6.5},

    {"id":2,"seat":null,"tim\\u0065":"7,5","note":"{[é – 😀\\u00e9\\\\"}  ,
    {}, {"note": {"seat": [], "x": true}, "breaks": ["walk"]}]
    """

  private static let lines = """
    {"id": "1", "note": "line\\nbreak \\"", "seat": "stool", "breaks": ["walk", "stand"], "time": 6.5}


    {"id":2,"seat":null,"tim\\u0065":"7,5","note":"{[é – 😀\\u00e9\\\\"}\r
    \u{20}{}{"note": {"seat": [], "x": true}, "breaks": ["walk"]}
    """

  private static let answers = """
    <?xml version="1.0"?><survey xmlns="urn:sitwell:answers:1">
      <answers id="1&#10;é"><answer question="seat">stool</answer><!-- <answers> -->
        <answer question="breaks"><![CDATA[walk;]]>stand</answer></answers>
      <answers/><answers><answer question="note">]]&gt;</answer></answers>
      <answers id="3"><answer question="time">6 h 30 min – &lt;&#x1F600;</answer></answers>
    </survey>
    """

  /// Each of them in several ways to write it as bytes.
  private static let files: [(name: String, bytes: [UInt8])] = {
    let plain = table.replacing("\r\n", with: "\n")
    return [
      ("UTF-8 with a mark", Array("\u{FEFF}sep=,\r\n\(table)".utf8)),
      ("UTF-16", [0xFF, 0xFE] + bytes(table, .utf16LittleEndian)),
      ("UTF-16 without a mark", bytes(table, .utf16BigEndian)),
      ("Windows-1252", bytes(table, .windowsCP1252)),
      ("Windows-1252 with lone returns", bytes(plain.replacing("\n", with: "\r"), .windowsCP1252)),
      ("JSON", Array(objects.utf8)),
      ("JSON in UTF-16", [0xFE, 0xFF] + bytes(objects, .utf16BigEndian)),
      ("NDJSON", Array(lines.utf8)),
      ("XML", Array(answers.utf8)),
    ]
  }()

  private static func bytes(_ text: String, _ encoding: String.Encoding) -> [UInt8] {
    Array(text.data(using: encoding)!)
  }

  private static func run(
    _ bytes: [UInt8], chunkSize: Int = 1 << 18, blockSize: Int = 1 << 16, cores: Int = 1
  ) async throws -> SurveyRun {
    try await SurveyRun(bytes, packs: [pack]) {
      ($0.keptColumns, $0.chunkSize, $0.blockSize, $0.cores) = (["note"], chunkSize, blockSize, cores)
    }
  }

  @Test("in chunks at any byte, results, rejects and counts are the same", arguments: 1...2)
  func chunks(cores: Int) async throws {
    let bytes = Array(Self.table.utf8)
    let whole = try await Self.run(bytes)
    #expect("\(whole.summary)" == "rows 11 = scored 7 + rejected 3 + set aside 1; 2 cells left open")
    for size in 44...160 {
      let cut = try await Self.run(bytes, chunkSize: size, cores: cores)
      #expect(cut.results == whole.results && cut.rejects == whole.rejects && cut.summary == whole.summary)
    }
  }

  @Test("in blocks at any byte, it holds the same records", arguments: files.indices)
  func blocks(file: Int) throws {
    let bytes = Self.files[file].bytes
    let whole = try ReadRecords(bytes, chunkSize: 1 << 12)
    #expect(whole.records.count > 3)
    for size in 60...bytes.count {
      #expect(try ReadRecords(bytes, chunkSize: 128, blockSize: size) == whole)
    }
  }

  @Test("in blocks and chunks, its results are the same", arguments: files.indices)
  func both(file: Int) async throws {
    let bytes = Self.files[file].bytes
    let whole = try await Self.run(bytes)
    #expect(whole.summary.rows == whole.summary.scored + whole.summary.rejected + whole.summary.setAside)
    for (block, chunk) in [(61, 131), (64, 128), (127, 200), (256, 97)] {
      let cut = try await Self.run(bytes, chunkSize: chunk, blockSize: block, cores: 2)
      #expect(cut.results == whole.results && cut.rejects == whole.rejects && cut.summary == whole.summary)
    }
  }
}
