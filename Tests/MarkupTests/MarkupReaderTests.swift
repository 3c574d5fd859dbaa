import Foundation
import Markup
import Testing

@Suite("A stream of elements")
struct MarkupReaderTests {
  @Test("gives them one by one, with all inside and their lines")
  func givesElements() throws {
    let found = try read(
      """
      <survey xmlns="urn:a"><note/>
        <answers id="1"><answer question="seat">stool</answer></answers>
        <answers xmlns="urn:b" id="other"/>
        <group><answers id="2" kind="x"/></group>
        <answers id="3"><answers id="inner"/>a<![CDATA[<]]>&amp;</answers>
      </survey>
      """)
    #expect(found.map { $0["id"] } == ["1", "2", "3"])
    #expect(found.map(\.line) == [2, 4, 5])
    #expect(found[0].element("answer")?["question"] == "seat")
    #expect(found[0].element("answer")?.text == "stool")
    #expect(found[1].attributes.map(\.name) == ["id", "kind"])
    #expect(found[2].text == "a<&")
    #expect(found[2].elements.map { $0["id"] } == ["inner"])
  }

  @Test("agrees with the parsed tree")
  func agreesWithTree() throws {
    let text = "<survey xmlns='urn:a'>\n<answers id='1'>x<b c='d'>y</b>\n<!-- z -->w</answers></survey>"
    #expect(try read(text) == parse(text).root.elements)
  }

  // In a process of its own: other tests at the same time take memory too.
  @Test(
    "takes little memory for a long file",
    .disabled(if: ProcessInfo.processInfo.environment["SITWELL_SANITIZER"] != nil, "it keeps memory of its own"))
  func staysFlat() async throws {
    await #expect(processExitsWith: .success) {
      let one = "<answers id='1'><answer question='seat'>stool</answer></answers>\n"
      let text = "<survey xmlns='urn:a'>" + String(repeating: one, count: 100_000) + "</survey>"
      try withFile(Array(text.utf8)) { descriptor in
        let reader = MarkupReader(fileDescriptor: descriptor)
        let before = residentMemory()
        var (count, line) = (0, 0)
        while let next = try reader.next("answers", namespace: "urn:a") { (count, line) = (count + 1, next.line) }
        #expect(count == 100_000)
        #expect((100_000...100_050).contains(line))
        #expect(residentMemory() - before < 60_000, "KB; the tree would take more than 75,000")
      }
    }
  }

  @Test(
    "ends with the error of a bad file, after what was good",
    arguments: [
      ("<survey xmlns='urn:a'><answers/>\n<answers>", 1, MarkupProblem.Kind.notWellFormed),
      ("<survey xmlns='urn:a'><answers/>\(padding)<answers>\u{7}</answers></survey>", 1, .notWellFormed),
      ("<!DOCTYPE a [<!ENTITY x 'y'>]><survey xmlns='urn:a'><answers>&x;</answers></survey>", 0, .doctype),
      (HostileInputTests.entityBomb, 0, .doctype),
      ("", 0, .notWellFormed),
      ("<survey xmlns='urn:a'><answers/><answers>" + open(5000), 0, .tooDeep),
      ("<answers xmlns='urn:a'>" + String(repeating: "<b/>", count: 100_001) + "</answers>", 0, .tooLarge),
    ])
  func refuses(text: String, good: Int, kind: MarkupProblem.Kind) throws {
    try withFile(Array(text.utf8)) { descriptor in
      let reader = MarkupReader(fileDescriptor: descriptor)
      var count = 0
      let error = try #require(
        throws: MarkupRefused.self,
        performing: { while try reader.next("answers", namespace: "urn:a") != nil { count += 1 } })
      #expect(error.problems.first?.kind == kind)
      #expect(count == good)
    }
  }

  private static let padding = String(repeating: "<!-- as long as what is read ahead -->\n", count: 200)

  private func read(_ text: String) throws -> [MarkupElement] {
    var found: [MarkupElement] = []
    try withFile(Array(text.utf8)) { descriptor in
      let reader = MarkupReader(fileDescriptor: descriptor)
      while let next = try reader.next("answers", namespace: "urn:a") { found.append(next) }
    }
    return found
  }
}

private func withFile(_ bytes: [UInt8], _ body: (Int32) throws -> Void) throws {
  let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).xml")
  try Data(bytes).write(to: file)
  defer { try? FileManager.default.removeItem(at: file) }
  let handle = try FileHandle(forReadingFrom: file)
  defer { try? handle.close() }
  try body(handle.fileDescriptor)
}

/// In kilobytes; 0 where the system does not tell.
private func residentMemory() -> Int {
  let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
  let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS") } ?? ""
  return Int(line.filter(\.isNumber)) ?? 0
}
