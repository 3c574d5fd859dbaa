import Ergonomics
import Forms
import Workbench

/// What a test of a pack found, for people and for programs.
struct PackTestReport {
  let pack: Pack
  let test: PackTest
  /// Where it is asked for.
  let worthALook: PackNotes?

  private var coverage: [(id: String, words: String, coverage: PackTest.Coverage)] {
    [
      ("outcomes", "outcomes that rules can have", test.outcomes),
      ("branches", "conditions that hold, do not hold, and decide", test.branches),
      ("limits", "sides of limits", test.boundaries),
      ("options", "options", test.options),
    ]
  }

  var text: String {
    let rules = "\(pack.stamp): \(pack.rules.count) rules, \(test.examples) examples"
    let shown = coverage.map { "  \($0.words): \($0.coverage.met) of \($0.coverage.all)" }
    let changes = [
      "  changes that an example notices: \(test.killed) of \(test.mutants - test.equivalent.count)"
        + (test.isAllNoticed ? "" : "; \(test.survivors.count + test.notProved.count) would pass"),
      "  changes that nobody can notice: \(test.equivalent.count)",
    ]
    let untried = "  not tried: mistakes in \(test.untried.map(\.rawValue).joined(separator: ", "))"
    let blocks = [rules + ", of which are shown"] + shown + changes + (test.untried.isEmpty ? [] : [untried])
    return (blocks + survivors + missing + notes + looks).joined(separator: "\n") + "\n"
  }

  private var survivors: [String] {
    test.suggestions.flatMap { suggestion in
      [""] + suggestion.survivors.map { "\($0.place.words): \($0.words) is not noticed" }
        + ["  would be noticed by this\(Self.where(suggestion)):", suggestion.xml]
    }
  }

  private static func `where`(_ suggestion: PackTest.Suggestion) -> String {
    if suggestion.isFile { return ", as the file \(suggestion.place.words)" }
    let end = " example, before </\(suggestion.element)>"
    return suggestion.place.line == nil
      ? "\(end) of the file \(suggestion.place.words), which stands above"
      : "\(end) of what begins at \(suggestion.place.words)"
  }

  /// But for what a change that is not noticed tells already.
  private var missing: [String] {
    let told = Set(test.survivors.map(\.place))
    let left = coverage.flatMap(\.coverage.missing).filter { !told.contains($0.place) }
    let lines = left.map(\.example).withoutDoubles.flatMap { example -> [String] in
      let shown = left.filter { $0.example == example }.map { "\($0.place.words): no example shows \($0.words)" }
      return shown + (example.map { ["  would be shown by this example, before </rule>:", $0] } ?? [])
    }
    return lines.isEmpty ? [] : ["", "what no example shows is no mistake, but worth an example"] + lines
  }

  private var notes: [String] {
    let lines = notProved.map { "\($0.place.words): not proved, \($0.words)" }
    return lines.isEmpty ? [] : [""] + lines
  }

  private var notProved: [PackTest.Missing] {
    test.notProved.map { .init(place: $0.place, words: "whether anybody can notice \($0.words)") }
      + test.tooLarge.map {
        .init(
          place: $0.place, words: "what \($0.words) can come to: more than \(AnswerSpace.limit) combinations")
      }
  }

  var json: String {
    let document: JSONValue = [
      "pack": .text(pack.stamp), "rules": .whole(pack.rules.count), "examples": .whole(test.examples),
      "coverage": .object(coverage.map { ($0.id, value(of: $0.coverage)) }),
      "mutation": [
        "mutants": .whole(test.mutants), "killed": .whole(test.killed), "score": .whole(test.score),
        "untried": .list(test.untried.map { .text($0.rawValue) }),
        "equivalent": .list(test.equivalent.map { value(of: $0) }),
        "notProved": .list(test.notProved.map { value(of: $0) }),
        "survivors": .list(
          test.suggestions.map { suggestion in
            [
              "changes": .list(suggestion.survivors.map { value(of: $0) }), "file": .text(suggestion.place.file),
              "line": suggestion.place.line.map(JSONValue.whole), "before": .text("</\(suggestion.element)>"),
              "example": .text(suggestion.xml),
            ]
          }),
      ],
      "notProved": .list(notProved.map { value(of: $0) }),
      "notes": worthALook.map { value(of: $0) },
    ]
    return String(decoding: document.bytes, as: UTF8.self)
  }

  private func value(of coverage: PackTest.Coverage) -> JSONValue {
    [
      "all": .whole(coverage.all), "met": .whole(coverage.met),
      "missing": .list(coverage.missing.map { value(of: $0) }),
    ]
  }

  private func value(of missing: PackTest.Missing) -> JSONValue {
    [
      "file": .text(missing.place.file), "line": missing.place.line.map(JSONValue.whole), "what": .text(missing.words),
      "example": missing.example.map(JSONValue.text),
    ]
  }

  private func value(of survivor: PackTest.Survivor) -> JSONValue {
    [
      "file": .text(survivor.place.file), "line": survivor.place.line.map(JSONValue.whole),
      "rule": .text(survivor.rule), "change": .text(survivor.words),
    ]
  }
}

extension Problem.Place {
  /// `file:line`, as editors jump to it.
  var words: String { line.map { "\(file):\($0)" } ?? file }
}
