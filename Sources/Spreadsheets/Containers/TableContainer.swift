#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file that is no table itself: a workbook, or something else that its first bytes tell.
package enum TableContainer {
  /// The sheet to read, of how many.
  case sheet(SheetReader, of: Int)
  /// The only file in an archive.
  case file(ArchivedFile)

  /// How many first bytes must be shown.
  package static let startSize = 4096

  /// Whether a file that begins so is something that is never read, such as a web page.
  package static func isForeign(_ start: [UInt8]) -> Bool { ForeignContainer(start) != nil }

  /// `nil` for what is no container.
  ///
  /// - Parameters:
  ///   - start: The first bytes of a file, which have been read from the descriptor.
  ///   - knows: Whether a heading is one of a survey: that tells which sheet is meant.
  /// - Throws: `WorkbookRefusal`; containers that cannot be read say what to do.
  package init?(
    _ start: [UInt8], fileDescriptor: Int32, sheet name: String?, knows: (String) -> Bool
  ) throws(WorkbookRefusal) {
    guard start.starts(with: [0x50, 0x4B, 0x03, 0x04]) || start.starts(with: [0x50, 0x4B, 0x05, 0x06]) else {
      if let refusal = ForeignContainer(start)?.refusal(start, fileDescriptor: fileDescriptor) { throw refusal }
      return nil
    }
    let file = try SeekableFile(start, then: fileDescriptor)
    let archive = try Archive(fileDescriptor: file.descriptor)
    if let workbook = try Workbook(archive) {
      self = .sheet(try workbook.sheet(named: name, knows: knows), of: workbook.sheets.count)
    } else {
      if let refusal = ForeignContainer(namesIn: archive)?.refusal([], fileDescriptor: -1) { throw refusal }
      self = .file(try ArchivedFile(archive))
    }
  }
}

/// The only file in an archive, unpacked as it is read.
package final class ArchivedFile {
  private let part: ArchivePart
  package var name: String { part.name }

  fileprivate init(_ archive: Archive) throws(WorkbookRefusal) {
    let files = archive.names.indices.filter { place in
      let name = archive.names[place]
      let last = name.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
      return !last.isEmpty && !last.hasPrefix(".") && !name.hasPrefix("__MACOSX/")
    }
    guard files.count == 1 else {
      let names = files.prefix(6).map { "'\(archive.names[$0])'" }.joined(separator: ", ")
      throw WorkbookRefusal(
        .otherContainer, files.isEmpty ? "the archive is empty" : "the archive holds several files: \(names)",
        help: "unpack it, and name the files with the answers")
    }
    part = try archive.part(at: files[0])
  }

  /// How many bytes there were; 0 at the end.
  package func read(into memory: UnsafeMutableRawBufferPointer) throws(WorkbookRefusal) -> Int {
    try part.read(into: memory)
  }
}

/// A file that can be read from any place: the one that is open, or what comes out of a pipe, in a file without a name.
private struct SeekableFile: ~Copyable {
  let descriptor: Int32
  private let isOwn: Bool

  init(_ start: [UInt8], then descriptor: Int32) throws(WorkbookRefusal) {
    if lseek(descriptor, 0, SEEK_CUR) >= 0 {
      (self.descriptor, isOwn) = (descriptor, false)
    } else {
      (self.descriptor, isOwn) = (try Self.copy(start, then: descriptor), true)
    }
  }

  deinit { if isOwn { close(descriptor) } }

  private static func copy(_ start: [UInt8], then pipe: Int32) throws(WorkbookRefusal) -> Int32 {
    let failure = WorkbookRefusal(
      .damagedWorkbook, "the workbook that is handed over cannot be kept while it is read",
      help: "save it as a file, and name that")
    guard let file = NamelessFile() else { throw failure }
    var (block, count) = (start, start.count)
    while count > 0 {
      guard file.write(block[..<count]) else { throw failure }
      if block.count < 1 << 16 { block = Array(repeating: 0, count: 1 << 16) }
      repeat { count = read(pipe, &block, block.count) } while count < 0 && errno == EINTR
      guard count >= 0 else { throw failure }
    }
    return file.release()
  }
}
