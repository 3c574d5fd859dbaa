import Foundation

extension [String] {
  /// The files that are named, and in place of a folder the files in it, by name: what people sent, put together.
  func surveyFiles() throws -> [InputFile] {
    try flatMap { path -> [InputFile] in
      var isFolder: ObjCBool = false
      guard path != "-", FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
        return [InputFile(path: path)]
      }
      let files = try Self.files(in: path)
      if files.isEmpty { throw Failure.usage("there are no files in the folder '\(path)'\n  help: name survey files") }
      return files
    }
  }

  /// Without those whose name begins with a point, a ledger, a register with what SQLite puts beside it, and folders.
  private static func files(in folder: String) throws -> [InputFile] {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      throw Failure.input("cannot read the folder '\(folder)'")
    }
    let paths = names.filter {
      !$0.hasPrefix(".") && $0 != LedgerOptions.name && !$0.hasPrefix(RegisterFile.name)
    }.sorted().map {
      "\(folder)\(folder.hasSuffix("/") ? "" : "/")\($0)"
    }
    return paths.filter { path in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
    }.map { InputFile(path: $0) }
  }
}
