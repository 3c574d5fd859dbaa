import Ergonomics
import Testing

@Suite("The sums of the plan")
struct PlanSumTests {
  @Test("add up: now, less every step, is after", arguments: [Assessment.sample, uneven])
  func addUp(assessment: Assessment) throws {
    let lines = try Page(assessment).html.matches(of: #/<p class="num-line"><b>.*?:</b> (.*?) = <b>(\d+)</b>/#)
    #expect(lines.count == assessment.plan.count)
    for line in lines {
      let numbers = line.output.1.matches(of: #/(?:([−+]) )?(\d+)/#).compactMap { match in
        Int(match.output.2).map { match.output.1 == "−" ? -$0 : $0 }
      }
      #expect(numbers.count > assessment.plan.count)
      #expect(numbers.reduce(0, +) == Int(line.output.2))
    }
  }

  @Test("says what the steps do together when their parts alone do not add up")
  func together() throws {
    #expect(try Page(Self.uneven).html.contains("by all steps together"))
    #expect(try !Page(.sample).html.contains("by all steps together"))
  }

  @Test("counts what is beyond the end of a scale, which steps give back too")
  func beyond() throws {
    let capped = Assessment.sample.with {
      $0.scores[0].beyond.now = 6
      $0.plan[0].gives[0] = .init(score: "lower_back", points: 14)
    }
    let line = try #require(try Page(capped).between("<p class=\"num-line\"><b>Lower back:</b> ", "</p>"))
    #expect(line.hasPrefix("38 (shown as 32) − 14 − 12 = <b>12</b>"), "\(line)")
  }

  @Test("says how far the scores may reach while the plan leaves something open")
  func atMost() throws {
    let open = Assessment.sample.with {
      $0.scores[0].after = ScoreInterval(low: 9, high: 13, level: "low", levelHigh: "low")
    }
    #expect(try Page(open).html.contains("= <b>9</b>; at most 13, with what answers still leave open"))
    let decided = Assessment.sample.with {
      $0.scores = $0.scores.map { score in
        var score = score
        score.after = score.after.map {
          ScoreInterval(low: $0.low, high: $0.low, level: $0.level, levelHigh: $0.levelHigh)
        }
        return score
      }
    }
    #expect(try !Page(decided).html.contains("; at most "))
  }

  private static let uneven = Assessment.sample.with {
    $0.scores[0].after = ScoreInterval(low: 7, high: 7, level: "low", levelHigh: "low")
  }
}
