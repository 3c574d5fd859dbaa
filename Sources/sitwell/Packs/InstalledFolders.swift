import Ergonomics
import Files
import Foundation
import Reports

/// Where `Rules/`, `Reports/` and `Forms/` are.
struct InstalledFolders {
  let rules: URL
  let reports: URL
  /// Beside the reports.
  var forms: URL { reports.deletingLastPathComponent().appending(path: "Forms") }
  /// What a new pack is made from: with the program, as folders of rules of one's own need not have it.
  var packTemplate: URL { reports.deletingLastPathComponent().appending(path: "Rules/templates/new-pack") }

  /// Looks at `--rules`, `$SITWELL_HOME`, `<program>/../share/sitwell` and, for a program run out of a checkout, the
  /// checkout. A miss names all places tried.
  static func find(rules: String?) throws -> InstalledFolders {
    let environment = ProcessInfo.processInfo.environment["SITWELL_HOME"].map { [URL(filePath: $0)] } ?? []
    let program = URL(filePath: CommandLine.programPath).resolvingSymlinksInPath().deletingLastPathComponent()
    let installed = program.deletingLastPathComponent().appending(path: "share/sitwell")
    let checkouts = sequence(first: program) { $0.path == "/" ? nil : $0.deletingLastPathComponent() }
    let places = environment + [installed] + checkouts.filter { isFile($0.appending(path: "Package.swift")) }
    let reports = places.map { $0.appending(path: "Reports") }.first { isFile($0.appending(path: "report.css")) }
    let candidates = (rules.map { [URL(filePath: $0)] } ?? []) + places.map { $0.appending(path: "Rules") }
    let found = candidates.first { isFile($0.appending(path: "pack.xsd")) }
    guard let found, let reports else {
      let tried = (found == nil ? candidates : places.map { $0.appending(path: "Reports") }).map {
        "  \($0.path)" as TerminalText
      }
      throw Failure.input(
        "cannot find the folder \(found == nil ? "Rules" : "Reports"); looked in\n" + tried.joined("\n")
          + "\n  help: set SITWELL_HOME to the folder that holds Rules and Reports")
    }
    if let rules, !isFile(URL(filePath: rules).appending(path: "pack.xsd")) {
      throw Failure.input("'\(rules)' holds no pack.xsd\n  help: --rules takes a folder laid out like Rules")
    }
    return InstalledFolders(rules: found, reports: reports)
  }

  private static func isFile(_ url: URL) -> Bool { FileManager.default.fileExists(atPath: url.path) }
}

extension InstalledFolders {
  /// What reports are made of.
  func templates(overriddenBy folder: String? = nil) -> TemplateFolder {
    TemplateFolder(reports.path, overriddenBy: folder, cache: .own)
  }
}

extension CommandLine {
  /// The program's own file.
  fileprivate static var programPath: String {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? Bundle.main.executablePath
      ?? arguments[0]
  }
}
