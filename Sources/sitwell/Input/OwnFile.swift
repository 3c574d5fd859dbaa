import Ergonomics
import Foundation
import Tallies

/// What this program writes itself, given where answers, a survey or a report are expected.
enum OwnFile: CaseIterable {
  case tally, results, rejects, mapping, actions, personReport, teamReport, page, register, ledger, key, publicKey, pack

  /// - Parameter start: The first bytes of a file. `nil` for what may be answers or a survey.
  init?(_ start: [UInt8]) {
    let text = String(decoding: start, as: UTF8.self).trimmingPrefix { $0.isWhitespace || $0 == "\u{FEFF}" }
    guard let kind = Self.allCases.first(where: { $0.isMark(of: text, start) }) else { return nil }
    self = kind
  }

  private func isMark(of text: Substring, _ start: [UInt8]) -> Bool {
    let line = text.prefix { !$0.isNewline }
    return switch self {
    case .tally: Tally.isTally(start)
    case .results:
      // Of several packs each column begins with the id of its own.
      line.contains("answered,") && line.contains("undetermined,") && line.hasSuffix("pack")
        || text.contains("urn:sitwell:results:")
        || line.hasPrefix("{\"id\":") && line.contains("undetermined\":")
    case .rejects: line == "file,line,column,field,value,problem,help,effect"
    case .mapping: line == "question,option,wording"
    case .actions: line.hasPrefix("distribution,id,item,action,") || line.hasPrefix("finding,finding_title,action,")
    case .personReport: text.hasPrefix("<") && text.contains("urn:sitwell:assessment:")
    case .teamReport: text.hasPrefix("<") && text.contains("urn:sitwell:team:")
    case .page: text.hasPrefix("<!DOCTYPE html>") && text.contains("default-src 'none'; style-src 'sha256-")
    case .register: start.starts(with: "SQLite format 3\0".utf8)
    case .ledger: line.hasPrefix("sitwell ledger ")
    case .key: text.hasPrefix("{") && text.contains("\"kty\":") && text.contains("\"d\":")
    case .publicKey:
      line.hasPrefix("untrusted comment: ")
        || text.hasPrefix("{") && text.contains("\"kty\":") && !text.contains("\"d\":")
    case .pack: text.hasPrefix("<") && text.contains("urn:sitwell:pack:")
    }
  }

  /// What it is, after "is".
  var words: String {
    switch self {
    case .tally: "a tally: numbers of people of a part of a survey, and nobody's answers"
    case .results: "what sitwell score made of a survey, and holds no answers"
    case .rejects: "a list of what could not be read of a survey"
    case .mapping: "a mapping: what the headings of a survey mean"
    case .actions: "a table of actions"
    case .personReport: "the report of a person"
    case .teamReport: "a report for HR"
    case .page: "a page that sitwell wrote"
    case .register: "a register"
    case .ledger: "a ledger of what HR was told"
    case .key: "a private key"
    case .publicKey: "a public key"
    case .pack: "a file of a rule pack"
    }
  }

  /// What to write where answers or a survey are expected.
  func way(_ file: String) -> String {
    switch self {
    case .tally:
      "'sitwell report --for hr \(file.quotedForShell) --no-ledger -o team.html' makes the page for HR of it, and of "
        + "several; 'sitwell tally' adds them"
    case .results, .rejects, .actions, .teamReport: "name the survey that it was made of"
    case .mapping: "name the survey, and this file with --mapping"
    case .personReport, .page: "name the answers that it was written of, such as answers.json beside it"
    case .register: "name the answers of today; where a register has a say, it is named with --register"
    case .ledger: "name the survey; a ledger is named with --ledger, for hr"
    case .key, .publicKey: "name the answers or the survey; keys are named with --team-key, of packs with --key"
    case .pack: "name the answers or the survey; a pack is named by its folder, with --pack"
    }
  }
}

extension InputFile {
  /// - Throws: `Failure` where it is a file of our own that holds no answers.
  func refuseOwn() throws {
    guard let kind = try OwnFile(start(of: open())) else { return }
    throw Failure.usage("'\(name)' is \(kind.words)\n  help: \(kind.way(name))" as TerminalText)
  }
}
