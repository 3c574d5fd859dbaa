import Ergonomics

extension TeamView {
  func progress(_ progress: TeamSummary.ActionProgress) -> Fields {
    func row(_ key: String, _ tenths: Int) -> Fields {
      ["title": text(words["progress.\(key)"]), "share": text(words.tenths(tenths))]
    }
    let open = [("overdue", progress.overdue), ("waiting", progress.waiting)].compactMap { key, tenths in
      tenths.map { row(key, $0) }
    }
    return [
      "all": list([row("open", progress.open), row("done", progress.done), row("finished", progress.finished)]),
      "ofOpen": someOrNone(open.isEmpty ? nil : ["rows": list(open)]),
      "weeks": optional(progress.weeksToClose.map { words.counted($0, "weeks") }),
    ]
  }
}

extension ReportPhrases {
  /// "About 4 in 10".
  fileprivate func tenths(_ tenths: Int) -> String {
    switch tenths {
    case 0: self["progress.none"]
    case 10: self["progress.all"]
    default: self["progress.some"].filling("{n}", with: String(tenths))
    }
  }
}
