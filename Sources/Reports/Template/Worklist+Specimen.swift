import Ergonomics

extension Worklist {
  /// One of everything that a worklist can show, without content: what templates are checked against.
  static let specimen: Worklist = {
    let bands = [Band(id: "low", from: 0, word: ""), Band(id: "high", from: 1, word: "")]
    let score = Score(
      title: "", interval: ScoreInterval(low: 1, high: 1, level: "high", levelHigh: "high"), bands: bands)
    let workstation = Workstation(
      person: "", team: "", name: "", assessed: "", scores: [score], openRules: 1, reviewDue: "", openActions: 1,
      overdueActions: 1, unconfirmedActions: 1)
    let action = Action(
      number: 1, person: "", team: "", workstation: "", title: "", item: "item", findings: [""], state: "", owner: "",
      due: "", isOverdue: true)
    return Worklist(
      date: "", language: "en", programVersion: "", team: "", workstations: Array(repeating: workstation, count: 201),
      actions: Array(repeating: action, count: 201))
  }()
}
