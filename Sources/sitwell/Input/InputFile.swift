import Foundation
import Synchronization

/// A file named on the command line, or standard input.
struct InputFile {
  let path: String
  /// As problems name it, where that is not by its path.
  var label: String?
  /// As problems name it.
  var name: String { label ?? (path == "-" ? "standard input" : path) }

  /// What can be read once only: standard input, a pipe.
  var isStream: Bool {
    var status = stat()
    if path == "-" { return true }
    return stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
  }

  func open() throws -> FileHandle {
    if path == "-" { return .standardInput }
    return try isStream ? Stream.named(path) { try handle() }.handle : handle()
  }

  private func handle() throws -> FileHandle {
    do {
      return try FileHandle(forReadingFrom: URL(filePath: path))
    } catch {
      throw Failure.input("cannot read '\(path)': \(String(cString: strerror(errno)))")
    }
  }

  func bytes() throws -> [UInt8] { try bytes(of: open()) }

  /// Of a file that was opened just now, from its beginning.
  func bytes(of handle: FileHandle, upTo most: Int = .max) throws -> [UInt8] {
    try alreadyRead(of: handle) + read { try most == .max ? handle.readToEnd() : handle.read(upToCount: most) }
  }

  /// The first bytes of a file that was opened just now. Those of a stream are the same however often they are asked for:
  /// whoever reads on must begin with them.
  func start(of handle: FileHandle) throws -> [UInt8] {
    try read { try isStream ? Stream.named(path) { handle }.start() : handle.read(upToCount: Stream.startSize) }
  }

  /// What was read of a file already, where its content is read on from the same handle.
  func alreadyRead(of handle: FileHandle) throws -> [UInt8] { isStream ? try start(of: handle) : [] }

  private func read(_ body: () throws -> Data?) throws -> [UInt8] {
    do {
      return Array(try body() ?? Data())
    } catch let error where !(error is Failure) {
      throw Failure.input("cannot read '\(path)': \(String(cString: strerror(errno)))")
    }
  }
}

/// What can be read once only: opened once a run, and what was looked at to tell what it is stays known.
private final class Stream: Sendable {
  static let startSize = 4096
  private static let all = Mutex<[String: Stream]>([:])

  let handle: FileHandle
  private let first = Mutex<Data?>(nil)

  private init(_ handle: FileHandle) { self.handle = handle }

  static func named(_ path: String, _ open: () throws -> FileHandle) throws -> Stream {
    try all.withLock { all in
      if let stream = all[path] { return stream }
      let stream = Stream(try path == "-" ? .standardInput : open())
      all[path] = stream
      return stream
    }
  }

  func start() throws -> Data? {
    try first.withLock { first in
      if first == nil { first = try handle.read(upToCount: Self.startSize) ?? Data() }
      return first
    }
  }
}
