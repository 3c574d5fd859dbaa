#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Finds out, before anything is written, whether all outputs of a command can be: none is there already unless it may be
/// replaced, none is an input as well, and no two are one file, by whatever names.
///
///     var check = OutputCheck(inputs: ["team.csv"], replacing: false)
///     try check.add("results.csv")
///     try check.add("rejects.csv")
package struct OutputCheck: Sendable {
  private let inputs: Set<FileIdentity>
  private let takesExisting: Bool
  private var outputs: Set<FileIdentity> = []

  /// - Parameters:
  ///   - inputs: Names of all files that are read; `-` is standard input.
  ///   - orSame: Whether a file that is there holds the same is found out when it is written.
  package init(inputs: [String], replacing isReplacing: Bool, orSame: Bool = false) {
    self.inputs = Set(inputs.compactMap(FileIdentity.init(input:)))
    takesExisting = isReplacing || orSame
  }

  package mutating func add(_ path: String) throws(FileFailure) {
    let identity = try checked(path)
    if !Self.takesAnything(path) { outputs.insert(identity) }
  }

  /// Looks at one of very many outputs, whose names differ by themselves.
  package func look(at path: String) throws(FileFailure) { _ = try checked(path) }

  private func checked(_ path: String) throws(FileFailure) -> FileIdentity {
    let target = try OutputTarget(path)
    let identity = FileIdentity(target)
    if case .file = target, inputs.contains(identity) { throw .isInput(path: path) }
    if target == .standardOutput, Self.isOrdinaryOutput, inputs.contains(identity) { throw .isInput(path: path) }
    if outputs.contains(identity) { throw .isTwice(path: path) }
    if case .file(_, exists: true) = target, !takesExisting { throw .exists(path: path) }
    return identity
  }

  /// Standard output is a file that is appended to.
  private static var isOrdinaryOutput: Bool {
    var status = stat()
    return fstat(STDOUT_FILENO, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// As `/dev/null` does, from any number of outputs at once; in a terminal they would be mixed.
  private static func takesAnything(_ path: String) -> Bool {
    var status = stat()
    guard path != "-", stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFCHR else { return false }
    let descriptor = open(path, O_WRONLY | O_NOCTTY)
    defer { close(descriptor) }
    return isatty(descriptor) == 0
  }
}
