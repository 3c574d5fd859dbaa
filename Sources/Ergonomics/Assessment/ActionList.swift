/// What to do at the workstation of each person of a survey: exact, for whoever assesses the places, and for nobody else.
///
/// Holds nothing that an answer about health decides.
package struct ActionList: Sendable, Hashable {
  /// Of the pack; nobody's id.
  package var header: Assessment.Header
  /// Heading of the column that was kept, such as the team.
  package var grouping: String?
  /// In the order of the survey.
  package var people: [Person] = []
  /// What of the survey is not in it.
  package var omissions: [TeamSummary.Omission] = []

  package init(header: Assessment.Header, grouping: String?) { (self.header, self.grouping) = (header, grouping) }

  package struct Person: Sendable, Hashable {
    package var id: String
    /// What the kept column says.
    package var group: String
    package var actions: [Action]
    /// Rules that missing answers leave open, in pack order: neither found nor fine.
    package var undetermined: [Rule.ID]

    package init(id: String, group: String, actions: [Action], undetermined: [Rule.ID]) {
      (self.id, self.group, self.actions, self.undetermined) = (id, group, actions, undetermined)
    }
  }

  package struct Action: Sendable, Hashable {
    package var correction: Assessment.CorrectionAdvice
    package var findings: [Finding]

    package init(correction: Assessment.CorrectionAdvice, findings: [Finding]) {
      (self.correction, self.findings) = (correction, findings)
    }
  }

  package struct Finding: Sendable, Hashable {
    package var id: Rule.ID
    package var title: String
    package init(id: Rule.ID, title: String) { (self.id, self.title) = (id, title) }
  }
}

extension Assessor {
  /// An empty list for people assessed by the pack.
  ///
  /// - Parameter date: `YYYY-MM-DD`.
  package func actionList(by grouping: String?, date: String) -> ActionList {
    ActionList(header: header(of: nil, date: date, .workstation), grouping: grouping)
  }

  /// A line for each action of a person. An emergency answer changes nothing in it, as a gap would tell of it.
  package func listed(_ answers: Answers, group: String) -> ActionList.Person {
    let assessment = assess(answers, date: "", .workstation)
    let corrections = Dictionary(uniqueKeysWithValues: assessment.corrections.map { ($0.id, $0) })
    let titles = Dictionary(uniqueKeysWithValues: assessment.findings.map { ($0.id, $0.title) })
    let actions = assessment.actions.compactMap { action in
      corrections[action.correction].map { correction in
        ActionList.Action(
          correction: correction, findings: action.findings.map { .init(id: $0, title: titles[$0] ?? $0) })
      }
    }
    return ActionList.Person(
      id: answers.id ?? "", group: group, actions: actions, undetermined: assessment.open.map(\.id))
  }
}
