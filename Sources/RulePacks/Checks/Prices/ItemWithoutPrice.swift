import Ergonomics

/// Something the organisation gets, which a table of prices leaves out.
enum ItemWithoutPrice: DraftCheck {
  static let code = Problem.Code.itemWithoutPrice

  static let examples = [
    BrokenPack(
      at: "advice.xml:8", .prices(#"<price item="a pad" from="10" to="40"/>"#),
      .init("advice.xml", #"who="you" minutes="1""#, #"who="facilities" item="a longer lever" minutes="1""#))
  ]

  static func problems(in pack: CheckedDraft) -> [Problem] {
    guard let table = pack.draft.priceTable else { return [] }
    var seen = Set(pack.pricedItems.map(\.text))
    return pack.draft.corrections.filter { $0.value.part == .decide }.compactMap { correction in
      guard let item = correction.value.item, seen.insert(item).inserted else { return nil }
      return wording(item, at: correction.spot("item"), table: table.file.path)
    }
  }

  private static func wording(_ item: String, at spot: SourceLocation, table: String) -> Problem {
    Problem(
      code, spot, "'\(item)' has no price", help: "add one to \(table), from 0 for what may be in the house")
  }
}
