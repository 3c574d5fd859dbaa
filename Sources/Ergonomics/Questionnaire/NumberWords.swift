/// Numbers in words, as people write them beside digits.
enum NumberWords {
  private static let digits = [
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
    "ten": "10", "eleven": "11", "twelve": "12",
  ]
  private static let times = [
    "half an hour": "30 min", "half hour": "30 min", "an hour": "1 h", "an hour and a half": "90 min",
    "1 and a half hours": "90 min",
  ]
  private static let halves: [Character: String] = ["¼": ".25", "½": ".5", "¾": ".75"]

  /// The same in digits: `eight hours`, `half an hour`, `5'10½"`.
  ///
  /// - Parameter text: In small letters, without what says that it is not exact.
  static func inDigits(_ text: String) -> String {
    guard text.contains(where: \.isLetter) || text.contains(where: { halves[$0] != nil }) else { return text }
    let words = text.split(separator: " ").map { digits[String($0)] ?? String($0) }.joined(separator: " ")
    if let time = times[words] { return time }
    var plain = ""
    for character in words {
      guard let half = halves[character] else {
        plain.append(character)
        continue
      }
      if plain.last == " ", plain.dropLast().last?.isASCIIDigit == true { plain.removeLast() }
      plain += (plain.last?.isASCIIDigit == true ? "" : "0") + half
    }
    return plain
  }
}
