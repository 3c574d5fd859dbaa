import Foundation

/// Copies a folder so that the copy is there whole, or not at all.
package enum FolderCopy {
  package static func make(of source: String, at target: String) throws(FileFailure) {
    var status = stat()
    guard lstat(target, &status) != 0 else { throw .exists(path: target) }
    var end = target[...]
    while end.count > 1, end.hasSuffix("/") { end.removeLast() }
    let temporary = "\(end).\(UInt32.random(in: .min ... .max))"
    TemporaryFiles.add(temporary)
    defer { TemporaryFiles.remove(temporary) }
    guard access(FileIdentity.folder(of: temporary), W_OK) == 0 else { throw .cannotWrite(path: target, errno: errno) }
    do {
      try FileManager.default.copyItem(atPath: source, toPath: temporary)
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
