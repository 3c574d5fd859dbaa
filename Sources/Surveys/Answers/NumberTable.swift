/// Looks up the class of a whole number, and what it is in base units.
struct NumberTable: Sendable {
  /// Numbers from this one on are not in it.
  static let limit = 4096
  /// What all tables of a file look into: so a table holds no reference.
  struct Store: Sendable {
    fileprivate var codes: [UInt8] = []
    fileprivate var values: [Int32] = []
  }
  private let first: Int
  private let count: Int
  private let noAnswer: Int

  /// Adds the numbers from 0 on: code and value of each.
  init(_ own: [(code: Int, value: Int)], noAnswer: Int, in store: inout Store) {
    (first, count, self.noAnswer) = (store.codes.count, own.count, noAnswer)
    store.codes += own.map { UInt8($0.code) }
    store.values += own.map { Int32($0.value) }
  }

  /// Marks in one column of up to 64 records who gave which answer: a mask for each class, from `first` on; where there
  /// is a place for values, writes them there.
  ///
  /// Returns who gave an answer that is not in the table.
  @inline(never)
  func mark(
    _ column: Int, of people: Span<Record>, in chunk: borrowing RecordChunk, _ store: Store,
    _ masks: inout MutableSpan<UInt64>, from firstMask: Int, _ values: inout MutableSpan<Int>, at valueStart: Int?
  ) -> UInt64 {
    let (text, ends) = (chunk.text, chunk.fieldEnds + column)
    let (codes, numbers) = (store.codes.span, store.values.span)
    for person in people.indices {
      let field = Int(people[unchecked: person].firstField)
      let start = Int(ends[field &- 1]) &+ 1
      let end = Int(ends[field])
      var place = self.place(text, start, end)
      if place == Self.none, text.load(fromByteOffset: start, as: UInt8.self) == ASCII.quote {
        place = self.place(text, start &+ 1, end &- 1)
      }
      let code = place >= 0 ? Int(codes[unchecked: first &+ place]) : place == Self.empty ? 0 : noAnswer
      masks[unchecked: firstMask &+ code] |= 1 &<< UInt64(truncatingIfNeeded: person)
      if let valueStart, place >= 0 { values[valueStart &+ person] = Int(numbers[unchecked: first &+ place]) }
    }
    return masks[firstMask + noAnswer]
  }

  private static let empty = -1
  private static let none = -2

  /// The number itself, or that there is none.
  @inline(__always)
  private func place(_ text: UnsafeRawPointer, _ start: Int, _ end: Int) -> Int {
    let length = end &- start
    if length == 0 { return Self.empty }
    guard length > 0, length <= 8, let number = Self.number(endingAt: text + end, length), number < count else {
      return Self.none
    }
    return number
  }

  /// Up to eight digits, read all at once (D. Lemire, "Quickly parsing eight digits", 2018); `nil` if one is no digit.
  @inline(__always)
  private static func number(endingAt end: UnsafeRawPointer, _ length: Int) -> Int? {
    let unused = UInt64(truncatingIfNeeded: 64 &- 8 &* length)
    var digits = (end - 8).loadUnaligned(as: UInt64.self)
    digits = (digits &>> unused) &<< unused | 0x3030_3030_3030_3030 & ((1 &<< unused) &- 1)
    let carry = (digits &+ 0x0606_0606_0606_0606) & 0xF0F0_F0F0_F0F0_F0F0
    guard digits & 0xF0F0_F0F0_F0F0_F0F0 | carry >> 4 == 0x3333_3333_3333_3333 else { return nil }
    digits &= 0x0F0F_0F0F_0F0F_0F0F
    digits = digits &* 10 &+ digits >> 8
    let low = (digits & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064
    let high = (digits >> 16 & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001
    return Int(truncatingIfNeeded: (low &+ high) >> 32)
  }
}
