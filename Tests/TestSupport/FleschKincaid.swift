/// How hard a text is to read: the school grade after Flesch and Kincaid, 0.39 × words a sentence + 11.8 × syllables a
/// word − 15.59 (Kincaid and others 1975).
///
/// Sentences end at `.`, `!` or `?` before a blank; words are split at blanks, hyphens and slashes. A number counts as one
/// word with a syllable for each digit. Syllables of a word are its groups of vowels, y among them, less a silent ending: -e
/// (but not -le behind a consonant), -ed (but not -ted, -ded), -es (but not behind s, x, z, c, g or h); one at least.
package enum FleschKincaid {
  package static func grade(_ text: String) -> Double {
    let ends = text.replacing(#/[.!?]+["”)]*(\s|$)/#, with: "\n")
    let sentences = ends.split(separator: "\n").map { Self.words(in: String($0)) }.filter { !$0.isEmpty }
    let all: [String] = sentences.flatMap { $0 }
    guard !all.isEmpty else { return 0 }
    let syllables = all.reduce(0) { (sum: Int, word: String) in sum + Self.syllables(in: word) }
    let wordsASentence = Double(all.count) / Double(sentences.count)
    let syllablesAWord = Double(syllables) / Double(all.count)
    return 0.39 * wordsASentence + 11.8 * syllablesAWord - 15.59
  }

  private static func words(in sentence: String) -> [String] {
    sentence.split { $0.isWhitespace || "-–/".contains($0) }.map(String.init)
      .filter { $0.contains { $0.isLetter || $0.isNumber } }
  }

  package static func syllables(in word: String) -> Int {
    let digits = word.count(where: \.isNumber)
    guard digits == 0 else { return digits }
    let letters = word.lowercased().filter(\.isLetter)
    let groups = letters.matches(of: #/[aeiouy]+/#).count
    let hasSilentEnd =
      letters.hasSuffix("e") && !letters.contains(#/[^aeiouy]le$/#) || letters.contains(#/[^aeiouytd]ed$/#)
      || letters.contains(#/[^aeiouysxzcgh]es$/#) && !letters.contains(#/[^aeiouy]les$/#)
    return max(groups - (hasSilentEnd ? 1 : 0), 1)
  }
}
