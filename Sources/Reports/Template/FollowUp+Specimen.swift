import Ergonomics

extension FollowUp {
  /// One of everything, without content: what templates are checked against.
  static let specimen: FollowUp = {
    var (now, before) = (Assessment.specimen, Assessment.specimen)
    let finding = now.findings[0]
    before.findings = ["gone", now.open[0].id, finding.id].map { id in
      var other = finding
      other.id = id
      return other
    }
    now.findings = [finding, before.findings[0]]
    now.findings[1].id = "new"
    let same = Part(now: before, before: before)
    let actions = [finding.corrections.first ?? "", now.corrections[0].id].map {
      Action(correction: $0, title: "", state: "agreed", owner: "-", due: "2000-01-01", changed: "2000-01-01")
    }
    return FollowUp(parts: [Part(now: now, before: before), same], actions: actions, reviewDue: "2000-01-01")
  }()
}
