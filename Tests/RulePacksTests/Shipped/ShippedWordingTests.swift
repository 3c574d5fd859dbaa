import Ergonomics
import Foundation
import RulePacks
import TestSupport
import Testing

@Suite("The words of the shipped packs")
struct ShippedWordingTests {
  @Test("of findings read at school grade 7 at most, of evidence at grade 10")
  func grades() throws {
    let packs = try Shipped.everyPack.get()
    let (rules, reliefs) = (packs.flatMap(\.rules), packs.flatMap(\.reliefs))
    #expect(rules.count > 150 && reliefs.count > 10)
    for rule in rules {
      let finding = rule.finding.parts.map { if case .text(let text) = $0 { text } else { "10 cm" } }.joined()
      let grade = FleschKincaid.grade(finding)
      #expect(grade <= 7, "\(rule.id) \(grade): \(finding)")
    }
    for evidence in rules.flatMap(\.evidence) + reliefs.flatMap(\.evidence) {
      let grade = FleschKincaid.grade(evidence.text)
      #expect(grade <= 10, "\(evidence.source) \(grade): \(evidence.text)")
    }
  }

  @Test("are graded by the formula and the syllables it says")
  func formula() {
    #expect(abs(FleschKincaid.grade("The cat sat on the mat.") - -1.45) < 0.001)
    #expect(
      abs(FleschKincaid.grade("The cat sat. Did it (really)? On 25 mats!") - (0.39 * 9 / 3 + 11.8 * 11 / 9 - 15.59))
        < 0.001)
    let syllables = [
      "table": 2, "made": 1, "seated": 2, "leaned": 1, "edges": 2, "sides": 1, "the": 1, "studies": 2, "0.72": 3,
    ]
    for (word, count) in syllables { #expect(FleschKincaid.syllables(in: word) == count, "\(word)") }
  }

  @Test("promise nobody that something is prevented, cured or gone for good")
  func promises() throws {
    var texts: [String: String] = [:]
    for folder in ["Rules", "Reports"] {
      let all = FileManager.default.enumerator(atPath: Shipped.path(folder))!.compactMap { $0 as? String }
      // Titles of sources are not ours.
      for name in all
      where name.hasSuffix(".xml") && !name.hasSuffix("sources.xml") || name.hasSuffix(".mustache")
        || name == "words.txt"
      {
        texts["\(folder)/\(name)"] = try String(contentsOfFile: Shipped.path("\(folder)/\(name)"), encoding: .utf8)
      }
    }
    #expect(texts.count > 200)
    for (name, text) in texts { #expect(Self.promises(in: text).isEmpty, "\(name): \(Self.promises(in: text))") }
  }

  @Test(
    "would be noticed",
    arguments: [
      "This prevents back pain.", "A cure for sore hips", "it helps\n  for good.", "It will not hurt any more.",
      "guaranteed relief", "You stay pain-free.", "get rid of the pain", "It heals the disc.",
      "This keeps back pain away.",
      "walking protects your back", "No more back pain!", "You will feel better tomorrow.", "fixes your back",
    ])
  func isNoticed(promise: String) { #expect(Self.promises(in: promise).count == 1) }

  @Test(
    "may say what is no promise",
    arguments: ["a good chair", "The cushion is for goods.", "Keep your feet away from the castors.", "It may ease."])
  func isNoPromise(text: String) { #expect(Self.promises(in: text).isEmpty) }

  /// Words that promise an outcome; what studies found is told as what was found.
  private static func promises(in text: String) -> [String] {
    let plain = text.replacing(#/<!--[\s\S]*?-->/#, with: " ").replacing(#/\s+/#, with: " ")
    let pattern =
      #/\b(prevent(s|ed|ing)?|cure[sd]?|heals?|for good|for ever|guarantee[sd]?|(will not|won't|never) hurts?|pain-free|rid of|(keep|keeping|keeps) [a-z ]*pain away|protect(s|ing)? (you|your|against)|no more [a-z ]*pain|you will feel better|fix(es)? your (back|hips?))\b/#
    return plain.matches(of: pattern.ignoresCase()).map { String($0.output.0) }
  }
}

@Suite("The sources of the shipped packs")
struct ShippedSourceTests {
  @Test("make nothing sure that is one measurement, a survey or a single case")
  func kinds() throws {
    var checked = 0
    for pack in try Shipped.everyPack.get() {
      let kinds = Dictionary(uniqueKeysWithValues: pack.sources.map { ($0.id, $0.kind) })
      for evidence in pack.rules.flatMap(\.evidence) + pack.reliefs.flatMap(\.evidence) {
        guard [.strong, .moderate].contains(evidence.strength) else { continue }
        checked += 1
        #expect(["trial", "review", "guideline"].contains(kinds[evidence.source]), "\(evidence.source)")
      }
    }
    #expect(checked > 20)
  }

  @Test("that are studies say where to find them")
  func links() throws {
    let studies: Set = ["trial", "review", "cohort", "survey", "laboratory", "case-report"]
    let sources = try Shipped.pack.get().sources.filter { studies.contains($0.kind) }
    #expect(sources.count > 30)
    for source in sources { #expect(source.link?.hasPrefix("https://") == true, "\(source.id)") }
  }

  @Test("that several packs name are described alike in each")
  func alike() throws {
    var seen: [String: String] = [:]
    var shared = 0
    for folder in try Shipped.library.get().folders {
      let path = Shipped.path("Rules/\(URL(filePath: folder).lastPathComponent)/sources.xml")
      let text = try String(contentsOfFile: path, encoding: .utf8)
      for tag in text.matches(of: #/<source\s+id="([^"]+)"([^>]*)>/#) {
        let attributes = tag.output.2.split(whereSeparator: \.isWhitespace).sorted().joined(separator: " ")
        if let other = seen.updateValue(attributes, forKey: String(tag.output.1)) {
          shared += 1
          #expect(other == attributes, "\(tag.output.1)")
        }
      }
    }
    #expect(shared >= 3)
  }
}
