extension [Assessor] {
  /// What each pack says of one person, in the order of the packs; nothing is folded into one number. A warning sign that
  /// one of them knows holds back what all of them would say.
  ///
  /// - Parameters:
  ///   - date: `YYYY-MM-DD`.
  ///   - disclosure: What the one who reads it may know.
  ///   - isBrief: Only what can change a level was asked.
  package func assess(
    _ answers: Answers, date: String, _ disclosure: Disclosure = .everything, isBrief: Bool = false
  ) -> [Assessment] {
    let cards = count > 1 && disclosure != .workstation ? flatMap { $0.careCards(for: answers) } : []
    return map { $0.assess(answers, date: date, disclosure, isBrief: isBrief, heeding: cards) }
  }
}
