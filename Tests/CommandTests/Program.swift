import Foundation
import Testing

/// The built program, run as a process in a folder of its own.
struct Program {
  struct Result {
    let code: Int32
    /// Standard output.
    let out: String
    /// Standard error.
    let err: String
  }

  /// Where it runs; gone when the test ends.
  let folder: URL

  static func inFolder(_ body: (Program) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "sitwell-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(Program(folder: folder))
  }

  /// Runs with the small pack of the fixtures and without a terminal.
  func run(_ arguments: String..., input: String = "") throws -> Result { try run(arguments, input: input) }

  func run(_ arguments: [String], input: String = "") throws -> Result {
    let process = Process()
    process.executableURL = Self.executable
    process.currentDirectoryURL = folder
    process.arguments = arguments
    return try result(of: process, input: input)
  }

  private func result(of process: Process, input: String) throws -> Result {
    let (stdin, out, err) = (Pipe(), folder.appending(path: ".out"), folder.appending(path: ".err"))
    for file in [out, err] { try Data().write(to: file) }
    process.standardInput = stdin
    process.standardOutput = try FileHandle(forWritingTo: out)
    process.standardError = try FileHandle(forWritingTo: err)
    try process.run()
    try stdin.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try stdin.fileHandleForWriting.close()
    process.waitUntilExit()
    return Result(
      code: process.terminationStatus, out: try String(contentsOf: out, encoding: .utf8),
      err: try String(contentsOf: err, encoding: .utf8))
  }

  /// A line for a shell, in which `$S` is the program.
  func shell(_ line: String, _ environment: [String: String] = [:]) throws -> Result {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.currentDirectoryURL = folder
    process.arguments = ["-c", line]
    process.environment = ProcessInfo.processInfo.environment.merging(
      environment.merging(["S": Self.executable.path]) { $1 }
    ) { $1 }
    return try result(of: process, input: "")
  }

  /// Waits until a running program has a file of the folder open, and tells its name; a file without one is `(deleted)`.
  func fileOpened(by process: Process) -> String? {
    let files = "/proc/\(process.processIdentifier)/fd"
    while process.isRunning {
      let places = (try? FileManager.default.contentsOfDirectory(atPath: files)) ?? []
      let names = places.compactMap { try? FileManager.default.destinationOfSymbolicLink(atPath: "\(files)/\($0)") }
      if let name = names.first(where: { $0.contains("/\(folder.lastPathComponent)/") }) { return name }
      Thread.sleep(forTimeInterval: 0.02)
    }
    return nil
  }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: folder.appending(path: name))
  }

  func read(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  func exists(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: name).path)
  }

  /// Below the root of the checkout.
  static func path(_ name: String) -> String {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: name).path
  }

  static let smallPack = path("Tests/Fixtures/packs/small")

  /// Lies beside the tests.
  static let executable = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "sitwell")
}
