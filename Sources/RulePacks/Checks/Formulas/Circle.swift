/// What reads itself through others: `a`, `b`, `a`.
enum Circle {
  /// The shortest way back to where it starts; `nil` if there is none.
  static func from(_ start: String, in reads: [String: Set<String>]) -> [String]? {
    var waiting = [[start]]
    var seen: Set<String> = []
    while !waiting.isEmpty {
      let path = waiting.removeFirst()
      for next in reads[path.last!, default: []].sorted() where reads[next] != nil {
        if next == start { return path + [start] }
        if seen.insert(next).inserted { waiting.append(path + [next]) }
      }
    }
    return nil
  }

  /// Each circle once: of all that are in it, from the first one.
  static func each(of names: [String], in reads: [String: Set<String>]) -> (told: [[String]], members: Set<String>) {
    var (told, members) = ([[String]](), Set<String>())
    for name in names {
      guard let circle = from(name, in: reads) else { continue }
      members.insert(name)
      if !circle.contains(where: { $0 != name && members.contains($0) }) { told.append(circle) }
    }
    return (told, members)
  }
}
