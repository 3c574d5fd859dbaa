import Ergonomics
import Testing

@Suite("The report on office strain")
struct StrainReportTests {
  private let strain = StrainPack.shipped

  private func page(_ answers: [Question.ID: Answer]) throws -> (assessment: Assessment, html: String) {
    let assessment = Assessor(strain.pack, programVersion: "1.0.0").assess(Answers(answers), date: "2026-11-25")
    return (assessment, String(decoding: try Shipped.report.get().html(of: assessment), as: UTF8.self))
  }

  @Test("shows the scores side by side, cites the paper and says what rating oneself is worth")
  func whatItSays() throws {
    let (assessment, html) = try page(strain.ideal)
    #expect(assessment.scores.map(\.now?.low) == [2, 2, 1, 1, 1])
    for score in strain.pack.scores { #expect(html.contains(score.title)) }
    #expect(html.contains("Applied Ergonomics 43 (2012) 98-108"))
    #expect(html.contains("tend to come out lower than when a trained observer rates"))
    #expect(html.contains("it is a screening"))
  }

  @Test("ranks findings by what solving them gives back, though no rule adds to a score")
  func severity() throws {
    let hanging = strain.ideal.joined(["rosa_seat_height": .option("hanging"), "rosa_armrests": .option("off")])
    let (assessment, html) = try page(hanging)
    #expect(assessment.plan.map(\.correction) == ["lower-the-seat"])
    func part(_ rule: Rule.ID) throws -> Substring {
      let number = try #require(assessment.findings.firstIndex { $0.id == rule }) + 1
      let start = try #require(html.firstRange(of: "id=\"f\(number)\""))
      return html[start.upperBound...].prefix(400)
    }
    #expect(try part("feet-without-floor").contains("Worth changing"))
    #expect(try !part("arms-without-support").contains("class=\"sev"))
  }
}
