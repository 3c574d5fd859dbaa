/// What a cell says, as far as rules look: the classes it is in, one bit each, and its number, or the ends of a range.
struct CellReading: Sendable, Hashable {
  var classes: UInt64
  var value = 0
  var upperValue = 0
  /// Something of it is not understood, and whether that speaks against the whole column.
  var isMisread = false
  var speaksAgainstColumn = false

  static let unanswered = CellReading(classes: 1)
}

/// Remembers what cells said that were read with care, so that the next one like it costs little.
///
/// It forgets whatever stands in the way of something new, and never grows.
struct CellMemo: ~Copyable {
  private static let slotCount = 2048
  /// Longer cells are not remembered.
  private static let longest = 96
  private struct Slot {
    var hash: UInt64 = 0
    var column: Int32 = -1
    var length: Int32 = 0
    var reading = CellReading.unanswered
  }
  private var slots = Array(repeating: Slot(), count: slotCount)
  private var texts = Array(repeating: UInt8(0), count: slotCount * longest)

  func reading(of cell: UnsafeRawBufferPointer, in column: Int) -> CellReading? {
    let hash = Hash64(cell, seed: UInt64(column)).value
    let place = Int(hash % UInt64(Self.slotCount))
    let slot = slots[place]
    guard slot.hash == hash, slot.column == column, slot.length == cell.count else { return nil }
    let start = place * Self.longest
    for offset in cell.indices where texts[start + offset] != cell[offset] { return nil }
    return slot.reading
  }

  mutating func remember(_ reading: CellReading, of cell: UnsafeRawBufferPointer, in column: Int) {
    guard cell.count <= Self.longest else { return }
    let hash = Hash64(cell, seed: UInt64(column)).value
    let place = Int(hash % UInt64(Self.slotCount))
    slots[place] = Slot(hash: hash, column: Int32(column), length: Int32(cell.count), reading: reading)
    for offset in cell.indices { texts[place * Self.longest + offset] = cell[offset] }
  }
}
