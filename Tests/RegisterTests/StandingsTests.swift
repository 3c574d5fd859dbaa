import Testing

@testable import Register

@Suite("How things are at workstations")
struct StandingsTests {
  @Test("are told by the latest assessment, with what is overdue and what is to be confirmed")
  func latest() throws {
    try ScratchRegister.use { scratch in
      try scratch.file(.of("ben", support: "none", seat: "hard"), on: "2026-01-10")
      try scratch.file(.of("ben", support: "in_place"), on: "2026-03-10")
      try scratch.file(.of("ben", support: "none", seat: "soft"), on: "2026-02-10", at: "home")
      try scratch.file(.of("ann", support: "in_place", seat: "soft"), on: "2026-02-10", team: "IT")
      _ = try scratch.register.change([3], ActionChange(.agree, due: "2026-03-01"), on: "2026-02-11", who: "")
      func told(on day: String, team: String? = nil) throws -> [String] {
        try scratch.register.standings(on: day, team: team).map {
          "\($0.person) \($0.workstation) \($0.assessed) \($0.scores.map { [$0.low, $0.high] }) open \($0.openRules): "
            + "\($0.openActions) \($0.overdueActions) \($0.unconfirmedActions)"
        }
      }
      #expect(
        try told(on: "2026-03-01") == [
          "ann office 2026-02-10 [[0, 0]] open 0: 0 0 0", "ben home 2026-02-10 [[8, 8]] open 0: 1 0 0",
          "ben office 2026-03-10 [[0, 5]] open 1: 1 0 0",
        ])
      #expect(try told(on: "2026-03-02", team: "Sales")[0].hasSuffix(": 1 1 0"))
      try scratch.move([3], .done)
      #expect(try told(on: "2026-03-02", team: "Sales")[0].hasSuffix(": 1 0 1"))
      #expect(try told(on: "2026-03-02", team: "Board") == [])
    }
  }
}
