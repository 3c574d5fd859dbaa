/// Named values for a template. Every name is always there: what is absent is an empty list or a flag that is off.
///
/// There are some thousand to a page, of a few names each, and each is asked for a few of them: a list is made, and searched,
/// faster than a dictionary.
struct Fields: ViewValue, ExpressibleByDictionaryLiteral {
  /// In the order they were given.
  private(set) var names: [String] = []
  private var values: [any ViewValue] = []
  var shape: ViewShape { .fields(self) }

  /// - Precondition: No name stands twice.
  init(dictionaryLiteral fields: (String, any ViewValue)...) {
    names.reserveCapacity(fields.count)
    values.reserveCapacity(fields.count)
    for (name, value) in fields {
      names.append(name)
      values.append(value)
    }
  }

  subscript(name: String) -> (any ViewValue)? {
    get { names.firstIndex(of: name).map { values[$0] } }
    set {
      switch (names.firstIndex(of: name), newValue) {
      case (let place?, let value?): values[place] = value
      case (let place?, nil):
        names.remove(at: place)
        values.remove(at: place)
      case (nil, let value?):
        names.append(name)
        values.append(value)
      case (nil, nil): break
      }
    }
  }

  /// Both; the second counts where they have the same name.
  static func + (first: Fields, second: Fields) -> Fields {
    var fields = first
    for (name, value) in zip(second.names, second.values) { fields[name] = value }
    return fields
  }

  func without(_ names: String...) -> Fields {
    var fields = self
    for name in names { fields[name] = nil }
    return fields
  }
}
