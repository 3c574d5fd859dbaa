import CLibZip
import Foundation

extension ScratchFile {
  /// A zip archive of these parts.
  ///
  /// - Parameter password: Of each part, where they are to be encrypted.
  package static func zip(
    _ parts: KeyValuePairs<String, String>, password: String? = nil
  ) throws -> ScratchFile {
    try zip(parts.map { ($0.key, Array($0.value.utf8)) }, password: password)
  }

  package static func zip(_ parts: [(name: String, bytes: [UInt8])], password: String? = nil) throws -> ScratchFile {
    let url = FileManager.default.temporaryDirectory.appending(path: "zip-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: url) }
    let archive = zip_open(url.path, ZIP_CREATE, nil)
    for (name, bytes) in parts {
      let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, bytes.count), alignment: 1)
      copy.copyBytes(from: bytes)
      let source = zip_source_buffer(archive, copy.baseAddress, UInt64(bytes.count), 0)
      let place = zip_file_add(archive, name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
      if let password { zip_file_set_encryption(archive, UInt64(place), UInt16(ZIP_EM_AES_256), password) }
    }
    guard zip_close(archive) == 0 else { throw CocoaError(.fileWriteUnknown) }
    let file = try ScratchFile()
    try file.write(Array(Data(contentsOf: url)))
    return file
  }
}
