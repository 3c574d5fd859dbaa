import Foundation

/// A file without a name, gone with its last descriptor.
package final class ScratchFile {
  private let handle: FileHandle

  package init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "scratch-\(UUID().uuidString)")
    try Data().write(to: url)
    handle = try FileHandle(forUpdating: url)
    try FileManager.default.removeItem(at: url)
  }

  package var descriptor: Int32 { handle.fileDescriptor }

  package func write(_ bytes: [UInt8]) throws {
    try handle.write(contentsOf: Data(bytes))
    try handle.seek(toOffset: 0)
  }

  package var bytes: [UInt8] {
    get throws {
      try handle.seek(toOffset: 0)
      return Array(try handle.readToEnd() ?? Data())
    }
  }

  package var text: String { get throws { String(decoding: try bytes, as: UTF8.self) } }
}
