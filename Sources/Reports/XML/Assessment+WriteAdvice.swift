import Ergonomics
import Markup

extension Assessment.CorrectionAdvice {
  func write(to writer: inout MarkupWriter) {
    let attributes: MarkupWriter.Attributes = [
      "id": id, "effort": effort.rawValue, "cost": cost.rawValue, "minutes": String(minutes),
      "days": days.map(String.init), "figure": figure,
    ]
    writer.element("correction", attributes) { writer in
      writer.element("title", text: title)
      writer.element("who", text: who)
      writer.text("item", item)
      writer.texts("step", steps)
      writer.text("works-when", worksWhen)
      for aim in aims { writer.element("aim", ["question": aim.question, "from": aim.from, "to": aim.to]) }
      writer.texts("only-if", onlyIf)
      writer.texts("not-if", notIf)
    }
  }
}

extension Assessment.ExerciseAdvice {
  func write(to writer: inout MarkupWriter) {
    let attributes: MarkupWriter.Attributes = [
      "id": id, "kind": kind, "figure": figure, "at-desk": isAtDesk ? "yes" : nil,
    ]
    writer.element("exercise", attributes) { writer in
      writer.element("title", text: title)
      writer.texts("muscle", muscles)
      writer.texts("step", steps)
      let amount: MarkupWriter.Attributes = [
        "sets": dose.sets.map(String.init), "reps": dose.reps.map(String.init), "days": dose.days.map(String.init),
        "minutes": dose.minutes.map(String.init), "source": doseSource,
      ]
      writer.element("dose", amount) { writer in
        writer.text("hold", dose.hold)
        writer.element("often", text: dose.often)
      }
      writer.references("source", sources)
      writer.element("easier", text: easier)
      writer.element("stop-if", text: stopIf)
      writer.texts("caution", cautions)
      writer.texts("not-if", notIf)
      writer.references("finding", findings)
    }
  }
}

extension Assessment.ReliefAdvice {
  func write(to writer: inout MarkupWriter) {
    writer.element("relief", ["id": id]) { writer in
      writer.element("title", text: title)
      writer.element("tool", text: tool)
      writer.texts("muscle", muscles)
      writer.texts("caution", cautions)
      writer.texts("step", steps)
      writer.element("duration", text: duration)
      writer.element("pressure", text: pressure)
      writer.texts("not-if", notIf)
      writer.evidence(evidence)
      writer.references("finding", findings)
    }
  }
}

extension Assessment.LeftOut {
  func write(to writer: inout MarkupWriter) {
    writer.element("advice", ["id": id, "instead": instead]) { writer in
      writer.element("title", text: title)
      writer.texts("because", because)
      writer.texts("unless", unless)
    }
  }
}

extension Assessment.MuscleLoad {
  func write(to writer: inout MarkupWriter) {
    writer.element("muscle", ["id": id]) { writer in
      writer.element("title", text: title)
      writer.element("plain-name", text: plainName)
      writer.element("function", text: function)
      writer.element("tenderness", text: tenderness)
      writer.texts("caution", cautions)
      writer.references("finding", findings)
    }
  }
}
