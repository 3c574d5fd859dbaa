import ArgumentParser
import Ergonomics
import Files
import Foundation
import RulePacks

extension PackCommand {
  struct Format: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "format",
      abstract: "Lay out all files of a pack in one way, comments included.",
      usage: """
        sitwell pack format my-rules
        sitwell pack format my-rules --check
        """,
      discussion: """
        Each element stands on a line of its own, two blanks further in than what it is in; attributes have the order in \
        which pack.xsd declares them; texts are filled into lines of 120 characters. Comments, and single empty \
        lines between elements, stay where they are. Conditions and charts keep the lines they were written on. A file that \
        is laid out already stays untouched.

        The signature of a pack does not fit any more when a file of it was laid out anew: sign it again afterwards.

        Before anything is written, the files are read again: the pack must say the same as before. Only the layout is looked \
        at: 'sitwell pack check' tells what is wrong otherwise.
        """)

    @Argument(help: "Folder of a pack.", completion: .directory) var folder: String
    @Flag(help: "Write nothing; name the files that are laid out otherwise, and end with exit code 1 if there are any.")
    var check = false
    @OptionGroup var rules: RulesOptions

    func run() async throws {
      let library = try rules.library()
      let files = try library.files(inFolder: folder)
      let formatted = try formatted(files, library)
      let changed = zip(files.files, formatted.files).filter { $0.bytes != $1.bytes }.map { $1 }
      let names = changed.map { "\(formatted.displayPath(of: $0))\n" as TerminalText }.joined()
      if check {
        try Console.out(names)
        Console.err("\(changed.count) of \(files.files.count) files are laid out otherwise\n")
        if files.isSigned, !changed.isEmpty {
          Console.err("note: the pack is signed, and laying it out breaks the signature\n")
        }
        if !changed.isEmpty { throw ExitCode.problemsInData }
        return
      }
      for file in changed {
        let path = formatted.displayPath(of: file)
        try OutputFile.write(file.bytes, to: path, replacing: true, isPrivate: Self.isPrivate(path))
      }
      try Console.out(names)
      Console.err("\(changed.count) of \(files.files.count) files were laid out anew\n")
      if files.isSigned, !changed.isEmpty {
        Console.err("note: the signature of the pack does not fit any more; 'sitwell pack sign' signs it anew\n")
      }
    }

    private func formatted(_ files: PackFolder, _ library: PackLibrary) throws -> PackFolder {
      do {
        return try library.formatted(files)
      } catch is PackLibrary.LayoutChangesPack {
        throw Failure.data(
          "'\(folder)' would say something else in another layout; nothing was written\n"
            + "  help: this is a fault of the program; please report it, with the pack")
      }
    }

    /// Nobody else could read it.
    private static func isPrivate(_ path: String) -> Bool {
      var status = stat()
      return stat(path, &status) == 0 && status.st_mode & 0o077 == 0
    }
  }
}
