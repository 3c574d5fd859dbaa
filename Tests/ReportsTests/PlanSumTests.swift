import Ergonomics
import Foundation
import Testing

@Suite("The table of the plan")
struct PlanSumTests {
  @Test("adds up: now, less every step, is after", arguments: [Assessment.sample, uneven])
  func addsUp(assessment: Assessment) throws {
    let table = try #require(try Page(assessment).between("<table class=\"sums\">", "</table>"))
    let total = try #require(table.range(of: "class=\"total\""))
    let end = try #require(table.range(of: "</tr>", range: total.upperBound..<table.endIndex))
    let rows = table[..<end.upperBound].matches(of: #/<tr(?: class="total")?>(.*?)</tr>/#).map { row in
      row.output.1.matches(of: #/<td[^>]*>(?:<b>)?([−+]?\d+)/#).map { cell in
        Int(String(cell.output.1).replacing("−", with: "-").replacing("+", with: ""))
      }
    }.filter { !$0.isEmpty }
    #expect(rows.count >= 4)
    for column in rows[0].indices {
      let numbers = try rows.map { try #require($0[column]) }
      #expect(numbers.dropLast().reduce(0, +) == numbers.last)
    }
  }

  @Test("says what the steps do together when their parts alone do not add up")
  func together() throws {
    #expect(try Page(Self.uneven).html.contains("All steps together"))
    #expect(try !Page(.sample).html.contains("All steps together"))
  }

  @Test("says how far the scores may reach while the plan leaves something open")
  func atMost() throws {
    let open = Assessment.sample.with {
      $0.scores[0].after = ScoreInterval(low: 9, high: 13, level: "low", levelHigh: "low")
    }
    let table = try #require(try Page(open).between("class=\"total\"", "</table>"))
    #expect(table.contains(#/At most.*?<td class="num">13</td>/#))
    let decided = Assessment.sample.with {
      $0.scores = $0.scores.map { score in
        var score = score
        score.after = score.after.map {
          ScoreInterval(low: $0.low, high: $0.low, level: $0.level, levelHigh: $0.levelHigh)
        }
        return score
      }
    }
    #expect(try !Page(decided).html.contains("At most, with"))
  }

  private static let uneven = Assessment.sample.with {
    $0.scores[0].after = ScoreInterval(low: 7, high: 7, level: "low", levelHigh: "low")
  }
}
