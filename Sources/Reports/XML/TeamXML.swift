import Ergonomics
import Markup

/// A team report as XML, in the form that `team.xsd` describes.
package enum TeamXML {
  static let namespace = "urn:sitwell:team:1"

  /// The same summary gives the same bytes.
  package static func bytes(of summary: TeamSummary) -> [UInt8] {
    var writer = MarkupWriter()
    summary.write(to: &writer)
    return writer.takeBytes()
  }
}

extension TeamSummary {
  fileprivate func write(to writer: inout MarkupWriter) {
    let attributes: MarkupWriter.Attributes = [
      "date": header.date, "by": header.grouping, "smallest-group": String(header.smallestGroup),
      "invited": header.invited.map(String.init), "other-reports": header.otherReports.map(String.init),
    ]
    writer.element("team-report", namespace: TeamXML.namespace, attributes) { writer in
      header.write(to: &writer)
      facts?.write("findings", to: &writer)
      health?.write("health", to: &writer)
      writer.some("scores", scores) { $0.write(to: &$1) }
      writer.some("actions", actions) { $0.write(to: &$1) }
      if !equipment.isEmpty {
        writer.element("equipment", ["currency": prices?.currency, "prices-of": prices?.asOf]) { writer in
          for item in equipment { item.write(to: &writer) }
        }
      }
      change?.write(to: &writer)
      progress?.write(to: &writer)
      writer.some("not-asked", unasked) { $0.write(to: &$1) }
      writer.some("left-out", omissions) { $0.write(to: &$1) }
    }
  }
}

extension MarkupWriter {
  fileprivate mutating func some<Item>(_ name: String, _ items: [Item], write: (Item, inout MarkupWriter) -> Void) {
    if items.isEmpty { return }
    element(name) { writer in for item in items { write(item, &writer) } }
  }

  fileprivate mutating func step(_ name: String, _ step: CountStep) {
    element(name, ["low": String(step.low), "high": step.high.map(String.init)])
  }

  /// An element without ends where nothing is told.
  fileprivate mutating func told(_ name: String, _ step: CountStep?) {
    element(name, ["low": step.map { String($0.low) }, "high": step?.high.map(String.init)])
  }

  fileprivate mutating func reaches(_ reach: TeamSummary.Reach) {
    element("reaches", ["low": String(reach.low), "high": reach.high.map(String.init)])
  }

  /// By column, then for everyone.
  fileprivate mutating func row(_ row: TeamSummary.Row) {
    for cell in row.cells { step("count", cell) }
    step("everyone", row.everyone)
  }
}

extension TeamSummary.Header {
  fileprivate func write(to writer: inout MarkupWriter) {
    writer.element("program", ["version": programVersion])
    writer.element("pack", ["id": packID, "version": packVersion, "hash": packHash, "language": language]) { writer in
      writer.element("title", text: packTitle)
      writer.texts("attribution", attribution)
    }
  }
}

extension TeamSummary.Table {
  fileprivate func write(_ name: String, to writer: inout MarkupWriter) {
    writer.element(name, ["step": String(stepWidth)]) { writer in
      writer.element("columns") { writer in
        for column in columns {
          writer.element("column", ["pooled": column.isPooled ? "yes" : nil]) { $0.texts("team", column.teams) }
        }
      }
      writer.some("unshown", unshown) { $1.element("team", text: $0) }
      writer.element("answered") { $0.row(answered) }
      for finding in findings {
        writer.element("finding", ["rule": finding.id]) { writer in
          writer.element("title", text: finding.title)
          writer.row(finding.people)
        }
      }
    }
  }
}

extension TeamSummary.Spread {
  fileprivate func write(to writer: inout MarkupWriter) {
    writer.element("score", ["id": id]) { writer in
      writer.element("title", text: title)
      writer.text("about", about)
      writer.element("scored") { $0.row(scored) }
      for cut in cuts {
        writer.element("at-least", ["band": cut.band.id, "high": cut.isHigh ? "yes" : nil]) { writer in
          writer.element("word", text: cut.band.word)
          writer.row(cut.people)
        }
      }
    }
  }
}

extension TeamSummary.Action {
  fileprivate func write(to writer: inout MarkupWriter) {
    let attributes: MarkupWriter.Attributes = [
      "correction": id, "part": part.rawValue, "effort": effort.rawValue, "minutes": String(minutes),
      "cost": cost.rawValue,
    ]
    writer.element("action", attributes) { writer in
      writer.element("title", text: title)
      writer.element("who", text: who)
      writer.text("item", item)
      writer.reaches(reaches)
      writer.references("finding", findings)
    }
  }
}

extension TeamSummary.Equipment {
  fileprivate func write(to writer: inout MarkupWriter) {
    writer.element("item", ["cost": cost.rawValue, "who": who]) { writer in
      writer.element("name", text: item)
      writer.reaches(reaches)
      if let price {
        writer.element(
          "price",
          [
            "from": String(price.range.lowerBound), "to": String(price.range.upperBound),
            "rough": price.isRough ? "yes" : nil,
          ])
      }
      writer.references("finding", findings)
    }
  }
}

extension TeamSummary.Change {
  fileprivate func write(to writer: inout MarkupWriter) {
    writer.element("change", ["since": earlier]) { writer in
      writer.element("columns") { $0.texts("team", teams) }
      for round in rounds {
        writer.element("round", ["name": round.name, "invited": round.invited.map(String.init)]) { writer in
          if let answered = round.answered { writer.step("answered", answered) }
        }
      }
      for row in rows { row.write(to: &writer) }
    }
  }
}

extension TeamSummary.ChangeRow {
  fileprivate func write(to writer: inout MarkupWriter) {
    let attributes: MarkupWriter.Attributes =
      switch subject {
      case .finding(let rule): ["rule": rule, "step": String(stepWidth)]
      case .score(let score, let band): ["score": score, "band": band, "step": String(stepWidth)]
      }
    writer.element("row", attributes) { writer in
      writer.element("title", text: title)
      for (place, change) in steps.enumerated() {
        writer.element("steps", ["by": change.map(String.init)]) { writer in
          writer.told("before", before[place])
          writer.told("now", now[place])
        }
      }
      for step in everyone { writer.told("everyone", step) }
    }
  }
}

extension TeamSummary.ActionProgress {
  fileprivate func write(to writer: inout MarkupWriter) {
    let attributes: MarkupWriter.Attributes = [
      "open": String(open), "done": String(done), "finished": String(finished), "overdue": overdue.map(String.init),
      "waiting": waiting.map(String.init), "weeks-to-close": weeksToClose.map(String.init),
    ]
    writer.element("progress", attributes)
  }
}

extension TeamSummary.Unasked {
  fileprivate func write(to writer: inout MarkupWriter) {
    let attributes: MarkupWriter.Attributes = [
      "id": id, "asked": isAsked ? "yes" : "no", "asked-before": wasAsked.map { $0 ? "yes" : "no" }, "heading": heading,
    ]
    writer.element("question", attributes) { writer in
      writer.element("text", text: text)
      writer.texts("not-told", findings)
    }
  }
}

extension TeamSummary.Omission {
  fileprivate func write(to writer: inout MarkupWriter) {
    let attributes: MarkupWriter.Attributes = [
      "file": place.file, "line": place.line.map(String.init), "column": place.column.map(String.init),
    ]
    writer.element("place", attributes, text: words)
  }
}
