import Ergonomics

extension ActionList {
  /// One of everything that a list can show, without content: what templates are checked against.
  static let specimen: ActionList = {
    let correction = Assessment.CorrectionAdvice(
      id: "", title: "", effort: .buy, who: "", minutes: 1, cost: .low, item: "", steps: [], worksWhen: nil)
    let action = Action(correction: correction, findings: [Finding(id: "", title: "")])
    var list = ActionList(header: Assessment.specimen.header, grouping: "")
    list.people = [
      Person(id: "", group: "", actions: [action], undetermined: ["rule"]),
      Person(id: "", group: "", actions: [], undetermined: []),
    ]
    list.omissions = TeamSummary.specimen.omissions
    return list
  }()
}
