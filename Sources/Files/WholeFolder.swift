import Foundation

/// A folder that is there whole, or not at all.
package enum WholeFolder {
  /// Copies a folder.
  package static func copy(_ source: String, to target: String) throws(FileFailure) {
    try make(at: target) { try FileManager.default.copyItem(atPath: source, toPath: $0) }
  }

  /// Makes a folder with these files in it, by their paths inside it.
  package static func make(of files: [(path: String, bytes: [UInt8])], at target: String) throws(FileFailure) {
    try make(at: target) { folder in
      for file in files {
        let place = URL(filePath: folder).appending(path: file.path)
        try FileManager.default.createDirectory(
          at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(file.bytes).write(to: place)
      }
    }
  }

  private static func make(at target: String, by fill: (String) throws -> Void) throws(FileFailure) {
    var status = stat()
    guard lstat(target, &status) != 0 else { throw .exists(path: target) }
    var end = target[...]
    while end.count > 1, end.hasSuffix("/") { end.removeLast() }
    let temporary = "\(end).\(UInt32.random(in: .min ... .max))"
    TemporaryFiles.add(temporary)
    defer { TemporaryFiles.remove(temporary) }
    guard access(FileIdentity.folder(of: temporary), W_OK) == 0 else { throw .cannotWrite(path: target, errno: errno) }
    do {
      try fill(temporary)
    } catch {
      let reason = (error as NSError).underlyingNumber ?? errno
      try? FileManager.default.removeItem(atPath: temporary)
      throw .cannotWrite(path: target, errno: reason)
    }
    guard rename(temporary, target) == 0 else {
      let reason = errno
      try? FileManager.default.removeItem(atPath: temporary)
      throw .cannotWrite(path: target, errno: reason)
    }
  }
}

extension NSError {
  /// What the system said, of an error of Foundation.
  fileprivate var underlyingNumber: Int32? {
    let cause = userInfo[NSUnderlyingErrorKey] as? NSError
    return domain == NSPOSIXErrorDomain ? Int32(code) : cause?.underlyingNumber
  }
}
