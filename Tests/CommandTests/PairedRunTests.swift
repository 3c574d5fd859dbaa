import Foundation
import Testing

@Suite("Two surveys that differ in answers about health only")
struct PairedRunTests {
  /// With a cell that is not understood, a row that is too short and one in broken encoding.
  private static func survey(_ pain: (Int) -> String) -> [UInt8] {
    let people = (0..<40).map { person in
      "p-\(person),\(person % 2 == 0 ? "A" : "B"),\(person % 3 == 0 ? "stool" : "office_chair"),none,"
        + "\(pain(person)),\(person == 7 ? "much" : "\(person % 10)"),\n"
    }
    let start = "id,team,seat_type,support,has_pain,sitting_time,remark\np-89,A,,,,,\u{FC}\n" + people.joined()
    return Array("\(start)p-90,A,stool\np-91,A,stool,none,\(pain(90)),".utf8) + [0xFC] + Array("8,\n".utf8)
  }

  private static let runs = [
    ["score", "survey.csv", "--keep", "team", "-o", "results.csv", "--rejects", "rejects.csv"],
    ["score", "survey.csv", "--strict", "--format", "ndjson", "-o", "results.ndjson", "--rejects", "strict.csv"],
    ["score", "survey.csv", "--dry-run"],
    ["report", "survey.csv", "--for", "hr", "--by", "team", "--date", "2026-01-31", "-o", "team.html"],
    ["report", "survey.csv", "--for", "hr", "--by", "team", "--date", "2026-01-31", "-o", "team.xml"],
    ["report", "survey.csv", "--for", "hr", "--by", "team", "--date", "2026-01-31", "-o", "team.csv"],
    ["report", "survey.csv", "--for", "ergonomist", "--by", "team", "--date", "2026-01-31", "-o", "list.csv"],
    ["report", "survey.csv", "--for", "hr", "--by", "has_pain", "-o", "pain.html"],
  ]

  @Test("give the same files, messages, exit codes and sizes to an assessor and an employer")
  func same() throws {
    var told: [[String: Data]] = []
    for pain in [{ _ in "no" }, { (person: Int) in person % 4 == 0 ? "yes" : "" }] {
      try Program.inFolder { program in
        try Data(Self.survey(pain)).write(to: program.folder.appending(path: "survey.csv"))
        var outcome: [String: Data] = [:]
        for run in Self.runs {
          let result = try program.run(run + ["--pack", Program.smallPack])
          outcome[run.joined(separator: " ")] = Data("\(result.code)\n\(result.out)\n\(result.err)".utf8)
        }
        for name in try FileManager.default.contentsOfDirectory(atPath: program.folder.path) {
          let content = try Data(contentsOf: program.folder.appending(path: name))
          // The key of a ledger is drawn at random; its size must not tell either.
          outcome[name] = name == "sitwell.ledger" ? Data("\(content.count)".utf8) : content
        }
        outcome["survey.csv"] = nil
        told.append(outcome)
      }
    }
    #expect(told[0].count > Self.runs.count + 7)
    for name in Set(told[0].keys).union(told[1].keys) {
      #expect(
        told[0][name] == told[1][name], "\(name): \(told.map { String(decoding: $0[name] ?? Data(), as: UTF8.self) })")
    }
  }
}
