/// What a number stands for, which only the format of its cell tells.
enum NumberFormat: Sendable, Hashable {
  case number, percent, date, time, dateAndTime
  /// Hours that go on beyond 24.
  case duration

  /// One of those that a workbook does not spell out (ECMA-376, part 1, 18.8.30, numFmt; 27 to 58 are those of East Asia).
  init(builtIn id: Int) {
    switch id {
    case 9, 10: self = .percent
    case 14...17, 27...31, 34...36, 50...58: self = .date
    case 18...21, 32, 33, 45, 47: self = .time
    case 22: self = .dateAndTime
    case 46: self = .duration
    default: self = .number
    }
  }

  /// A format as it is written, such as `[$-407]d. mmmm yyyy h:mm`: only its first section, that of positive numbers.
  init(_ code: String) {
    var letters = ""
    var isElapsed = false
    var rest = code[...]
    while let character = rest.popFirst(), character != ";" {
      switch character {
      case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
      case "\\", "_", "*": rest = rest.dropFirst()
      case "[":
        let inside = rest.prefix { $0 != "]" }.lowercased()
        rest = rest.dropFirst(inside.count + 1)
        if let first = inside.first, "hms".contains(first), inside.allSatisfy({ $0 == first }) { isElapsed = true }
      default: letters.append(contentsOf: character.lowercased())
      }
    }
    self = Self.told(by: letters.replacing("am/pm", with: "h").replacing("a/p", with: "h"), isElapsed: isElapsed)
  }

  private static func told(by letters: String, isElapsed: Bool) -> Self {
    if letters.contains("general") { return .number }
    let hasTime = letters.contains { "hs".contains($0) }
    // An `m` beside hours or seconds is minutes, else months.
    let hasDate = letters.contains { "yd".contains($0) } || letters.contains("m") && !hasTime && !isElapsed
    switch (hasDate, hasTime) {
    case _ where isElapsed: return .duration
    case (true, true): return .dateAndTime
    case (true, false): return .date
    case (false, true): return .time
    case (false, false): return letters.contains("%") ? .percent : .number
    }
  }
}
