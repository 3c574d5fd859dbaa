import Ergonomics

extension PersonView {
  func said(_ place: GeneralAdvice.Place) -> [any ViewValue] { optional(assessment.general.texts[place]) }

  var exerciseFields: [Fields] {
    assessment.exercises.map { exercise -> Fields in
      [
        "anchor": anchor("exercise-", exerciseNumbers[exercise.id]), "title": text(exercise.title),
        "kind": text(exercise.kind), "isAtDesk": exercise.isAtDesk,
        "figure": exercise.figure.flatMap { figures[Figures.key($0)] }.map { [$0] as [any ViewValue] } ?? [],
        "muscles": optional(exercise.muscles.isEmpty ? nil : words.listed(exercise.muscles)),
        "steps": texts(exercise.steps),
        "dose": texts(dose(exercise.dose)), "often": text(exercise.dose.often),
        "after": after(exercise),
        "easier": text(exercise.easier), "stopIf": text(exercise.stopIf),
        "cautions": texts(exercise.cautions), "notIf": texts(exercise.notIf),
        "because": references(to: exercise.findings),
      ]
    }
  }

  /// How much, in few words: "3 × 10", "hold 2 s".
  private func dose(_ dose: Exercise.Dose) -> [String] {
    let rounds: String? =
      switch (dose.sets, dose.reps) {
      case (let sets?, let reps?): "\(sets) × \(reps)"
      case (let sets?, nil): words.counted(sets, "rounds")
      case (nil, let reps?): words.counted(reps, "repeats")
      case (nil, nil): nil
      }
    return [rounds, dose.hold.map { words["dose.hold"].filling("{hold}", with: $0) }].compactMap { $0 }
  }

  /// Where the exercise and its dose come from.
  private func after(_ exercise: Assessment.ExerciseAdvice) -> [any ViewValue] {
    let cited = exercise.sources.compactMap(citation)
    guard exercise.doseSource != nil || !cited.isEmpty else { return [] }
    let sources: Fields? = cited.isEmpty ? nil : ["items": row(cited)]
    return [["dose": optional(exercise.doseSource), "sources": someOrNone(sources)] as Fields]
  }

  var reliefs: [Fields] {
    shownReliefs.map { relief -> Fields in
      [
        "title": text(relief.title), "tool": optional(relief.tool == Relief.noTool ? nil : relief.tool),
        "muscles": optional(relief.muscles.isEmpty ? nil : words.listed(relief.muscles)),
        "steps": texts(relief.steps), "duration": text(relief.duration), "pressure": text(relief.pressure),
        "cautions": someOrNone(relief.cautions.isEmpty ? nil : ["items": texts(relief.cautions)]),
        "notIf": texts(relief.notIf),
        "for": evidence(relief.evidence.filter { !$0.isAgainst }),
        "against": evidence(relief.evidence.filter(\.isAgainst)),
        "because": references(to: relief.findings),
      ]
    }
  }

  /// All of them, but on a page with many findings the first two.
  var shownReliefs: [Assessment.ReliefAdvice] { Array(assessment.reliefs.prefix(isLong ? 2 : .max)) }

  var leftOut: [Fields] {
    (assessment.leftOutCorrections + assessment.leftOut).map { advice -> Fields in
      [
        "title": text(advice.title),
        "because": optional(advice.because.isEmpty ? nil : words.listed(advice.because)),
        "unless": optional(advice.unless.isEmpty ? nil : words.listed(advice.unless)),
        "instead": someOrNone(advice.instead.flatMap(exerciseReference)),
      ]
    }
  }

  /// Those that most of the findings load; the others by name.
  var muscles: Fields {
    let most = assessment.muscles.prefix(Self.mostMuscles).map { muscle -> Fields in
      [
        "title": text(muscle.title), "plainName": text(muscle.plainName), "function": text(muscle.function),
        "tenderness": text(muscle.tenderness), "cautions": texts(muscle.cautions),
        "because": references(to: muscle.findings),
      ]
    }
    let others = assessment.muscles.dropFirst(Self.mostMuscles).map(\.plainName)
    return ["items": list(most), "others": optional(others.isEmpty ? nil : words.listed(others))]
  }

  private static let mostMuscles = 3

  func references(to findings: [Rule.ID]) -> [any ViewValue] {
    let references = findings.compactMap(findingReference).prefix(Self.mostReferences)
    return references.isEmpty ? [] : [["items": row(Array(references))] as Fields]
  }

  private static let mostReferences = 2
}
