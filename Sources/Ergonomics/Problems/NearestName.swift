extension Collection<String> {
  /// The name that was probably meant: at most a third of its letters differ. `nil` when none is near, or two are equally near.
  package func nearest(to name: String) -> String? {
    let (wanted, length) = (name.lowercased(), name.count)
    let ranked = Set(self).compactMap { other -> (name: String, distance: Int)? in
      let most = Swift.max(1, Swift.max(length, other.count) / 3)
      let small = other.lowercased()
      // Where the lengths differ by more, so do the letters: comparing a long text with every name takes its time.
      guard abs(wanted.count - small.count) <= most else { return nil }
      let distance = editDistance(wanted, small)
      return distance <= most ? (other, distance) : nil
    }.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }
    guard let best = ranked.first else { return nil }
    let next = ranked.first { $0.name.lowercased() != best.name.lowercased() }
    return next?.distance == best.distance ? nil : best.name
  }
}

/// The least number of letters to add, drop, change or swap with their neighbour that make one text the other
/// (optimal string alignment; E. Ukkonen, "Algorithms for approximate string matching", 1985).
package func editDistance(_ a: String, _ b: String) -> Int {
  let (a, b) = (Array(a), Array(b))
  var rows = [Array(0...b.count)]
  for i in a.indices {
    var row = [i + 1]
    for j in b.indices {
      var least = Swift.min(rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { least = Swift.min(least, rows[i - 1][j - 1] + 1) }
      row.append(least)
    }
    rows.append(row)
  }
  return rows[a.count][b.count]
}
