import Ergonomics

/// What a form is made of: a questionnaire, what else is asked for a team, and what people are told before they answer.
package struct FormSource: Sendable {
  /// A column of the survey that no question of a pack is, such as a team.
  package struct KeptColumn: Sendable, Hashable {
    package let name: String
    package let label: String
    package init(name: String, label: String) { (self.name, self.label) = (name, label) }
  }

  package let packs: [Pack]
  /// The questions of all packs, each once.
  package let questionnaire: Pack
  package let keptColumns: [KeptColumn]
  /// What is kept, by whom and how long, in paragraphs; `nil` where nobody has said so.
  package let notice: [String]?
  /// The text of a file of the folder `Forms`.
  package let asset: @Sendable (_ name: String) throws -> String

  /// - Parameter packs: At least one; what they ask in common has one id in all of them.
  /// - Throws: `FormRefused` for columns that no file could tell from others.
  package init(
    packs: [Pack], keptColumns: [KeptColumn] = [], notice: String? = nil,
    asset: @escaping @Sendable (String) throws -> String
  ) throws(FormRefused) {
    (self.packs, self.keptColumns, self.asset) = (packs, keptColumns, asset)
    questionnaire = packs.questionnaire
    self.notice = notice.map(Self.paragraphs)
    let problems = Self.problems(keptColumns, questionnaire)
    if !problems.isEmpty { throw FormRefused(problems) }
  }

  /// Of a text whose paragraphs are set off by empty lines.
  private static func paragraphs(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(\.trimmed)
      .split(separator: "").map { $0.joined(separator: " ") }
  }

  private static func problems(_ columns: [KeptColumn], _ pack: Pack) -> [Problem] {
    var taken = Set(pack.questions.flatMap(\.ids).map { $0.plainCode.lowercased() }).union(["id"])
    return columns.compactMap { column in
      let letters = column.name.utf8
      let isName =
        letters.first.map { Character(UnicodeScalar($0)).isLetter } == true && letters.count <= 20
        && column.name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
      let summary =
        !isName
        ? "'\(column.name)' is no name of a column"
        : !taken.insert(column.name.plainCode.lowercased()).inserted
          ? "there is a column '\(column.name)' already" : nil
      return summary.map {
        Problem(
          code: .form, place: .init(file: "--keep"), summary: $0,
          help: "write COLUMN=LABEL, such as team=Team: letters, digits and _ before the =, 20 at most")
      }
    }
  }
}
