import Ergonomics

extension [Problem] {
  /// Sorted by place, what comes of one cause told once: an unknown name where it is named first, with the number of places;
  /// so the answers that a question does not take. What tests a pack is read after what it tests.
  func byCause(tests: Set<String>) -> [Problem] {
    let sorted = sorted {
      let (a, b) = (tests.contains($0.place.file), tests.contains($1.place.file))
      return a == b ? $0 < $1 : b
    }
    let groups = Dictionary(grouping: sorted.indices) { sorted[$0].cause ?? "\($0)" }
    return groups.values.sorted { $0[0] < $1[0] }.map { places in
      sorted[places[0]].named(elsewhere: places.count - 1)
    }
  }
}

extension Problem {
  /// The same of all problems that have one cause; `nil` of one that stands for itself.
  fileprivate var cause: String? {
    switch code {
    case .unknownQuestion, .unknownMeasure, .unknownTable, .unknownScore, .unknownRule, .unknownCorrection,
      .unknownExercise, .unknownRelief, .unknownMuscle, .unknownSource, .unknownOption, .unknownLevel:
      summary
    case .answerNotAccepted: "\(code.rawValue) \(summary.prefix { $0 != ":" })"
    default: nil
    }
  }

  fileprivate func named(elsewhere count: Int) -> Problem {
    if count == 0 { return self }
    let places = "\(count) other place\(count == 1 ? "" : "s")"
    return Problem(
      code: code, place: place,
      summary: code == .answerNotAccepted
        ? "\(summary), nor are its answers in \(places)" : "\(summary), named in \(places), too",
      excerpt: excerpt, help: help, paste: paste)
  }
}
