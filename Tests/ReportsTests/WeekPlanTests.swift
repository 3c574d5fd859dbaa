import Ergonomics
import Testing

@testable import Reports

@Suite("The week plan")
struct WeekPlanTests {
  @Test(
    "has as many boxes as the dose has days, spread over the week",
    arguments: [
      (1, "M"), (2, "M  T"), (3, "M W F"), (4, "MT TF"), (5, "MTWTF"), (6, "MTWTFS"), (7, "MTWTFSS"), (nil, "MTWTFSS"),
    ] as [(Int?, String)])
  func boxes(days: Int?, expected: String) throws {
    let person = Assessment.sample.with {
      $0.exercises[0].dose = .init(sets: 1, reps: 1, hold: nil, often: "as often", days: days)
    }
    let row = try #require(try rows(of: person).first { $0.contains("as often") })
    let cells = row.matches(of: #/<td>(<input type=checkbox aria-labelledby="w\d+ day\d">)?(rest)?/#)
    #expect(cells.count == 7)
    for (cell, letter) in zip(cells, expected.padding(to: 7)) {
      #expect((cell.output.1 == nil) == (letter == " ") && (cell.output.2 != nil) == (letter == " "))
    }
  }

  @Test("has the exercises, then the habits of the plan, and nothing that is done once")
  func habits() throws {
    #expect(
      try rows(of: .sample).compactMap {
        $0.firstMatch(of: #/<th scope="row" id="w\d+">([^<]*) </#).map { String($0.output.1) }
      }
        == Assessment.sample.exercises.map(\.title) + ["Stand up every half hour"])
  }

  @Test("says how long a full day of exercises takes, beside what belongs to breaks")
  func time() throws {
    let minutes = [7, nil, 4]
    let person = Assessment.sample.with { person in
      person.exercises = minutes.map { minutes in
        var exercise = person.exercises[0]
        exercise.dose = .init(sets: 1, reps: 1, hold: nil, often: "daily", minutes: minutes)
        return exercise
      }
    }
    let week = try #require(try Page(person).part("week"))
    #expect(week.contains("take about 11 minutes, beside those that belong to breaks."))
  }

  @Test("is there for habits alone, and is not there when there is nothing to tick off")
  func alone() throws {
    #expect(try rows(of: .sample.with { $0.exercises = [] }).count == 1)
    #expect(try Page(.empty).part("week") == nil)
    #expect(try Page(.emergency).part("week") == nil)
  }

  private func rows(of assessment: Assessment) throws -> [Substring] {
    try #require(try Page(assessment).part("week")).split(separator: "\n").filter { $0.hasPrefix("<tr>") }
  }
}

extension String {
  fileprivate func padding(to length: Int) -> String {
    self + String(repeating: " ", count: max(0, length - count))
  }
}
