import Ergonomics

/// A measure that is computed for nothing.
enum UnreadMeasure: DraftCheck {
  static let code = Problem.Code.unreadMeasure

  static let examples = [
    BrokenPack(
      at: "measures.xml:5",
      .init("measures.xml", "<table", #"<measure id="depth" unit="mm" title="Depth">seat_height</measure> <table"#)),
    BrokenPack(
      at: "measures.xml:6",
      .init(
        "measures.xml", "<table",
        #"<measure id="depth" unit="mm" title="Depth">seat_height</measure>"# + "\n"
          + #"<measure id="double_depth" unit="mm" title="Twice">2 * depth</measure> <table"#)),
  ]

  static func problems(in pack: CheckedDraft) -> [Problem] {
    let read = pack.readNames
    return pack.draft.measures.filter { !read.contains($0.value.id) }.map { wording($0.value.id, at: $0.spot("id")) }
  }

  private static func wording(_ id: String, at spot: SourceLocation) -> Problem {
    Problem(
      code, spot, "nothing reads measure '\(id)'", help: "delete the measure, or read it in a rule, a score or a text")
  }
}
