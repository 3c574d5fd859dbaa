import Foundation
import Testing

@Suite("The program, told of a warning sign in a file")
struct WarningSignCommandTests {
  @Test(
    "writes its card into the report, whatever is said of pain",
    arguments: [
      ("emergency_signs", "saddle_numbness", "Go to an emergency department now"),
      ("urgent_signs", "back_lump", "Ask for an urgent appointment: lump or changed shape of the back"),
      ("massage_conditions", "clot", "Ask a doctor today: a swollen or throbbing leg"),
    ])
  func card(question: String, sign: String, title: String) throws {
    try Program.inFolder { program in
      let rows = ["yes", "no", ""].enumerated().map { "p\($0),\($1),\(sign)\n" }.joined()
      try program.write("id,has_pain,\(question)\n" + rows, to: "signs.csv")
      let scored = try program.run(
        "score", "signs.csv", "--rules", Program.path("Rules"), "--pack", "lower-back-hips", "-o", "results.csv",
        "--reports", "people", "--quiet")
      #expect(scored.code == 0, "\(scored.err)")
      for person in ["p0", "p1", "p2"] {
        let page = try program.read("people/\(person).html")
        #expect(page.contains(title), "\(person)")
        #expect(page.contains("Get help at once if"))
      }
    }
  }
}
