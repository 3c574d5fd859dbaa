/// What may be written to people at a terminal. Only printable text can get into it, and the few orders to a terminal that
/// are listed here: whatever a file, an argument or a pack holds, no terminal is told to do anything by it.
///
///     let text: TerminalText = "cannot read '\(path)'\n"
///
/// What is put into a text stands in one line and is shortened where it is long; the text around it keeps its lines.
package struct TerminalText: Sendable, Hashable {
  /// In bytes; what is longer is no message any more.
  package static let longestLine = 2000
  package static let longestValue = 400
  private static let mostInList = 100

  package private(set) var text: String

  private init(checked text: String) { self.text = text }

  package init() { self.init(checked: "") }

  /// A text of several lines, each cut where it is too long to be read.
  package init(lines: String) {
    let parts = lines.split(separator: "\n", omittingEmptySubsequences: false)
    self.init(checked: parts.map { String($0).shortened(to: Self.longestLine).printableLines }.joined(separator: "\n"))
  }

  /// Data that goes to a terminal for once: nothing is cut.
  package init(data: String) { self.init(checked: data.printableLines) }

  package init(_ problem: Problem) { self.init(lines: problem.description) }

  package static func + (a: Self, b: Self) -> Self { Self(checked: a.text + b.text) }
  package static func += (a: inout Self, b: Self) { a.text += b.text }
}

extension TerminalText: ExpressibleByStringInterpolation {
  package init(stringLiteral text: String) { self.init(lines: text) }
  package init(stringInterpolation: StringInterpolation) { self.init(checked: stringInterpolation.text) }

  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text = ""

    package init(literalCapacity: Int, interpolationCount: Int) {}
    package mutating func appendLiteral(_ literal: String) { text += TerminalText(lines: literal).text }
    package mutating func appendInterpolation(_ part: TerminalText) { text += part.text }
    package mutating func appendInterpolation(_ problem: Problem) { text += TerminalText(problem).text }
    package mutating func appendInterpolation(_ number: some BinaryInteger) { text += String(number) }

    package mutating func appendInterpolation(_ value: String) {
      text += value.shortened(to: longestValue).printable
    }

    /// Names, parted by commas.
    package mutating func appendInterpolation(list names: some Collection<String>) {
      text += names.prefix(mostInList).map { $0.shortened(to: longestValue).printable }.joined(separator: ", ")
      if names.count > mostInList { text += ", and \(names.count - mostInList) more" }
    }
  }
}

extension TerminalText {
  /// An order to the terminal (ECMA-48).
  package enum Order: Hashable, Sendable {
    case lineStart, nextLine, eraseRestOfLine, eraseBelow, toTop
    case up(Int)
    /// Colour or weight of what follows.
    case style(UInt8)
  }

  package init(_ order: Order) {
    switch order {
    case .lineStart: self.init(checked: "\r")
    case .nextLine: self.init(checked: "\r\n")
    case .eraseRestOfLine: self.init(checked: "\u{1B}[K")
    case .eraseBelow: self.init(checked: "\u{1B}[J")
    case .toTop: self.init(checked: "\u{1B}[H")
    case .up(let lines): self.init(checked: lines > 0 ? "\u{1B}[\(lines)A" : "")
    case .style(let number): self.init(checked: "\u{1B}[\(number)m")
    }
  }
}

extension Sequence<TerminalText> {
  package func joined(_ separator: TerminalText = "") -> TerminalText {
    var isFirst = true
    return reduce(into: TerminalText()) { all, part in
      if !isFirst { all += separator }
      isFirst = false
      all += part
    }
  }
}
