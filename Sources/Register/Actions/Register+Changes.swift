import GRDB

/// What is to become of actions; what is `nil` stays.
package struct ActionChange: Sendable, Hashable {
  package var move: ActionMove?
  package var owner: String?
  /// `YYYY-MM-DD`; empty = no day.
  package var due: String?
  package var note: String?
  package var cost: String?

  package init(
    _ move: ActionMove? = nil, owner: String? = nil, due: String? = nil, note: String? = nil, cost: String? = nil
  ) {
    (self.move, self.owner, self.due, self.note, self.cost) = (move, owner, due, note, cost)
  }

  package var isEmpty: Bool { self == ActionChange() }
}

extension Register {
  /// Changes all of them, or none.
  ///
  /// - Throws: `RegisterFailure.unknownActions`, `.illegal`.
  /// - Returns: The actions as they are now.
  package func change(
    _ numbers: [Int], _ change: ActionChange, on day: String, who: String
  ) throws -> [RegisteredAction] {
    try write { db in
      let actions = try db.actions(all: numbers)
      if let move = change.move {
        let stuck = actions.filter { $0.state.after(move) == nil }
        if !stuck.isEmpty {
          throw RegisterFailure.illegal(
            move, Dictionary(stuck.map { ($0.number, $0.state) }, uniquingKeysWith: { first, _ in first }))
        }
      }
      for action in actions { try db.change(action, change, on: day, who: who) }
      return try db.actions(all: numbers)
    }
  }
}

extension Database {
  /// In the order of their numbers.
  ///
  /// - Throws: `RegisterFailure.unknownActions`.
  func actions(all numbers: [Int]) throws -> [RegisteredAction] {
    var filter = ActionFilter()
    var found: [RegisteredAction] = []
    let wanted = Array(Set(numbers)).sorted()
    for start in stride(from: 0, to: wanted.count, by: Self.mostAtOnce) {
      filter.numbers = Array(wanted[start..<min(start + Self.mostAtOnce, wanted.count)])
      found += try actions(filter).sorted { $0.number < $1.number }
    }
    let missing = Set(wanted).subtracting(found.map(\.number))
    if !missing.isEmpty { throw RegisterFailure.unknownActions(missing.sorted()) }
    return found
  }

  /// SQLite takes more, but every version of it takes so many.
  private static var mostAtOnce: Int { 500 }

  /// Writes down what is another than before, in the log too.
  func change(_ action: RegisteredAction, _ change: ActionChange, on day: String, who: String) throws {
    let number = Int64(action.number)
    if let move = change.move {
      try self.move(number, from: action.state, move, day, who: who, note: change.note ?? "")
    }
    let fields = [
      ("owner", change.owner, action.owner), ("due", change.due, action.due ?? ""), ("note", change.note, action.note),
      ("cost", change.cost, action.cost),
    ]
    for case (let name, let new?, let old) in fields where new != old {
      try cachedStatement(sql: "UPDATE action SET \(name) = ?, revision = revision + 1 WHERE number = ?").execute(
        arguments: [name == "due" && new.isEmpty ? nil : new, number])
      try log(day, who: who, what: name, action: number, note: new)
    }
  }
}
