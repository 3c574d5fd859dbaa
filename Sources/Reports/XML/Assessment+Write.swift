import Ergonomics
import Markup

extension Assessment {
  /// - Parameter answersHash: Of what all assessments of the file tell.
  func write(to writer: inout MarkupWriter, namespace: String? = nil, answersHash: String) {
    let tells = header.disclosure == .everything ? nil : header.disclosure.rawValue
    let attributes: MarkupWriter.Attributes = [
      "date": header.date, "answers-hash": answersHash, "withheld": isWithheld ? "yes" : nil, "tells": tells,
      "drawn": isDrawn ? nil : "no",
    ]
    writer.element("assessment", namespace: namespace, attributes) { writer in
      header.write(to: &writer)
      writer.group("care-cards", careCards) { $0.write(to: &$1) }
      writeWhatNeedsHelpAtOnce(to: &writer)
      general.write(to: &writer)
      writer.group("scores", scores) { $0.write(to: &$1) }
      decision?.write(to: &writer)
      writer.group("plan", plan) { $0.write(to: &$1) }
      writer.group("findings", findings) { $0.write(to: &$1) }
      writer.group("open", open) { $0.write(to: &$1) }
      writer.group("clear", clear) { $0.write(to: &$1) }
      writer.group("not-applicable", notApplicable) { $0.write(to: &$1) }
      writer.group("corrections", corrections) { $0.write(to: &$1) }
      writer.group("exercises", exercises) { $0.write(to: &$1) }
      writer.group("reliefs", reliefs) { $0.write(to: &$1) }
      writer.group("left-out", leftOut) { $0.write(to: &$1) }
      writer.group("left-out-corrections", leftOutCorrections) { $0.write(to: &$1) }
      writer.group("muscles", muscles) { $0.write(to: &$1) }
      writer.group("answers", answers) { $0.write(to: &$1) }
      writer.group("sources", sources) { $0.write(to: &$1) }
    }
  }
}

extension Assessment {
  fileprivate func writeWhatNeedsHelpAtOnce(to writer: inout MarkupWriter) {
    if atOnce.isEmpty, emergencyNumbers.isEmpty { return }
    writer.element("at-once") { writer in
      writer.texts("sign", atOnce)
      for number in emergencyNumbers { writer.element("number", ["place": number.place], text: number.number) }
    }
  }
}

extension MarkupWriter {
  /// An element around items; none without items.
  fileprivate mutating func group<Item>(_ name: String, _ items: [Item], write: (Item, inout MarkupWriter) -> Void) {
    if items.isEmpty { return }
    element(name) { writer in for item in items { write(item, &writer) } }
  }

  mutating func texts(_ name: String, _ texts: [String]) { for text in texts { element(name, text: text) } }

  mutating func text(_ name: String, _ text: String?) { if let text { element(name, text: text) } }

  /// References to things held elsewhere in the document.
  mutating func references(_ name: String, _ ids: [String]) { for id in ids { element(name, ["ref": id]) } }

  mutating func points(_ name: String, _ points: [Rule.Points]) {
    for points in points { element(name, ["score": points.score, "points": String(points.points)]) }
  }

  mutating func evidence(_ evidence: [Evidence]) {
    for item in evidence {
      let against = item.isAgainst ? "yes" : nil
      element(
        "evidence", ["source": item.source, "strength": item.strength.rawValue, "against": against], text: item.text)
    }
  }
}

extension Assessment.Header {
  fileprivate func write(to writer: inout MarkupWriter) {
    writer.text("person", personID)
    writer.element("program", ["version": programVersion])
    let pack: MarkupWriter.Attributes = [
      "id": packID, "version": packVersion, "hash": packHash, "signing-key": packKey, "language": language,
    ]
    writer.element("pack", pack) { writer in
      writer.element("title", text: packTitle)
      writer.texts("attribution", attribution)
    }
  }
}

extension Assessment.Decision {
  fileprivate func write(to writer: inout MarkupWriter) {
    writer.element("decision", ["answers": String(answers)]) { writer in
      for level in levels {
        writer.element("level", ["score": level.score, "band": level.band.id])
      }
    }
  }
}

extension Assessment.CareAdvice {
  fileprivate func write(to writer: inout MarkupWriter) {
    writer.element("care", ["id": id, "level": level.rawValue]) { writer in
      writer.element("title", text: title)
      writer.texts("sign", signs)
      writer.element("ask", text: ask)
      writer.element("soon", text: soon)
      writer.texts("text", text)
      writer.references("source", sources)
    }
  }
}

extension Assessment.RuleMention {
  fileprivate func write(to writer: inout MarkupWriter) {
    let attributes: MarkupWriter.Attributes = [
      "id": id, "unmeasured": isUnmeasured ? "yes" : nil, "beside-finding": isBesideFinding ? "yes" : nil,
    ]
    writer.element("rule", attributes) { writer in
      writer.element("title", text: title)
      writer.points("adds", adds)
      writer.element("solved", text: solved)
      writer.references("proven-by", provenBy)
    }
  }
}

extension Assessment.OpenRule {
  fileprivate func write(to writer: inout MarkupWriter) {
    writer.element("rule", ["id": id]) { writer in
      writer.element("title", text: title)
      writer.points("adds", adds)
      writer.references("question", decidedBy)
    }
  }
}

extension Assessment.AnswerRecord {
  fileprivate func write(to writer: inout MarkupWriter) {
    let sensitive = isSensitive ? "yes" : nil
    let attributes: MarkupWriter.Attributes = [
      "question": id, "state": state.rawValue, "sensitive": sensitive, "drawn-as": drawn?.what.rawValue,
      "number": drawn.map { String($0.now) }, "planned": drawn.map { String($0.planned) },
      "measured-in": measuredIn?.rawValue, "several-limits": hasSeveralLimits ? "yes" : nil,
      "target-beside": target?.beside, "target-from": target?.from, "target-to": target?.to, "target": target?.ends,
    ]
    writer.element("answer", attributes) { writer in
      writer.element("section", text: section)
      writer.element("label", text: label)
      writer.element("text", text: question)
      writer.text("words", words)
      writer.text("code", code)
      writer.references("finding", findings)
    }
  }
}

extension Source {
  fileprivate func write(to writer: inout MarkupWriter) {
    writer.element("source", ["id": id, "year": year.map(String.init), "kind": kind]) { writer in
      writer.element("citation", text: citation)
      writer.text("link", link)
      writer.text("note", note)
    }
  }
}
