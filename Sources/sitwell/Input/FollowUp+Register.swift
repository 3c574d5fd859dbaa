import Ergonomics
import Register
import Reports

extension FollowUp {
  /// What a register tells beside the answers of a day.
  ///
  /// - Throws: `Failure` where nothing says whose answers they are, `RegisterFailure.unknownPerson`.
  init(
    of answers: Answers, at workstation: String, in register: Register, _ assessors: [Assessor], on day: String
  ) throws {
    guard let id = answers.id else {
      throw Failure.usage("nothing says whose answers they are\n  help: name the person with --id")
    }
    _ = try register.person(id)
    var filter = ActionFilter()
    (filter.person, filter.states) = (id, ActionState.allCases)
    let actions = try register.actions(filter).filter { $0.workstation == workstation }
    self.init(
      parts: try assessors.compactMap { assessor in
        try register.assessment(before: day, of: id, at: workstation, by: assessor).map {
          Part(now: assessor.outcomes(of: answers, date: day), before: $0)
        }
      },
      actions: actions.map {
        Action(
          correction: $0.correction, title: $0.title, state: $0.state.rawValue, owner: $0.owner, due: $0.due,
          changed: $0.changed)
      },
      reviewDue: try register.reviewDue(of: id, at: workstation))
  }
}
