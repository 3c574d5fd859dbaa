/// What became of findings since answers that were given before, by the same rules.
package struct FindingComparison: Sendable, Hashable {
  /// Found before; now the answers say that they are not.
  package let solved: [Rule.ID]
  package let new: [Rule.ID]
  package let still: [Rule.ID]
  /// Found before; now an answer or a length is missing that would tell.
  package let undetermined: [Rule.ID]

  /// - Parameters:
  ///   - found: In the order in which they are to be told, as those before.
  ///   - open: What missing answers leave open now.
  package init(found: [Rule.ID], open: [Rule.ID], before: [Rule.ID]) {
    let (isFound, isOpen, wasFound) = (Set(found), Set(open), Set(before))
    solved = before.filter { !isFound.contains($0) && !isOpen.contains($0) }
    undetermined = before.filter { !isFound.contains($0) && isOpen.contains($0) }
    new = found.filter { !wasFound.contains($0) }
    still = found.filter { wasFound.contains($0) }
  }

  package init(_ now: Assessment, before: Assessment) {
    self.init(found: now.findings.map(\.id), open: now.undetermined, before: before.findings.map(\.id))
  }
}

extension Assessment {
  /// Rules that are neither found nor fine: a missing answer leaves them open, or a length that nobody measured.
  package var undetermined: [Rule.ID] {
    open.map(\.id) + (clear + notApplicable).filter(\.isUnmeasured).map(\.id)
  }
}
