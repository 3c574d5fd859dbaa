import Ergonomics
import Surveys

extension [(file: String, summary: SurveySummary)] {
  /// What people should know of files besides the count. Of a problem, its own words name the file.
  func notes(hasRejectsFile: Bool) -> String {
    let total = map(\.summary).total
    var notes = ownNotes
    notes += total.problems.map { "warning: \($0)\n" }
    if !total.unusedColumns.isEmpty {
      notes.append("not read, and in no output: \(total.unusedColumns.listed)\n")
    }
    if total.idsNotRemembered > 0 {
      notes.append("the ids of \(total.idsNotRemembered) rows were too many to compare: a double among them counts\n")
    }
    if total.idsOfEarlierFiles > 0 {
      notes.append(
        "\(total.idsOfEarlierFiles) rows have an id that stands in an earlier file too: each of them counts\n")
    }
    if total.hasRejects, !hasRejectsFile { notes.append("--rejects FILE lists what could not be read\n") }
    return notes.joined()
  }
}

extension [(file: String, summary: SurveySummary)] {
  /// From so many files on, what is the same of all of them is said once.
  private static var few: Int { 3 }

  /// What is to be said of single files.
  private var ownNotes: [String] {
    if count == 1 { return self[0].summary.notes }
    let all = flatMap { file, summary in summary.notes.map { (file: file, note: $0) } }
    let files = Dictionary(grouping: all, by: \.note).mapValues { $0.map(\.file) }
    return all.compactMap { file, note in
      guard let same = files[note], same.count > Self.few else { return "\(file.printable): \(note)" }
      if file != same[0] { return nil }
      return same.count == count
        ? "all \(count) files: \(note)" : "\(file.printable) and \(same.count - 1) more files: \(note)"
    }
  }
}

extension SurveySummary {
  /// Of one file, a line each.
  fileprivate var notes: [String] {
    let kind = [platform.name, origin?.printable, encoding?.rawValue].compactMap(\.self).joined(separator: ", ")
    var notes = ["read as \(kind)\n"]
    if let ids { notes.append(ids) }
    if !missingQuestions.isEmpty {
      notes.append("questions without a column stay open: \(missingQuestions.joined(separator: ", "))\n")
    }
    let kinds = SetAsideReason.allCases.compactMap { kind in
      setAsideByKind[kind].map { "\($0) \(kind.rawValue)\(lines(kind))" }
    }
    if !kinds.isEmpty { notes.append("set aside: \(kinds.joined(separator: ", "))\n") }
    if setAsideByKind[.duplicate] == nil, noted[.duplicate] != nil {
      notes.append("ids that stand in an earlier row too\(lines(.duplicate))\n")
    }
    return notes
  }

  /// How people are told apart, where that is not by a column `id`.
  private var ids: String? {
    if !idColumns.isEmpty {
      return idColumns == ["id"]
        ? nil
        : idColumns == [""]
          ? "ids are taken from the column without a heading\n"
          : "ids are taken from the column '\(idColumns.joined(separator: "', '").printable)'\n"
    }
    guard let suggestion = idSuggestion else { return "no column of ids is found: the results are numbered by row\n" }
    let repeats =
      suggestion.repeated > 0 ? ", where \(suggestion.repeated) of the first rows repeat an earlier one" : ""
    return "warning: no column of ids is found: the results are numbered by row\n"
      + "  help: --id-column '\(suggestion.column.printable)' tells people apart by that column\(repeats)\n"
  }

  /// ` (lines 2, 7 and more)`
  private func lines(_ kind: SetAsideReason) -> String {
    guard let rows = noted[kind], !rows.isEmpty else { return "" }
    let all = rows.map { $0.id.isEmpty || kind.isNobody ? "\($0.line)" : "\($0.line): '\($0.id.printable)'" }
    let more = (setAsideByKind[kind] ?? rejected) > rows.count ? ", …" : ""
    return " (line\(rows.count > 1 ? "s" : "") \(all.joined(separator: ", "))\(more))"
  }
}

extension [String] {
  private static let mostNames = 100

  fileprivate var listed: String {
    let more = count - Self.mostNames
    let names = prefix(Self.mostNames).map { $0.isEmpty ? "one without a heading" : $0 }
    return names.joined(separator: ", ").printable + (more > 0 ? ", and \(more) more" : "")
  }
}
