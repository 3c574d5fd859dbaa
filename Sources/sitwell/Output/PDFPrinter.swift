import Ergonomics
import Files
import Foundation

/// A program on this machine that prints pages of HTML to tagged PDF.
struct PDFPrinter {
  private enum Kind { case chromium, weasyPrint }
  private let kind: Kind
  private let program: String

  private static let programs: [(name: String, kind: Kind)] = [
    ("chromium", .chromium), ("chromium-browser", .chromium), ("google-chrome", .chromium),
    ("google-chrome-stable", .chromium), ("weasyprint", .weasyPrint),
  ]

  /// The first that is in one of the folders of `PATH`.
  ///
  /// - Throws: `Failure` where there is none.
  static func found() throws -> PDFPrinter {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    for (name, kind) in programs {
      let files = folders.map { "\($0)/\(name)" }
      if let file = files.first(where: FileManager.default.isExecutableFile) {
        return PDFPrinter(kind: kind, program: file)
      }
    }
    throw Failure.input(
      "there is no program here that can print to PDF\n"
        + "  help: install Chromium or WeasyPrint, or write .html and print it in a browser")
  }

  /// The page lies in a folder of its own that nobody else can read, until it is printed.
  func pdf(of page: [UInt8]) throws -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "sitwell-\(UUID().uuidString)")
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw Failure.input("cannot make a folder to print in: \(error.localizedDescription)")
    }
    defer { try? FileManager.default.removeItem(at: folder) }
    let (html, pdf) = (folder.appending(path: "page.html").path, folder.appending(path: "page.pdf").path)
    let page = kind == .weasyPrint ? Self.withTitledDrawings(page) : page
    try OutputFile.write(page, to: html, replacing: false, isPrivate: true)
    try run(arguments(html, pdf, profile: folder.appending(path: "profile").path))
    guard let bytes = FileManager.default.contents(atPath: pdf), bytes.starts(with: Array("%PDF-".utf8)) else {
      throw Failure.input("'\(program)' made no PDF\n  help: write .html and print it in a browser")
    }
    return Array(bytes)
  }

  /// WeasyPrint takes what a drawing says from its title alone. What is hidden from readers stands beside its numbers.
  private static func withTitledDrawings(_ page: [UInt8]) -> [UInt8] {
    let titled = String(decoding: page, as: UTF8.self).replacing(#/<svg [^>]*>/#) { drawing in
      let says = drawing.output.firstMatch(of: #/ aria-label="([^"]*)"/#)?.output.1 ?? "Drawn beside its words"
      return "\(drawing.output)<title>\(says)</title>"
    }
    return Array(titled.utf8)
  }

  private func arguments(_ html: String, _ pdf: String, profile: String) -> [String] {
    switch kind {
    case .weasyPrint: return ["--pdf-variant", "pdf/ua-1", html, pdf]
    case .chromium:
      let common = [
        "--headless", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--user-data-dir=\(profile)",
        "--no-pdf-header-footer", "--export-tagged-pdf", "--generate-pdf-document-outline",
        // Nothing is fetched: the page has all it shows.
        "--host-resolver-rules=MAP * ~NOTFOUND", "--print-to-pdf=\(pdf)", URL(filePath: html).absoluteString,
      ]
      // A browser of root has no sandbox; the page holds no script.
      return geteuid() == 0 ? ["--no-sandbox"] + common : common
    }
  }

  private func run(_ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    do {
      try process.run()
    } catch {
      throw Failure.input("cannot run '\(program)': \(error.localizedDescription)")
    }
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure.input(
        "'\(program)' ended with \(process.terminationStatus) and printed nothing\n"
          + "  help: write .html and print it in a browser")
    }
  }
}
