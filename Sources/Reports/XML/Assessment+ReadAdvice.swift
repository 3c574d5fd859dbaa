import Ergonomics
import Markup

extension Assessment.CorrectionAdvice {
  init(_ correction: MarkupElement) throws {
    self.init(
      id: try correction.attribute("id"), title: try correction.text("title"), effort: try correction.word("effort"),
      who: try correction.text("who"), minutes: try correction.number("minutes"), cost: try correction.word("cost"),
      item: correction.optionalText("item"), steps: correction.texts("step"),
      worksWhen: correction.optionalText("works-when"), days: try correction.optionalNumber("days"),
      onlyIf: correction.texts("only-if"), notIf: correction.texts("not-if"))
    figure = correction["figure"]
    aims = try correction.elements("aim").map {
      .init(question: try $0.attribute("question"), from: try $0.attribute("from"), to: try $0.attribute("to"))
    }
  }
}

extension Assessment.ExerciseAdvice {
  init(_ exercise: MarkupElement) throws {
    let dose = try exercise.child("dose")
    self.init(
      id: try exercise.attribute("id"), title: try exercise.text("title"), kind: try exercise.attribute("kind"),
      figure: exercise["figure"], isAtDesk: exercise.claims("at-desk"), muscles: exercise.texts("muscle"),
      steps: exercise.texts("step"),
      dose: .init(
        sets: try dose.optionalNumber("sets"), reps: try dose.optionalNumber("reps"), hold: dose.optionalText("hold"),
        often: try dose.text("often"), days: try dose.optionalNumber("days"),
        minutes: try dose.optionalNumber("minutes")),
      doseSource: dose["source"], sources: try exercise.references("source"), easier: try exercise.text("easier"),
      stopIf: try exercise.text("stop-if"),
      cautions: exercise.texts("caution"), notIf: exercise.texts("not-if"),
      findings: try exercise.references("finding"))
  }
}

extension Assessment.ReliefAdvice {
  init(_ relief: MarkupElement) throws {
    self.init(
      id: try relief.attribute("id"), title: try relief.text("title"), tool: try relief.text("tool"),
      muscles: relief.texts("muscle"), steps: relief.texts("step"), duration: try relief.text("duration"),
      pressure: try relief.text("pressure"), cautions: relief.texts("caution"), notIf: relief.texts("not-if"),
      evidence: try relief.evidence(), findings: try relief.references("finding"))
  }
}

extension Assessment.LeftOut {
  init(_ advice: MarkupElement) throws {
    self.init(
      id: try advice.attribute("id"), title: try advice.text("title"), because: advice.texts("because"),
      unless: advice.texts("unless"), instead: advice["instead"])
  }
}

extension Assessment.MuscleLoad {
  init(_ muscle: MarkupElement) throws {
    self.init(
      id: try muscle.attribute("id"), title: try muscle.text("title"), plainName: try muscle.text("plain-name"),
      function: try muscle.text("function"), tenderness: try muscle.text("tenderness"),
      cautions: muscle.texts("caution"), findings: try muscle.references("finding"))
  }
}
