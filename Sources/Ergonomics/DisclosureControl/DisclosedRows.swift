/// Rows that are told, with what is known of them whoever answered.
struct DisclosedRows: Sendable {
  /// Findings of the round.
  let rows: [Int]
  /// Bands of scores, the highest first.
  let cuts: [StepMethod.Cut]
  let links: StepMethod.Links
  let kinds: StepMethod.PersonKinds

  /// Rows that hold for everybody the search comes to are left out, as of nobody could be shown that they may not, and so
  /// are those that come with others only, and bands that whoever has no finding is in, or that nobody was found in. What is
  /// left out hangs on the pack and on what was asked alone.
  ///
  /// - Parameters:
  ///   - scores: Whose bands are told.
  ///   - round: What it did not ask, nobody answers; everybody answers all else.
  ///   - lesser: Rows that are rather left out than others.
  init(_ rows: [Int], scores: [Int], _ round: TeamRound, lesser: Range<Int> = 0..<0) {
    var rows = rows
    while true {
      let search = PeopleSearch(round.program, rows, scores: scores, unasked: round.unaskedPlaces)
      let (answers, found) = search.idlest()
      if !found.isEmpty {
        rows = rows.indices.filter { !found.contains($0) }.map { rows[$0] }
        continue
      }
      let links = round.links.among(rows, together: search.neighbours.map(Set.init))
      let idle = StepMethod.Person(rows: RowSet(of: rows.count), answers: answers)
      let least = rows.indices.map { search.least($0, from: idle) }
      let spare = Set(rows.indices.filter { lesser.contains(rows[$0]) })
      let dependent = Self.dependent(least, links, lesser: spare)
      if !dependent.isEmpty {
        rows = rows.indices.filter { !dependent.contains($0) }.map { rows[$0] }
        continue
      }
      kinds = StepMethod.PersonKinds(
        idle: idle, least: least, taking: { search.taking($0, from: $1) }, values: { search.values(of: $0) },
        giving: { search.giving($0, to: $1) })
      (self.rows, self.links) = (rows, links)
      cuts = Self.cuts(of: scores, round, kinds)
      return
    }
  }

  /// Whether other rows that are told tell something of it; the bands of scores do so of all.
  func isLinked(_ row: Int) -> Bool {
    if !cuts.isEmpty { return true }
    let place = rows.firstIndex(of: row)
    return links.groups.contains { group in place.map { group.count > 1 && group.contains($0) } ?? false }
  }

  /// Bands that somebody can be shown to be in and somebody not to be, those of the highest rank first.
  private static func cuts(of scores: [Int], _ round: TeamRound, _ kinds: StepMethod.PersonKinds) -> [StepMethod.Cut] {
    var table = StepMethod.KindTable(kinds)
    let cuts = scores.flatMap { score -> [(rank: Int, cut: StepMethod.Cut)] in
      let bands = round.program.pack.scores[score].bands
      if kinds.least.isEmpty { return [] }
      // As many findings as one person can have, as far as they add to the score.
      var kind = StepMethod.KindTable.idle
      for row in kinds.least.indices {
        guard let more = table.giving(row, to: kind), table.value(score, more) > table.value(score, kind) else {
          continue
        }
        kind = more
      }
      let (least, most) = (table.value(score, StepMethod.KindTable.idle), table.value(score, kind))
      return bands.indices.dropFirst().compactMap { rank in
        let cut = StepMethod.Cut(row: round.layout.cuts[score].lowerBound + rank, score: score, from: bands[rank].from)
        return least < cut.from && cut.from <= most ? (rank - bands.count, cut) : nil
      }
    }
    return cuts.sorted { ($1.rank, $0.cut.row) < ($0.rank, $1.cut.row) }.map(\.cut)
  }

  /// Rows to be left out so that for each of the others there is somebody with no more than what contains it. First those
  /// that hold for nobody who is found, then, one after the other, the one that most others hold for nobody without, or that
  /// holds for nobody without most others: a union or an intersection of them, or close to one. Lesser rows go before any other,
  /// and those inside a row before that.
  private static func dependent(
    _ least: [StepMethod.Person?], _ links: StepMethod.Links, lesser: Set<Int>
  ) -> Set<Int> {
    var gone = Set(least.indices.filter { least[$0] == nil })
    while true {
      var pairs: [Int: Int] = [:]
      for (row, person) in least.enumerated() where !gone.contains(row) {
        for other in person!.rows.rows(besides: links.containers[row]) where other != row && !gone.contains(other) {
          pairs[row, default: 0] += 1
          pairs[other, default: 0] += 1
        }
      }
      if let next = pairs.filter({ lesser.contains($0.key) }).most {
        gone.insert(next)
        continue
      }
      // Without these, others may need no company any more.
      guard gone.isDisjoint(with: lesser), let next = pairs.most else { return gone }
      let within = lesser.filter { links.containers[$0].contains(next) }
      if !within.isEmpty { return gone.union(within) }
      gone.insert(next)
    }
  }
}

extension [Int: Int] {
  /// The key of the largest value, of equal ones the last.
  fileprivate var most: Int? { self.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key }
}
