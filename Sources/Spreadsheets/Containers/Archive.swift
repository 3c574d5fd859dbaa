import CLibZip

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The parts of a zip file, unpacked as they are read and never onto the disk: their names are only compared.
final class Archive {
  private static let mostEntries = 10_000
  private let archive: OpaquePointer
  let names: [String]

  /// - Parameter fileDescriptor: Of a file, not of a pipe; stays open, and is read from wherever the parts lie.
  init(fileDescriptor: Int32) throws(WorkbookRefusal) {
    var code: Int32 = 0
    let own = dup(fileDescriptor)
    guard own >= 0, let archive = zip_fdopen(own, 0, &code) else {
      if own >= 0 { close(own) }
      throw .damaged("the file is a zip archive that is cut off or damaged")
    }
    self.archive = archive
    let count = zip_get_num_entries(archive, 0)
    names = (0..<min(count, Int64(Self.mostEntries) + 1)).map { place in
      zip_get_name(archive, zip_uint64_t(place), 0).map { String(cString: $0) } ?? ""
    }
    if count > Self.mostEntries { throw .tooLarge("the file holds more than \(Self.mostEntries) parts") }
  }

  deinit { zip_discard(archive) }

  /// `nil` where there is none of this name, in whatever letter case.
  func part(_ name: String) throws(WorkbookRefusal) -> ArchivePart? {
    let place = zip_name_locate(archive, name, zip_flags_t(ZIP_FL_NOCASE))
    return place < 0 ? nil : try part(at: Int(place))
  }

  func part(at place: Int) throws(WorkbookRefusal) -> ArchivePart {
    var status = zip_stat_t()
    guard zip_stat_index(archive, zip_uint64_t(place), 0, &status) == 0 else {
      throw .damaged("the part \(names[place]) cannot be found")
    }
    if status.valid & UInt64(ZIP_STAT_ENCRYPTION_METHOD) != 0, status.encryption_method != ZIP_EM_NONE {
      throw .encrypted("the archive")
    }
    guard let file = zip_fopen_index(archive, zip_uint64_t(place), 0) else {
      throw .damaged("the part \(names[place]) cannot be unpacked")
    }
    return ArchivePart(file, in: self, name: names[place], packedSize: Int(clamping: status.comp_size))
  }
}

/// A part of an archive on its way out.
final class ArchivePart {
  /// No part of a workbook is read further than this, …
  private static let mostBytes = 4 << 30
  /// … nor, beyond so many bytes, where it is packed more than so many times: only what was made to fill a disk is.
  private static let bytesOfAnyRatio = 64 << 20
  private static let mostTimes = 300

  let name: String
  private let file: OpaquePointer
  private let archive: Archive
  private let packedSize: Int
  private var count = 0

  fileprivate init(_ file: OpaquePointer, in archive: Archive, name: String, packedSize: Int) {
    (self.file, self.archive, self.name, self.packedSize) = (file, archive, name, packedSize)
  }

  deinit { zip_fclose(file) }

  /// How many bytes there were; 0 at the end.
  func read(into memory: UnsafeMutableRawBufferPointer) throws(WorkbookRefusal) -> Int {
    let read = Int(zip_fread(file, memory.baseAddress, zip_uint64_t(memory.count)))
    guard read >= 0 else { throw .damaged("the part \(name) is cut off or damaged") }
    count += read
    let isBomb = count > Self.bytesOfAnyRatio && count / Self.mostTimes > packedSize
    if isBomb || count > Self.mostBytes {
      throw .tooLarge("the part \(name) unpacks to more than is read, \(count >> 20) MiB of \(packedSize) bytes")
    }
    return read
  }

  /// The next bytes of a size that suits; empty at the end.
  func block(into block: inout [UInt8]) throws(WorkbookRefusal) {
    if block.count < Self.blockSize { block = Array(repeating: 0, count: Self.blockSize) }
    let read = block.withUnsafeMutableBytes { memory in
      Result { () throws(WorkbookRefusal) in try self.read(into: memory) }
    }
    let count = try read.get()
    block.removeLast(block.count - count)
  }

  private static let blockSize = 1 << 16

  /// All of a part that is small where nothing is wrong.
  func whole(most: Int) throws(WorkbookRefusal) -> [UInt8] {
    var (bytes, block) = ([UInt8](), [UInt8]())
    repeat {
      try self.block(into: &block)
      bytes += block
      if bytes.count > most { throw .tooLarge("the part \(name) is larger than \(most >> 20) MiB") }
    } while !block.isEmpty
    return bytes
  }
}
