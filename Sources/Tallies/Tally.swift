import Crypto
import Ergonomics
import Foundation

/// A survey, or a part of one, as numbers: what a report for an employer is made from, and where it comes from.
///
///     let bytes = tally.bytes  // with a checksum
///     let tally = try Tally(bytes)  // or what is wrong with them
///
/// There is nobody in it by name, and nothing about health; but its numbers are exact, so it is for its owner alone.
package struct Tally: Sendable, Hashable {
  /// Of the form in which it is written.
  package static let version = 1

  package struct PackName: Sendable, Hashable {
    package let id: String
    package let version: String
    package let hash: String

    package init(id: String, version: String, hash: String) {
      (self.id, self.version, self.hash) = (id, version, hash)
    }
  }

  /// What became of the rows: all of them = scored + rejected + set aside.
  package struct Rows: Sendable, Hashable {
    package var all = 0
    package var scored = 0
    package var rejected = 0
    /// By reason.
    package var setAside: [String: Int] = [:]
    /// None about health.
    package var cellsLeftOpen = 0

    package init() {}
  }

  /// By what another round is held against this one: people by the codes of a key, questions by their headings.
  package struct Matching: Sendable, Hashable {
    /// Name of the key, which tells it apart from others.
    package let key: String
    /// By question that was asked, none about health, the headings that it had.
    package var headings: [String: Set<String>] = [:]
    /// Headings that were not read.
    package var unread: Set<String> = []

    package init(key: String) { self.key = key }
  }

  package var program: String
  package var pack: PackName
  /// Heading of the column that names the teams.
  package var grouping: String
  /// As the employer calls it.
  package var round: String?
  package var rows = Rows()
  /// Ids of questions without a column.
  package var notAsked: Set<String> = []
  /// By question without a column: a heading that is nearly its own.
  package var nearHeadings: [String: String] = [:]
  /// Why rows were left out.
  package var leftOut: Set<String> = []
  /// Ids of questions under which something was not understood; none about health.
  package var notUnderstood: Set<String> = []
  /// What it was put together from, each part by a digest: so that none is counted twice.
  package var parts: Set<String> = []
  /// `nil` where people cannot be found again in another round.
  package var matching: Matching?
  package var counts: TeamTally

  package init(program: String, pack: PackName, grouping: String, round: String?, counts: TeamTally) {
    (self.program, self.pack, self.grouping) = (program, pack, grouping)
    (self.round, self.counts) = (round, counts)
  }

  /// The digest by which this is known as a part of others: of what stands in it, and of the names of its files. Two files
  /// with the same numbers are two parts, a copy of one is not.
  package func part(of files: [String]) -> String {
    var text = files.map { "\($0.asJSON)\n" }.joined()
    var alone = self
    alone.parts = []
    text += alone.content
    return String(SHA256.hash(data: Data(text.utf8)).hexadecimal.prefix(32))
  }
}
