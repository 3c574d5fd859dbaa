extension Assessment {
  /// A correction to make, and the findings it is to take away.
  package struct Action: Sendable, Hashable {
    package let correction: Correction.ID
    /// In the order of the assessment.
    package let findings: [Rule.ID]
  }

  /// What there is to do: the steps of the plan, then, for each finding that no step sees to, the first of its corrections.
  package var actions: [Action] {
    let planned = plan.map { step in
      (step.correction, findings.filter { step.solves.contains($0.id) || $0.corrections.contains(step.correction) })
    }
    let seenTo = Set(planned.flatMap { $0.1.map(\.id) })
    let rest = findings.filter { !seenTo.contains($0.id) }
    let others = rest.compactMap(\.corrections.first).withoutDoubles.map { correction in
      (correction, rest.filter { $0.corrections.first == correction })
    }
    return (planned + others).map { Action(correction: $0.0, findings: $0.1.map(\.id)) }
  }
}
