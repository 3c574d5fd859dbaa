internal import Ergonomics

/// Colours for a terminal: the sixteen that every palette has, so that they suit dark and light ones.
package struct TerminalStyle: Sendable {
  /// What colours are asked for on the command line.
  package enum Choice: String, CaseIterable, Sendable { case auto, always, never }

  enum Style: UInt8, Sendable {
    case bold = 1
    case dim = 2
    case marked = 36
    case care = 33
  }

  let isOn: Bool

  package init(isOn: Bool) { self.isOn = isOn }

  /// The choice first, then `NO_COLOR` (no-color.org), `CLICOLOR_FORCE` and `CLICOLOR` (bixense.com/clicolors).
  package init(_ choice: Choice, environment: [String: String], isTerminal: Bool) {
    func isSet(_ name: String) -> Bool { environment[name].map { !$0.isEmpty && $0 != "0" } ?? false }
    switch choice {
    case .always: isOn = true
    case .never: isOn = false
    case .auto where environment["NO_COLOR"].map({ !$0.isEmpty }) ?? false: isOn = false
    case .auto where isSet("CLICOLOR_FORCE"): isOn = true
    case .auto: isOn = isTerminal && environment["TERM"] != "dumb" && environment["CLICOLOR"] != "0"
    }
  }

  func callAsFunction(_ style: Style, _ text: TerminalText) -> TerminalText {
    isOn && text != TerminalText() ? TerminalText(.style(style.rawValue)) + text + TerminalText(.style(0)) : text
  }
}
