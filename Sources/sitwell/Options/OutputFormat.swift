import Ergonomics
import Foundation

extension CaseIterable where Self: RawRepresentable<String> {
  /// The format that the name of an output ends in.
  ///
  /// - Parameter usual: That of standard output, and of what is no ordinary file.
  /// - Throws: `Failure` for a name that no format has.
  static func named(by path: String, usual: Self) throws -> Self {
    if path == "-" || isDevice(path) { return usual }
    let ending = URL(filePath: path).pathExtension.lowercased()
    if let format = allCases.first(where: { $0.endings.contains(ending) }) { return format }
    let endings = allCases.map { ".\($0.endings[0])" }
    let wanted = "\(endings.dropLast().joined(separator: ", ")) or \(endings.last ?? "")"
    throw Failure.usage(
      "the name '\(path)' tells no format\n  help: end it in \(wanted), or name the format with --format")
  }

  private var endings: [String] { rawValue == "text" ? ["txt", "text"] : [rawValue] }

  private static func isDevice(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG && status.st_mode & S_IFMT != S_IFDIR
  }
}
