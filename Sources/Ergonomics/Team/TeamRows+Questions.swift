extension RuleProgram {
  /// By row of a round, the questions that it reads, by place.
  var questionsOfRows: [Set<Int>] {
    let layout = TeamRows(pack)
    let ofRules = rules.map { Set($0.holds.questions) }
    // A cut of a family counts whoever is in a later one.
    var rows = findingRows.map { $0.reduce(into: Set<Int>()) { $0.formUnion(ofRules[$1]) } }
    for (place, score) in scores.enumerated() {
      let adding = score.points.indices.filter { score.points[$0] > 0 }
      let read = Set(score.formula?.questions ?? []).union(adding.flatMap { ofRules[$0] })
      rows += layout.cuts[place].map { _ in read }
    }
    return rows
  }
}

extension TeamRound {
  /// Rows of findings that read a question the survey did not ask: nobody knows of them.
  var unknownRows: Set<Int> {
    let missing = unaskedPlaces
    let read = program.questionsOfRows
    return Set(layout.rules.filter { !read[$0].isDisjoint(with: missing) })
  }

  /// Rows that cannot be held against each other: one of the two rounds did not ask what they read; of scores, they did not
  /// ask the same.
  func incomparableRows(with other: TeamRound) -> Set<Int> {
    let (now, before, read) = (unaskedPlaces, other.unaskedPlaces, program.questionsOfRows)
    let differing = now.symmetricDifference(before)
    return Set(
      read.indices.filter { row in
        !read[row].isDisjoint(with: layout.rules.contains(row) ? now.union(before) : differing)
      })
  }

  /// The questions of which nothing is told, in the order of the pack, with the findings that read them.
  ///
  /// - Parameter rows: That could be told, if all were asked.
  func unaskedQuestions(
    since earlier: TeamRound?, _ settings: TeamSettings, among rows: Set<Int>
  ) -> [TeamSummary.Unasked] {
    let (now, before, read) = (unaskedPlaces, earlier?.unaskedPlaces, program.questionsOfRows)
    return program.questions.indices.compactMap { place in
      let isAsked = !now.contains(place)
      let isKnown = isAsked && before?.contains(place) != true
      if isKnown || program.isAboutHealth[place] && !settings.includesHealth { return nil }
      let findings = self.findings.filter { rows.contains($0) && read[$0].contains(place) }
      if findings.isEmpty { return nil }
      let question = program.questions[place]
      return TeamSummary.Unasked(
        id: question.id, text: question.text, isAsked: isAsked, wasAsked: before.map { !$0.contains(place) },
        heading: isAsked ? nil : settings.nearHeadings[question.id],
        findings: findings.map { program.pack.rules[$0].title })
    }
  }

  var unaskedPlaces: Set<Int> {
    Set(program.questions.indices.filter { unasked.contains(program.questions[$0].id) })
  }
}
