extension StepMethod {
  /// The people who are in a band of a score, or in a higher one.
  struct Cut: Sendable, Hashable {
    /// Of the round.
    let row: Int
    let score: Int
    /// Where the band begins.
    let from: Int
  }

  /// Steps of the cuts of scores in one column.
  ///
  /// A score adds up what is found of somebody, so how many people reach a band hangs on all findings together. Therefore
  /// the crowd that shows that the findings told can be true is rearranged, findings passed from one person to another and
  /// each held by as many people as before, until as many as a step begins at are in the band. Steps lie between numbers
  /// that are reached on one way, from the fewest people that are found up. The way hangs on what was told before and on
  /// nothing else, and of the answers only how far along it is told.
  ///
  /// - The lowest step reaches to the first of these numbers that is shown, and on to the next.
  /// - The highest is open, where the way ends. Nothing is told where there is no way.
  struct BandSteps {
    /// Of a large column, steps are wider: how exact they are hangs on its size alone.
    private static let mostSteps = 50

    /// How many ways to pass a finding are tried in a column, so that very many columns stay bearable.
    private var effort = 2000

    private let width: Int
    /// Numbers of people that steps begin at are multiples of it, and of the width.
    private let stride: Int
    /// Cuts that were told: as many people as their step begins at are in it.
    private var settled: [Cut] = []
    private(set) var crowd: WitnessPopulation

    /// - Parameter crowd: At rest, besides `width - 1` idle people.
    init(_ method: StepMethod, _ crowd: WitnessPopulation) {
      let people = crowd.groups.reduce(0) { $0 + $1.people }
      width = method.width
      stride = method.width * max(1, people / method.width / Self.mostSteps)
      self.crowd = crowd
      self.crowd.gather()
    }

    /// - Parameters:
    ///   - count: How many people it is.
    ///   - besides: So many of them are others than the crowd.
    /// - Returns: The step, and how many people are in the cut from now on, with those besides. A step of which nothing is
    ///   told begins at 0 and is open.
    mutating func tell(
      _ cut: Cut, _ count: Int, besides: Int = 0, _ kinds: inout KindTable
    ) -> (step: CountStep, shown: Int) {
      defer { settled.append(cut) }
      while reached(cut, &kinds) > 0, shift(cut, up: false, people: reached(cut, &kinds), &kinds) > 0 {}
      let least = (besides + reached(cut, &kinds) + stride - 1) / stride * stride
      var low = least
      guard raise(cut, to: low - besides, &kinds) else {
        return (CountStep(low: 0, width: width, isOpen: true), besides + reached(cut, &kinds))
      }
      var next = self
      var goesOn = next.raise(cut, to: low + stride - besides, &kinds)
      while goesOn, count >= low + stride {
        (self, low) = (next, low + stride)
        goesOn = next.raise(cut, to: low + stride - besides, &kinds)
      }
      if low > least { return (CountStep(low: low, width: stride, isOpen: !goesOn), low) }
      return (CountStep(low: 0, width: goesOn ? least + stride : width, isOpen: !goesOn), low)
    }

    private func reached(_ cut: Cut, _ kinds: inout KindTable) -> Int {
      crowd.groups.reduce(0) { $0 + (kinds.isIn(cut, $1.kind) ? $1.people : 0) }
    }

    private mutating func raise(_ cut: Cut, to count: Int, _ kinds: inout KindTable) -> Bool {
      var missing = count - reached(cut, &kinds)
      while missing > 0 {
        let more = shift(cut, up: true, people: missing, &kinds)
        if more == 0 { return false }
        missing -= more
      }
      return true
    }
  }
}

extension StepMethod.BandSteps {
  private static let mostMovers = 6
  private static let mostPassed = 12

  /// Brings some people into a cut, or out of it, and nobody else; all findings and the cuts that were told keep their
  /// numbers.
  ///
  /// - Returns: How many people, up to `people`; 0 if no way is found.
  private mutating func shift(
    _ cut: StepMethod.Cut, up: Bool, people: Int, _ kinds: inout StepMethod.KindTable
  ) -> Int {
    let movers = crowd.groups.filter { kinds.isIn(cut, $0.kind) != up }.map { group in
      (group: group, distance: abs(cut.from - kinds.value(cut.score, group.kind)))
    }.sorted { ($0.distance, $0.group.kind) < ($1.distance, $1.group.kind) }
    for (group, _) in movers.prefix(Self.mostMovers) {
      // Those before, who did not get there, may have changed with some of these.
      let there = crowd.people(of: group.kind)
      guard there > 0 else { continue }
      let moved = carry(min(people, there), of: group.kind, cut, up: up, &kinds)
      if moved > 0 { return moved }
    }
    return 0
  }

  /// Lets people of a kind get findings of others, or give them theirs, one by one.
  private mutating func carry(
    _ people: Int, of kind: Int, _ cut: StepMethod.Cut, up: Bool, _ kinds: inout StepMethod.KindTable
  ) -> Int {
    var (people, kind) = (people, kind)
    for _ in 0..<Self.mostPassed {
      guard effort > 0, let pass = pass(of: kind, people, cut, up: up, &kinds) else { return 0 }
      people = min(people, pass.people)
      crowd.turn(people, of: kind, into: pass.kind)
      crowd.turn(people, of: pass.partner, into: pass.partnerAfter)
      kind = pass.kind
      if kinds.isIn(cut, kind) == up { return people }
    }
    return 0
  }

  private struct Pass {
    let kind: Int
    let partner: Int
    let partnerAfter: Int
    let people: Int
  }

  /// A finding that people of a kind can get from others, or give them: that brings them nearer, and leaves everybody else,
  /// and them in the cuts that were told, where they are. Rather from many others at once.
  private mutating func pass(
    of kind: Int, _ people: Int, _ cut: StepMethod.Cut, up: Bool, _ kinds: inout StepMethod.KindTable
  ) -> Pass? {
    let value = kinds.value(cut.score, kind)
    let partners = crowd.groups.filter { $0.kind != kind }.sorted {
      (-min($0.people, people), $0.kind) < (-min($1.people, people), $1.kind)
    }
    for partner in partners {
      let (from, to) = up ? (partner.kind, kind) : (kind, partner.kind)
      for row in kinds.rows(of: from, besides: to) {
        effort -= 1
        guard let less = kinds.taking(row, from: from), let more = kinds.giving(row, to: to) else { continue }
        let (own, other) = up ? (more, less) : (less, more)
        let isNearer = up ? kinds.value(cut.score, own) > value : kinds.value(cut.score, own) < value
        guard isNearer, kinds.isIn(cut, other) == kinds.isIn(cut, partner.kind) else { continue }
        let staysPut = settled.allSatisfy { cut in
          kinds.isIn(cut, own) == kinds.isIn(cut, kind) && kinds.isIn(cut, other) == kinds.isIn(cut, partner.kind)
        }
        if staysPut {
          return Pass(kind: own, partner: partner.kind, partnerAfter: other, people: partner.people)
        }
      }
    }
    return nil
  }
}
