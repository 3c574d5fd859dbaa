import Trials

#if COVERAGE_GUIDED
  @_silgen_name("LLVMFuzzerRunDriver")
  private func driveFuzzer(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ trial: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
  ) -> CInt
#endif

/// Tries what reads foreign text with whatever bytes.
///
///     fuzz TARGET INPUT...                     each input once: files, or folders of them
///     fuzz TARGET [-OPTION=VALUE...] FOLDER    without end, led by coverage (libFuzzer): as `make fuzz` builds it
@main
enum Fuzz {
  nonisolated(unsafe) private static var target = Target.surveys

  static func main() throws {
    guard CommandLine.arguments.count > 2, let named = Target(rawValue: CommandLine.arguments[1]) else {
      fatalError("fuzz \(Target.allCases.map(\.rawValue).joined(separator: "|")) INPUT...")
    }
    target = named
    #if COVERAGE_GUIDED
      drive()
    #else
      let inputs = CommandLine.arguments.dropFirst(2).flatMap(Target.inputs)
      for input in inputs { try target.hold(input.bytes) }
      print("\(inputs.count) inputs tried, nothing found")
    #endif
  }

  #if COVERAGE_GUIDED
    private static func drive() {
      var count = CommandLine.argc - 1
      var arguments = CommandLine.unsafeArgv + 1
      _ = driveFuzzer(&count, &arguments) { start, count in
        Fuzz.tryOut(Array(UnsafeBufferPointer(start: start, count: count)))
        return 0
      }
    }

    private static func tryOut(_ input: [UInt8]) {
      do {
        try target.hold(input)
      } catch {
        fatalError("found: \(error)")
      }
    }
  #endif
}
