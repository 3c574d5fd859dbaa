/// Named values for a template. Every name is always there: what is absent is an empty list or a flag that is off.
///
/// There are some thousand to a page, of a few names each, and each is asked for a few of them: a list is made, and searched,
/// faster than a dictionary.
struct Fields: ViewValue, ExpressibleByDictionaryLiteral {
  /// A tuple would be copied with its value to see its name.
  private struct Item: Sendable {
    let name: String
    var value: any ViewValue
  }
  private var items: [Item]
  /// The field `hasNext` of what stands in a row, apart from the others, so that a row shares them with what it is made of.
  private var hasNext: Bool?
  var shape: ViewShape { .fields(self) }

  /// - Precondition: No name stands twice.
  init(dictionaryLiteral fields: (String, any ViewValue)...) {
    items = fields.map { Item(name: $0.0, value: $0.1) }
  }

  /// In the order they were given.
  var names: [String] { items.map(\.name) + (hasNext == nil ? [] : [Self.nextName]) }

  private static let nextName = "hasNext"

  subscript(name: String) -> (any ViewValue)? {
    get {
      if let place = place(of: name) { return items[place].value }
      return name == Self.nextName ? hasNext : nil
    }
    set {
      switch (place(of: name), newValue) {
      case (let place?, let value?): items[place].value = value
      case (let place?, nil): items.remove(at: place)
      case (nil, let value?): items.append(Item(name: name, value: value))
      case (nil, nil): break
      }
    }
  }

  private func place(of name: String) -> Int? {
    for place in items.indices where items[place].name == name { return place }
    return nil
  }

  /// The same in a row: knows whether another follows.
  func inARow(isFollowed: Bool) -> Fields {
    var fields = self
    fields.hasNext = isFollowed
    return fields
  }

  /// Both; the second counts where they have the same name.
  static func + (first: Fields, second: Fields) -> Fields {
    var fields = first
    fields.items.reserveCapacity(first.items.count + second.items.count)
    for item in second.items { fields[item.name] = item.value }
    fields.hasNext = second.hasNext ?? first.hasNext
    return fields
  }

  func without(_ names: String...) -> Fields {
    var fields = self
    for name in names { fields[name] = nil }
    return fields
  }
}
