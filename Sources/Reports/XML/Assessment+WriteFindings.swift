import Ergonomics
import Markup

extension Assessment.ScoreResult {
  func write(to writer: inout MarkupWriter) {
    writer.element("score", ["id": id, "region": region?.rawValue, "max": max.map(String.init)]) { writer in
      writer.element("title", text: title)
      writer.text("about", about)
      for band in bands { writer.element("band", ["id": band.id, "from": String(band.from)], text: band.word) }
      now?.write(as: "now", beyond: beyond.now, to: &writer)
      after?.write(as: "after", beyond: beyond.after, to: &writer)
      writer.references("question", openQuestions)
    }
  }
}

extension ScoreInterval {
  fileprivate func write(as name: String, beyond: Int, to writer: inout MarkupWriter) {
    writer.element(
      name,
      [
        "low": String(low), "high": String(high), "level": level, "level-high": levelHigh,
        "beyond": beyond == 0 ? nil : String(beyond),
      ])
  }
}

extension Assessment.PlanStep {
  func write(to writer: inout MarkupWriter) {
    let attributes: MarkupWriter.Attributes = [
      "correction": correction, "turn": turn.rawValue, "with-next": isWithNext ? "yes" : nil,
    ]
    writer.element("step", attributes) { writer in
      writer.points("gives", gives)
      writer.references("solves", solves)
    }
  }
}

extension Assessment.Finding {
  func write(to writer: inout MarkupWriter) {
    writer.element(
      "finding", ["id": id, "grade": grade.rawValue, "figure": figure, "about": isAboutAnswers ? "answers" : nil]
    ) { writer in
      writer.element("title", text: title)
      writer.element("told-us", text: toldUs)
      for reason in reasons {
        writer.element("reason") { writer in
          writer.element("condition", text: reason.condition)
          writer.element("words", text: reason.words)
          writer.references("question", reason.questions)
        }
      }
      writer.element("why", text: why)
      writer.points("adds", adds)
      writer.evidence(evidence)
      writer.references("correction", corrections)
      writer.references("exercise", exercises)
      writer.references("muscle", muscles)
      writer.element("solved", text: solved)
    }
  }
}
