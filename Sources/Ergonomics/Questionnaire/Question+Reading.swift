extension Question {
  /// Reads what a person or a file answered; `nil` = unanswered.
  ///
  /// Options are given by id, text or alias, several of them joined by `;`, with `?` where more may have been chosen. Numbers
  /// are plain, then in the question's unit, or have a unit of their own: `72cm`, `1,5 h`, `2 h 30 min`, `2h30`, `1:30`,
  /// `5 ft 10`; `7-8` is any number between the two. A hyphen, the code `not_sure` and words for it mean declined, `NA` and
  /// the like unanswered. Letter case, blanks, the shape of quotes, a full stop and what cannot be seen do not matter.
  /// - Parameter notSure: The pack's text of the answer that every question accepts.
  package func answer(from text: String, notSure: String) -> Result<Answer?, AnswerMistake> {
    let trimmed = text.visible.trimmed
    guard !trimmed.isEmpty else { return .success(nil) }
    if !wordings.isEmpty, let word = wordings[trimmed.normalised] { return .success(word.answer) }
    if let coded = codedAnswer(trimmed) { return .success(coded) }
    if let place = names.place(of: trimmed) { return .success(answer(place)) }
    if NoAnswerWords.isDeclining(trimmed, notSure: notSure) { return .success(.declined) }
    let result = Result { () throws(AnswerMistake) -> Answer? in
      switch kind {
      case .choice(let options): .option(try choice(trimmed, of: options))
      case .choices(let options): try choices(trimmed, of: options, notSure: notSure)
      case .number(let range): Answer(try range.numbers(from: trimmed))
      case .text: .text(trimmed)
      }
    }
    guard case .failure = result else { return result }
    if NoAnswerWords.isBlank(trimmed) { return .success(nil) }
    if let plain = trimmed.withoutMarkup { return answer(from: plain, notSure: notSure) }
    return result
  }

  private func answer(_ option: Int) -> Answer {
    if case .choices = kind { .options([options[option].id]) } else { .option(options[option].id) }
  }

  /// An answer given by ids exactly, as most files give it: found without looking at any other wording.
  private func codedAnswer(_ text: String) -> Answer? {
    switch kind {
    case .choice(let options): return options.contains { $0.id == text } ? .option(text) : nil
    case .choices(let options):
      var chosen: Set<Int> = []
      for part in text.split(separator: ";") {
        guard let place = options.firstIndex(where: { $0.id == part }) else { return nil }
        chosen.insert(place)
      }
      if chosen.count > 1, chosen.contains(where: { options[$0].isAlone }) { return nil }
      return chosen.isEmpty ? nil : .options(chosen.sorted().map { options[$0].id })
    case .number, .text: return nil
    }
  }

  private func choice(_ text: String, of options: [AnswerOption]) throws(AnswerMistake) -> AnswerOption.ID {
    if isYesNo, let id = Self.yesNoWords[text.normalised] { return id }
    let parts = text.split(separator: ";")
    if parts.count > 1, parts.allSatisfy({ names.place(of: $0) != nil }) { throw .severalOptions(text) }
    if WrittenDate.isLike(text.lowercased()) { throw .madeADate(text) }
    throw options.unknown(text)
  }

  private static let yesNoWords = ["y": "yes", "true": "yes", "1": "yes", "n": "no", "false": "no", "0": "no"]

  private func choices(_ text: String, of options: [AnswerOption], notSure: String) throws(AnswerMistake) -> Answer? {
    let parts = text.split(separator: ";").map(\.trimmed).filter { !$0.isEmpty }
    var (chosen, declining, isOpen) = (Set<AnswerOption.ID>(), [String](), false)
    for part in parts {
      if let place = names.place(of: part) {
        chosen.insert(options[place].id)
      } else if part == "?" {
        isOpen = true
      } else if wordings[part.normalised] == .ignored {
        continue
      } else if NoAnswerWords.isDeclining(part, notSure: notSure) {
        declining.append(part)
      } else {
        throw options.unknown(part)
      }
    }
    if let first = declining.first {
      if chosen.isEmpty { return .declined }
      throw .aloneWithOthers(first)
    }
    let inOrder = options.filter { chosen.contains($0.id) }
    if inOrder.count > 1, let alone = inOrder.first(where: \.isAlone) { throw .aloneWithOthers(alone.text) }
    if inOrder.isEmpty { return nil }
    return isOpen && !inOrder[0].isAlone ? .atLeast(inOrder.map(\.id)) : .options(inOrder.map(\.id))
  }
}

extension [AnswerOption] {
  fileprivate func unknown(_ text: String) -> AnswerMistake {
    let names = flatMap(\.names)
    // An id and a text that differ in case only are one name, not two that are equally near.
    let nearest = names.map(\.normalised).nearest(to: text.normalised)
    return .unknownOption(text, nearest: names.first { $0.normalised == nearest }, accepted: map(\.id))
  }
}

extension StringProtocol {
  /// Words parted by single blanks, without any at the ends.
  package var withSingleBlanks: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count)
    for byte in utf8 {
      guard byte < 0x80 else { return split(whereSeparator: \.isWhitespace).joined(separator: " ") }
      let isBlank = byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte)
      if !isBlank { bytes.append(byte) } else if let last = bytes.last, last != UInt8(ascii: " ") { bytes.append(0x20) }
    }
    if bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Without blanks at the ends.
  package var trimmed: String {
    let ends = unicodeScalars
    if let first = ends.first, let last = ends.last, "!"..."~" ~= first, "!"..."~" ~= last { return String(self) }
    guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else {
      return ""
    }
    return String(self[first...last])
  }

  /// What is compared of an answer: small letters, single blanks, straight quotes, no full stop at the end.
  package var normalised: String {
    if let plain = normalisedASCII { return plain }
    let words = String(self).visible.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let straight = String(
      words.map { character -> Character in
        switch character {
        case "‘", "’", "‚", "‛", "′": "'"
        case "“", "”", "„", "‟", "″": "\""
        default: character
        }
      })
    return straight.hasSuffix(".") ? String(straight.dropLast()) : straight
  }

  /// The same for text of ASCII alone, many times faster: nearly all that is compared; `nil` for other text.
  private var normalisedASCII: String? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count)
    var isAfterBlank = false
    for byte in utf8 {
      guard byte < 0x80 else { return nil }
      if byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte) {
        isAfterBlank = !bytes.isEmpty
      } else {
        if isAfterBlank { bytes.append(UInt8(ascii: " ")) }
        isAfterBlank = false
        bytes.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
      }
    }
    if bytes.last == UInt8(ascii: ".") { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
