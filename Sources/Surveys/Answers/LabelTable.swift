/// Looks up the class of an answer by its label: a perfect hash that is searched for when a pack is loaded.
///
/// A text of up to 16 bytes is known exactly by its first 8 bytes, its last 8 and its length. Longer ones are not in it.
struct LabelTable: Sendable {
  static let longest = 16
  fileprivate struct Slot: Sendable {
    var head: UInt64 = 0
    var tail: UInt64 = 0
    var length = -1
    var code = 0
  }
  /// What all tables of a file look into: so a table holds no reference, and the loop below counts none.
  struct Store: Sendable {
    fileprivate var slots: [Slot] = []
    /// Which of the first and of the last 8 bytes belong to a text, by the low byte of its length.
    fileprivate let keep = (0...255).map { (length: UInt64) -> (head: UInt64, tail: UInt64) in
      length >= 8 ? (.max, .max) : (1 << (8 * length) - 1, ~(.max >> (8 * length)))
    }
  }
  struct Entry: Sendable, Hashable {
    let text: [UInt8]
    let code: Int
  }
  private static let mostBits: UInt64 = 14
  private let firstSlot: Int
  private let multiplier: UInt64
  private let shift: UInt64

  /// `nil` where so many labels find no places of their own; then they are looked up with more care.
  ///
  /// - Parameter tries: How long to look for a small table before a larger one is tried.
  init?(_ labels: [Entry], in store: inout Store, tries: Int = 1000) {
    let margin = Array(repeating: UInt8(0), count: 8)
    let own = labels.filter { $0.text.count <= Self.longest }.map { entry in
      let text = entry.text
      return (margin + text + margin).withUnsafeBytes { bytes in
        Slot(
          head: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self) & store.keep[text.count].head,
          tail: bytes.loadUnaligned(fromByteOffset: text.count, as: UInt64.self) & store.keep[text.count].tail,
          length: text.count, code: entry.code)
      }
    }
    let keys = own.map { Self.key($0.head, $0.tail, $0.length) }
    guard let (multiplier, bits) = Self.multiplier(parting: keys, tries: tries) else { return nil }
    (self.multiplier, shift) = (multiplier, 64 - bits)
    firstSlot = store.slots.count
    store.slots += Array(repeating: Slot(), count: 1 << Int(bits))
    for (slot, key) in zip(own, keys) { store.slots[firstSlot + Self.place(key, multiplier, shift)] = slot }
  }

  /// What makes the highest bits of all keys differ, and how many of them it takes.
  private static func multiplier(parting keys: [UInt64], tries: Int) -> (multiplier: UInt64, bits: UInt64)? {
    var (random, bits, round) = (1 as UInt64, 1 as UInt64, 0)
    var taken: [Int] = []  // by place, the last round in which one had it
    repeat {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      round += 1
      if 1 << bits < keys.count || round % tries == 0 { bits += 1 }
      if bits > mostBits { return nil }
      if taken.count < 1 << Int(bits) { taken = Array(repeating: 0, count: 1 << Int(bits)) }
    } while !takePlaces(keys, random | 1, bits, &taken, round)
    return (random | 1, bits)
  }

  /// False where two keys have the same.
  private static func takePlaces(
    _ keys: [UInt64], _ multiplier: UInt64, _ bits: UInt64, _ taken: inout [Int], _ round: Int
  ) -> Bool {
    for key in keys {
      let place = place(key, multiplier, 64 - bits)
      if taken[place] == round { return false }
      taken[place] = round
    }
    return true
  }

  @inline(__always)
  private static func key(_ head: UInt64, _ tail: UInt64, _ length: Int) -> UInt64 {
    head &+ tail &* 2 &+ UInt64(truncatingIfNeeded: length)  // halves swapped make another sum
  }

  /// The highest bits of a product.
  @inline(__always)
  private static func place(_ key: UInt64, _ multiplier: UInt64, _ shift: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* multiplier) &>> shift)
  }

  /// Marks in one column of up to 64 records who gave which answer: a mask for each class, from `first` on.
  ///
  /// Returns who gave an answer that is not in the table; they are marked anywhere. There is no branch in the loop, and none
  /// the compiler could make of it: of `min(length, 8)` it made one, at a quarter of the speed of the whole program.
  @inline(never)
  func mark(
    _ column: Int, of people: Span<Record>, in chunk: borrowing RecordChunk, _ store: Store,
    _ masks: inout MutableSpan<UInt64>, from first: Int
  ) -> UInt64 {
    let (text, ends) = (chunk.text, chunk.fieldEnds + column)
    let (slots, keep) = (store.slots.span, store.keep.span)
    var (bit, differences) = (1 as UInt64, 0 as UInt64)
    masks.withUnsafeMutableBufferPointer { masks in
      let classes = masks.baseAddress! + first
      for person in people.indices {
        let field = ends + Int(people[unchecked: person].firstField)
        let (slot, difference) = find(text, Int(field[-1]) &+ 1, Int(field[0]), slots, keep)
        differences |= difference
        classes[slots[unchecked: slot].code] |= bit
        bit = bit &+ bit
      }
    }
    return differences == 0 ? 0 : unknown(column, of: people, in: chunk, store)
  }

  /// Who gave an answer that is not in the table: looked for once more, as mostly nobody did.
  @inline(never)
  private func unknown(
    _ column: Int, of people: Span<Record>, in chunk: borrowing RecordChunk, _ store: Store
  ) -> UInt64 {
    let (text, ends) = (chunk.text, chunk.fieldEnds + column)
    let (slots, keep) = (store.slots.span, store.keep.span)
    var unknown: UInt64 = 0
    for person in people.indices {
      let field = ends + Int(people[unchecked: person].firstField)
      let (_, difference) = find(text, Int(field[-1]) &+ 1, Int(field[0]), slots, keep)
      if difference != 0 { unknown |= 1 << UInt64(person) }
    }
    return unknown
  }

  /// The only place where a text may be, and how it differs from what is there; 0 if it is the same.
  @inline(__always)
  private func find(
    _ text: UnsafeRawPointer, _ start: Int, _ end: Int, _ slots: Span<Slot>, _ keep: Span<(head: UInt64, tail: UInt64)>
  ) -> (slot: Int, difference: UInt64) {
    let own = keep[unchecked: Int(UInt8(truncatingIfNeeded: end &- start))]
    let head = text.loadUnaligned(fromByteOffset: start, as: UInt64.self) & own.head
    let tail = text.loadUnaligned(fromByteOffset: end &- 8, as: UInt64.self) & own.tail
    let place = firstSlot &+ Self.place(Self.key(head, tail, end &- start), multiplier, shift)
    let slot = slots[unchecked: place]
    let difference =
      (slot.head ^ head) | (slot.tail ^ tail) | UInt64(truncatingIfNeeded: slot.length ^ (end &- start))
    return (place, difference)
  }

  /// The codes of labels that `;` joins, a bit each; `nil` unless all are in the table.
  ///
  /// - Parameter cell: In memory of which a few bytes more can be read on both sides.
  func codes(ofParts cell: UnsafeRawBufferPointer, _ store: Store) -> UInt64? {
    guard var start = cell.baseAddress, cell.count > 0 else { return nil }
    var end = start + cell.count
    if cell.count > 1, cell[0] == ASCII.quote, cell[cell.count - 1] == ASCII.quote {
      (start, end) = (start + 1, end - 1)
    }
    var codes: UInt64 = 0
    var part = start
    while part < end {
      var partEnd = part
      while partEnd < end, partEnd.load(as: UInt8.self) != ASCII.semicolon { partEnd += 1 }
      guard let code = code(of: UnsafeRawBufferPointer(start: part, count: partEnd - part), store) else { return nil }
      codes |= 1 << UInt64(code)
      part = partEnd + 1
      while part < end, part.load(as: UInt8.self) == ASCII.space { part += 1 }
    }
    return codes == 0 ? nil : codes
  }

  private func code(of label: UnsafeRawBufferPointer, _ store: Store) -> Int? {
    guard let start = label.baseAddress, 1...Self.longest ~= label.count else { return nil }
    let keep = store.keep[label.count]
    let head = start.loadUnaligned(as: UInt64.self) & keep.head
    let tail = (start + label.count - 8).loadUnaligned(as: UInt64.self) & keep.tail
    let slot = store.slots[firstSlot + Self.place(Self.key(head, tail, label.count), multiplier, shift)]
    return slot.head == head && slot.tail == tail && slot.length == label.count ? slot.code : nil
  }
}
