import Foundation

/// Reads what `CompactWriter` has written of a value of the same type.
///
///     let pack = try CompactReader.value(of: Pack.self, in: bytes)
final class CompactReader {
  /// Bytes that no value of the type has been written as.
  struct Damaged: Error {}

  private let bytes: UnsafeRawBufferPointer
  private var strings: [String] = []
  private var offset = 0
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  private init(_ bytes: UnsafeRawBufferPointer) throws(Damaged) {
    self.bytes = bytes
    let count = try number()
    guard 0...bytes.count ~= count else { throw Damaged() }
    strings.reserveCapacity(count)
    for _ in 0..<count {
      let length = try number()
      guard 0...bytes.count - offset ~= length else { throw Damaged() }
      strings.append(String(decoding: bytes[offset..<offset + length], as: UTF8.self))
      offset += length
    }
  }

  /// - Throws: `Damaged`, and what the type throws of values that it does not have.
  static func value<Value: Decodable>(of type: Value.Type, in bytes: ArraySlice<UInt8>) throws -> Value {
    try bytes.withUnsafeBytes { bytes in
      let reader = try CompactReader(bytes)
      let value = try Value(from: reader)
      guard reader.offset == bytes.count else { throw Damaged() }
      return value
    }
  }

  private func byte() throws(Damaged) -> UInt8 {
    guard offset < bytes.count else { throw Damaged() }
    offset += 1
    return bytes[offset - 1]
  }

  fileprivate func flag() throws(Damaged) -> Bool { try byte() != 0 }

  fileprivate func number() throws(Damaged) -> Int {
    var (number, shift) = (0 as UInt, 0 as UInt)
    while true {
      let byte = try byte()
      number |= UInt(byte & 0x7f) << shift
      if byte < 0x80 { return Int(bitPattern: number >> 1) ^ -Int(bitPattern: number & 1) }
      shift += 7
      if shift > 63 { throw Damaged() }
    }
  }

  fileprivate func string() throws(Damaged) -> String {
    let place = try number()
    guard strings.indices ~= place else { throw Damaged() }
    return strings[place]
  }

  /// A number of four bytes.
  fileprivate func count() throws(Damaged) -> Int {
    guard offset + 4 <= bytes.count else { throw Damaged() }
    offset += 4
    return Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset - 4, as: UInt32.self)))
  }

  fileprivate func value<Value: Decodable>(_ type: Value.Type) throws -> Value { try Value(from: self) }

  /// The keys of a dictionary, whose entries follow.
  fileprivate func keysOfEntries() throws(Damaged) -> [String] {
    let count = try count()
    let start = offset
    defer { offset = start }
    var keys: [String] = []
    for _ in 0..<count {
      keys.append(try string())
      let length = try self.count()
      guard offset + length <= bytes.count else { throw Damaged() }
      offset += length
    }
    return keys
  }

  /// What stands before the value of an entry.
  fileprivate func startEntry() throws(Damaged) {
    _ = try string()
    _ = try count()
  }
}

extension CompactReader: Decoder {
  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(Properties(reader: self))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer { try Elements(reader: self, count: count()) }
  func singleValueContainer() throws -> any SingleValueDecodingContainer { self }
}

extension CompactReader: SingleValueDecodingContainer {
  func decodeNil() -> Bool { false }
  func decode(_ type: Bool.Type) throws -> Bool { try flag() }
  func decode(_ type: String.Type) throws -> String { try string() }
  func decode(_ type: Int.Type) throws -> Int { try number() }
  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { throw NotCompact() }
}

private struct Properties<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let reader: CompactReader
  var codingPath: [any CodingKey] { [] }

  /// The case of an enumeration, or the keys of a dictionary; a structure does not ask.
  var allKeys: [Key] {
    if Key.areAny { return (try? reader.keysOfEntries())?.compactMap { Key(stringValue: $0) } ?? [] }
    return (try? reader.string()).flatMap { Key(stringValue: $0) }.map { [$0] } ?? []
  }

  func contains(_ key: Key) -> Bool { true }
  func decodeNil(forKey key: Key) throws -> Bool { try !reader.flag() }
  func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try start().flag() }
  func decode(_ type: String.Type, forKey key: Key) throws -> String { try start().string() }
  func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try start().number() }
  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value { try start().value(type) }

  private func start() throws(CompactReader.Damaged) -> CompactReader {
    if Key.areAny { try reader.startEntry() }
    return reader
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> { try reader.container(keyedBy: type) }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer { try reader.unkeyedContainer() }
  func superDecoder() throws -> any Decoder { reader }
  func superDecoder(forKey key: Key) throws -> any Decoder { reader }
}

private struct Elements: UnkeyedDecodingContainer {
  private let reader: CompactReader
  let count: Int?
  private(set) var currentIndex = 0
  var codingPath: [any CodingKey] { [] }
  var isAtEnd: Bool { currentIndex == count }

  init(reader: CompactReader, count: Int) { (self.reader, self.count) = (reader, count) }

  mutating func decodeNil() throws -> Bool { false }

  mutating func decode(_ type: String.Type) throws -> String {
    currentIndex += 1
    return try reader.string()
  }

  mutating func decode(_ type: Int.Type) throws -> Int {
    currentIndex += 1
    return try reader.number()
  }

  mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    currentIndex += 1
    return try reader.value(type)
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) throws -> KeyedDecodingContainer<Nested> {
    currentIndex += 1
    return try reader.container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    currentIndex += 1
    return try reader.unkeyedContainer()
  }

  mutating func superDecoder() throws -> any Decoder { reader }
}
