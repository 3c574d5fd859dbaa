import Foundation

/// Writes `Encodable` values one after the other, without names: they can be read by the same types alone, in the same
/// program (`CompactReader`).
///
/// Strings stand once, in a table at the start; numbers take as few bytes as they need. Of an enumeration its case is
/// named, of a dictionary each key; an optional has a byte that says whether it is there.
///
///     let bytes = try CompactWriter.bytes(of: pack)
final class CompactWriter {
  private var output: [UInt8] = []
  private var strings: [String] = []
  private var places: [String: Int] = [:]
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  private init() {}

  /// - Throws: `NotCompact` for values with other numbers than `Int`, or with optionals in arrays.
  static func bytes(of value: some Encodable) throws -> [UInt8] {
    let (values, table) = (CompactWriter(), CompactWriter())
    try values.write(value)
    table.write(values.strings.count)
    for string in values.strings {
      table.write(string.utf8.count)
      table.output += string.utf8
    }
    return table.output + values.output
  }

  fileprivate func write(_ value: some Encodable) throws {
    if !writePlain(value) { try value.encode(to: self) }
  }

  /// False for what is no string, number or flag.
  fileprivate func writePlain(_ value: some Encodable) -> Bool {
    switch value {
    case let string as String: write(string)
    case let number as Int: write(number)
    case let flag as Bool: write(flag)
    default: return false
    }
    return true
  }

  fileprivate func write(_ flag: Bool) { output.append(flag ? 1 : 0) }

  /// Seven bits a byte, the lowest first; the sign is the lowest bit of all.
  fileprivate func write(_ number: Int) {
    var rest = UInt(bitPattern: number << 1 ^ number >> (Int.bitWidth - 1))
    while rest > 0x7f {
      output.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    output.append(UInt8(rest))
  }

  fileprivate func write(_ string: String) {
    let place = places[string] ?? strings.count
    if place == strings.count {
      strings.append(string)
      places[string] = place
    }
    write(place)
  }

  /// A number that is known later only: where it stands.
  fileprivate func reserve() -> Int {
    output += [0, 0, 0, 0]
    return output.count - 4
  }

  fileprivate func set(_ number: Int, at place: Int) {
    withUnsafeBytes(of: UInt32(number).littleEndian) { output.replaceSubrange(place..<place + 4, with: $0) }
  }

  fileprivate var count: Int { output.count }
}

extension CompactWriter: Encoder {
  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    KeyedEncodingContainer(Properties(writer: self))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer { Elements(writer: self) }
  func singleValueContainer() -> any SingleValueEncodingContainer { self }
}

extension CompactWriter: SingleValueEncodingContainer {
  func encodeNil() throws { throw NotCompact() }
  func encode(_ value: some Encodable) throws { if !writePlain(value) { throw NotCompact() } }
}

/// A type that writes itself in a way that has no compact form.
struct NotCompact: Error {}

extension CodingKey {
  /// The keys of a dictionary, which can be any; those of properties and of cases are the type's.
  static var areAny: Bool { Self(stringValue: "") != nil }
}

/// The properties of a structure in their order, the case of an enumeration, or the entries of a dictionary.
private struct Properties<Key: CodingKey>: KeyedEncodingContainerProtocol {
  private let writer: CompactWriter
  /// Of a dictionary: where the number of its entries stands, and how many there are.
  private var entries: (place: Int, count: Int)?
  var codingPath: [any CodingKey] { [] }

  init(writer: CompactWriter) {
    self.writer = writer
    if Key.areAny { entries = (writer.reserve(), 0) }
  }

  mutating func encode(_ value: some Encodable, forKey key: Key) throws {
    guard let (place, count) = entries else { return try writer.write(value) }
    writer.write(key.stringValue)
    let length = writer.reserve()
    try writer.write(value)
    writer.set(writer.count - length - 4, at: length)
    writer.set(count + 1, at: place)
    entries = (place, count + 1)
  }

  mutating func encodeNil(forKey key: Key) throws { writer.write(false) }
  mutating func encodeIfPresent(_ value: Bool?, forKey key: Key) throws { try encodeOptional(value) }
  mutating func encodeIfPresent(_ value: String?, forKey key: Key) throws { try encodeOptional(value) }
  mutating func encodeIfPresent(_ value: Int?, forKey key: Key) throws { try encodeOptional(value) }
  mutating func encodeIfPresent(_ value: (some Encodable)?, forKey key: Key) throws { try encodeOptional(value) }

  private func encodeOptional(_ value: (some Encodable)?) throws {
    writer.write(value != nil)
    if let value { try writer.write(value) }
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    writer.write(key.stringValue)
    return writer.container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer { writer.unkeyedContainer() }
  mutating func superEncoder() -> any Encoder { writer }
  mutating func superEncoder(forKey key: Key) -> any Encoder { writer }
}

private struct Elements: UnkeyedEncodingContainer {
  private let writer: CompactWriter
  private let place: Int
  private(set) var count = 0
  var codingPath: [any CodingKey] { [] }

  init(writer: CompactWriter) {
    self.writer = writer
    place = writer.reserve()
  }

  private mutating func next() {
    count += 1
    writer.set(count, at: place)
  }

  mutating func encode(_ value: some Encodable) throws {
    next()
    try writer.write(value)
  }

  mutating func encodeNil() throws { throw NotCompact() }

  mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
    next()
    return writer.container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    next()
    return writer.unkeyedContainer()
  }

  mutating func superEncoder() -> any Encoder { writer }
}
