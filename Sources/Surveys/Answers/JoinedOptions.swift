import Ergonomics

/// Takes apart options that were joined by something that may stand in an option too.
struct JoinedOptions {
  private static let separators: Set<Character> = [";", ",", "|", " "]
  /// Longest first: `Lower back, left` before `Lower back`.
  private let names: [(text: [Character], id: AnswerOption.ID)]

  /// - Parameter names: Normalised wordings of options, with their ids.
  init(_ names: [(String, AnswerOption.ID)]) {
    self.names = names.map { (Array($0.0), $0.1) }.filter { !$0.0.isEmpty }
      .sorted { ($0.0.count, $1.1) > ($1.0.count, $0.1) }
  }

  /// The ids in the order they are written; `nil` unless the whole text is options and what joins them.
  func split(_ text: String) -> [AnswerOption.ID]? {
    let text = Array(text)
    let starts = text.indices.filter { !isSeparator($0, in: text) && ($0 == 0 || isSeparator($0 - 1, in: text)) }
    // From the end to the start, as a cell may hold more of them than calls can be nested.
    var found: [Int: (id: AnswerOption.ID, next: Int)] = [:]
    for start in starts.reversed() {
      for (name, id) in names where text[start...].starts(with: name) {
        let end = start + name.count
        guard end == text.count || isSeparator(end, in: text) else { continue }
        let next = text[end...].indices.first { !isSeparator($0, in: text) } ?? text.count
        guard next == text.count || found[next] != nil else { continue }
        found[start] = (id, next)
        break
      }
    }
    guard var place = starts.first else { return [] }
    var ids: [AnswerOption.ID] = []
    while place < text.count {
      guard let option = found[place] else { return nil }
      ids.append(option.id)
      place = option.next
    }
    return ids
  }

  private func isSeparator(_ place: Int, in text: [Character]) -> Bool { Self.separators.contains(text[place]) }
}

/// The options that are known among other words of a cell.
struct KnownOptions {
  /// Nobody looks for options in longer cells, in bytes.
  static let longest = 10_000
  private(set) var ids: Set<AnswerOption.ID> = []
  /// What else there is, as it is written.
  private(set) var rest: [String] = []

  init(ids: [AnswerOption.ID], rest: [String]) { (self.ids, self.rest) = (Set(ids), rest) }

  /// A long text, or an id of several words, is found wherever it stands; short ones only where marks set them off.
  init(in cell: String, _ options: [AnswerOption]) {
    let all = JoinedOptions(options.flatMap { option in option.names.map { ($0.normalised, option.id) } })
    let names = options.flatMap { option in option.names.map { ($0.normalised, option.id) } }
    let long = names.filter { $0.0.isLong }.sorted { ($0.0.count, $1.1) > ($1.0.count, $0.1) }
    let short = Dictionary(names.filter { !$0.0.isLong }) { first, _ in first }
    for segment in cell.split(whereSeparator: { ";|\n\r\r\n".contains($0) }).map(\.trimmed) where !segment.isEmpty {
      if let ids = all.split(segment.normalised) {
        self.ids.formUnion(ids)
      } else {
        read(segment.normalised, long, short)
      }
    }
  }

  private mutating func read(
    _ segment: String, _ long: [(String, AnswerOption.ID)], _ short: [String: AnswerOption.ID]
  ) {
    var text = segment
    for (name, id) in long {
      for range in text.ranges(of: name).reversed() where text.isSetOff(range) {
        if text[..<range.lowerBound].endsInDenial || text[range.upperBound...].beginsInDenial {
          rest.append(name)
        } else {
          ids.insert(id)
        }
        text.replaceSubrange(range, with: ",")  // nor are shorter names looked for in it
      }
    }
    for part in text.split(separator: ",").map(\.trimmed) where part.contains(where: \.isLetter) || part == "?" {
      if let id = short[part] {
        ids.insert(id)
      } else {
        if let name = short.keys.sorted().first(where: { part.begins(with: $0) }),
          !part.dropFirst(name.count).beginsInDenial
        {
          ids.insert(short[name]!)
        }
        rest.append(part)
      }
    }
  }
}

extension String {
  /// Nobody writes it by chance.
  fileprivate var isLong: Bool { contains(",") || contains("_") || split(separator: " ").count > 2 }

  /// No letter, digit or underscore stands at the ends of the range.
  fileprivate func isSetOff(_ range: Range<Index>) -> Bool {
    let before = self[..<range.lowerBound].last
    let after = self[range.upperBound...].first
    return [before, after].allSatisfy { $0.map { !$0.isLetter && !$0.isNumber && $0 != "_" } ?? true }
  }
}

extension Substring {
  /// A mark, and then a word that denies what stood before it: `cancer: no`.
  fileprivate var beginsInDenial: Bool {
    guard let mark = first(where: { !$0.isWhitespace }), !mark.isLetter, !mark.isNumber else { return false }
    let word = drop { !$0.isLetter && !$0.isNumber }.prefix { $0.isLetter || $0.isNumber || $0 == "'" }
    return ["no", "not", "never", "none", "n", "false", "0", "denied"].contains(String(word))
  }

  /// The last word denies what follows.
  fileprivate var endsInDenial: Bool {
    guard let word = split(whereSeparator: { !$0.isLetter && $0 != "'" }).last else { return false }
    return ["no", "not", "never", "without", "nor", "don't", "haven't", "isn't"].contains(String(word))
  }
}
