import Ergonomics

/// A price of something that no correction takes.
enum PriceOfNothing: DraftCheck {
  static let code = Problem.Code.priceOfNothing

  static let examples = [
    BrokenPack(at: "prices.xml:2", .prices(#"<price item="a pat" from="10" to="40"/>"#)),
    BrokenPack(at: "prices.xml:2", .prices(#"<price item="a horse" from="1000" to="4000"/>"#)),
  ]

  static func problems(in pack: CheckedDraft) -> [Problem] {
    if pack.draft.isIncomplete { return [] }
    let taken = pack.draft.corrections.compactMap(\.value.item)
    return pack.pricedItems.filter { !taken.contains($0.text) }.map { wording($0.text, at: $0.spot, known: taken) }
  }

  private static func wording(_ item: String, at spot: SourceLocation, known: [String]) -> Problem {
    Problem(
      code, spot, "no correction takes '\(item)'",
      help: Problem.nearest(to: item, in: known) ?? "name the item of a correction, or delete the price")
  }
}
