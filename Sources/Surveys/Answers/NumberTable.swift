/// Looks up the class of a whole number, and what it is in base units.
struct NumberTable: Sendable {
  /// Numbers from this one on are not in it.
  static let limit = 4096
  /// In bytes; what is longer is read with more care.
  private static let longest = 4
  /// What all tables of a file look into: so a table holds no reference.
  struct Store: Sendable {
    fileprivate var codes: [UInt8] = []
    fileprivate var values: [Int32] = []
    /// By the length of a text: which of its last 4 bytes are its own; and all bits for one that is empty.
    fileprivate let keep = (0...longest).map { length -> (digits: UInt32, none: UInt32) in
      length == 0 ? (0, .max) : (.max << UInt32(32 - 8 * length), 0)
    }
  }
  private let first: Int
  private let count: Int
  private let noAnswer: Int

  /// Adds the numbers from 0 on: code and value of each; and behind them that there is none.
  init(_ own: [(code: Int, value: Int)], noAnswer: Int, in store: inout Store) {
    (first, count, self.noAnswer) = (store.codes.count, own.count, noAnswer)
    store.codes += own.map { UInt8($0.code) } + [0]
    store.values += own.map { Int32($0.value) } + [0]
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
    let (codes, numbers, keep) = (store.codes.span, store.values.span, store.keep.span)
    var bit: UInt64 = 1
    masks.withUnsafeMutableBufferPointer { masks in
      values.withUnsafeMutableBufferPointer { values in
        let classes = masks.baseAddress! + firstMask
        for person in people.indices {
          let field = ends + Int(people[unchecked: person].firstField)
          let (start, end) = (Int(field[-1]) &+ 1, Int(field[0]))
          var place = self.place(text, start, end, keep)
          if place < 0, text.load(fromByteOffset: start, as: UInt8.self) == ASCII.quote {
            place = self.place(text, start &+ 1, end &- 1, keep)
          }
          classes[place >= 0 ? Int(codes[unchecked: place]) : noAnswer] |= bit
          if let valueStart, place >= 0 { values[valueStart &+ person] = Int(numbers[unchecked: place]) }
          bit = bit &+ bit
        }
      }
    }
    return masks[firstMask + noAnswer]
  }

  /// Where the number stands, or that there is none; negative for what is not in the table. Its digits are read all at
  /// once (D. Lemire, "Quickly parsing eight digits", 2018).
  @inline(__always)
  private func place(
    _ text: UnsafeRawPointer, _ start: Int, _ end: Int, _ keep: Span<(digits: UInt32, none: UInt32)>
  ) -> Int {
    let length = end &- start
    guard UInt(bitPattern: length) <= Self.longest else { return -1 }
    let own = keep[unchecked: length]
    let digits = (text.loadUnaligned(fromByteOffset: end &- 4, as: UInt32.self) ^ 0x3030_3030) & own.digits
    let pairs = digits &* 10 &+ digits &>> 8
    let number = Int(((pairs & 0x00FF_00FF) &* 0x0064_0001) &>> 16)
    guard ((digits &+ 0x7676_7676) | digits) & 0x8080_8080 == 0, number < count else { return -1 }
    return first &+ number &+ (count & Int(Int32(bitPattern: own.none)))
  }
}
