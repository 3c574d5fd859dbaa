import Ergonomics
import Foundation

/// Shows a file in the program that the desktop has for it.
enum DesktopOpener {
  #if os(macOS)
    private static let program = "open"
  #else
    private static let program = "xdg-open"
  #endif

  /// Does not wait. Returns what to tell the person: nothing, or why it did not work.
  static func open(_ path: String) -> TerminalText {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let files = folders.map { "\($0)/\(program)" }
    guard let file = files.first(where: FileManager.default.isExecutableFile) else {
      return "Cannot open it: there is no program '\(program)' here. Open the file in a browser.\n"
    }
    let process = Process()
    process.executableURL = URL(filePath: file)
    process.arguments = [URL(filePath: path).path]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    do {
      try process.run()
      return ""
    } catch {
      return "Cannot open it: \(error.localizedDescription)\n"
    }
  }
}
