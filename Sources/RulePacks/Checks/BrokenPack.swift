/// The pack in `Tests/Fixtures/packs/small` with a mistake in it, and where the mistake is told.
package struct BrokenPack: Sendable {
  /// An edit of one file: the text that is there once, and what stands in its place. An empty text replaces the whole
  /// file, an empty replacement of it takes the file away.
  package struct Edit: Sendable {
    package let file: String
    package let text: String
    package let replacement: String

    package init(_ file: String, _ text: String, _ replacement: String) {
      (self.file, self.text, self.replacement) = (file, text, replacement)
    }
  }

  /// File and line: `questions.xml:7`; without a line where the problem is the file as a whole.
  let place: String
  let edits: [Edit]

  init(at place: String, _ edits: Edit...) { (self.place, self.edits) = (place, edits) }
}

extension BrokenPack {
  /// A rule that comes on top, in three lines what it is, then the points it adds, then all else.
  ///
  /// - Parameters:
  ///   - when: Its condition, on the third line.
  ///   - adds: What stands on the fourth line.
  ///   - answers: To the question, of somebody who has it, and of somebody who does not.
  static func rule(
    _ id: String, when: String, adds: String = "", solvedWhen: String = "",
    to question: String = "habits", answers: (found: String, clear: String) = ("lean", "none_of_these")
  ) -> Edit {
    let text = """
      <rule xmlns="urn:sitwell:pack:1" id="\(id)" since="1.0">
        <title>Another</title>
        <when>\(when)</when>
        \(adds)
        <finding>You load one side.</finding><why>So it is.</why>
        <evidence source="trial-2020" strength="limited">Once.</evidence><correct with="sit-even"/>
        <solved>Even.</solved>\(solvedWhen.isEmpty ? "" : "<solved-when>\(solvedWhen)</solved-when>")
        <example outcome="found" says="has it"><answer question="\(question)">\(answers.found)</answer></example>
        <example outcome="clear" says="has not"><answer question="\(question)">\(answers.clear)</answer></example>
        <example outcome="undetermined" says="open"/>
      </rule>
      """
    return Edit("chair/\(id).xml", "", text)
  }
}
