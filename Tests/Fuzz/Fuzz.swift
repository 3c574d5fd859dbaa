import Ergonomics
import Foundation
import Surveys
import Synchronization
import TestSupport

/// Damages survey files at random and looks whether the readers of CSV, JSON and XML hold what they promise.
///
///     fuzz [SECONDS [SEED]]     fuzz FILE
///
/// Each input is saved before it is tried: after a crash it is in `.build/fuzz-input`. A file is tried once more in all ways.
@main
enum Fuzz {
  private static let inputPath = ".build/fuzz-input"
  private static let patience = Duration.seconds(10)
  private static let started = Mutex(ContinuousClock.now)

  static func main() async throws {
    let arguments = CommandLine.arguments.dropFirst()
    watch()
    let pack = try Pack.fixture("survey-fixtures")
    if let path = arguments.first, Int(path) == nil { return try await replay(path, pack) }
    let numbers = arguments.compactMap { Int($0) }
    let (seconds, seed) = (numbers.first ?? 60, numbers.dropFirst().first ?? 1)
    var mutations = Mutations(try files(pack), seed: seed)
    var (tried, scored) = (0, 0)
    let end = ContinuousClock.now + .seconds(seconds)
    while ContinuousClock.now < end {
      let input = mutations.next()
      let options = options(&mutations)
      if try await hold(input, options, pack) {
        scored += 1
        mutations.keep(input)
      }
      tried += 1
    }
    print("\(tried) inputs tried, \(scored) of them scored, nothing found")
  }

  /// Whether people were scored. Ends the program where a promise is broken.
  private static func hold(_ input: [UInt8], _ options: SurveyOptions, _ pack: Pack) async throws -> Bool {
    try Data(input).write(to: URL(filePath: inputPath))
    started.withLock { $0 = .now }
    do {
      return try await Trial(pack: pack, input: input, options: options).run()
    } catch {
      print("found: \((error as? Trial.Failure)?.words ?? "\(error)")\n\(options)\nthe input is in \(inputPath)")
      exit(1)
    }
  }

  private static func replay(_ path: String, _ pack: Pack) async throws {
    var mutations = Mutations([[0]], seed: 1)
    let input = Array(try Data(contentsOf: URL(filePath: path)))
    for _ in 0..<200 { _ = try await hold(input, options(&mutations), pack) }
    print("nothing found")
  }

  private static func options(_ mutations: inout Mutations) -> SurveyOptions {
    var options = SurveyOptions(file: "input")
    options.chunkSize = mutations.number(200...5000)
    options.blockSize = mutations.number(0...1) == 0 ? 1 << 16 : mutations.number(64...2000)
    options.cores = mutations.number(1...3)
    options.isStrict = mutations.number(0...3) == 0
    options.includesHealth = mutations.number(0...1) == 0
    options.format = ResultFormat.allCases[mutations.number(0...3)]
    options.included = Set(SetAside.allCases.filter { _ in mutations.number(0...5) == 0 })
    return options
  }

  /// The exports of platforms, workbooks, and the same people as NDJSON and XML.
  private static func files(_ pack: Pack) throws -> [[UInt8]] {
    let folder = Fixtures.repository.appending(path: "Tests/Fixtures/surveys").path
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder).sorted().filter { $0.contains(".") }
    var files = try names.map { try Fixtures.survey($0) }
    let people = [
      Answers(
        id: "1", ["lumbar": .option("no"), "discomfort": .options(["hips", "neck"]), "note": .text("a, \"b\"\nü")]),
      Answers(id: "=2", ["lumbar": .declined, "sitting_hours": .number(390)]), Answers(id: "3"),
    ]
    let file = AnswersFile(people)
    files += [Array(file.json(pack).utf8), file.xml(pack)]
    files.append(people.flatMap { AnswersFile([$0]).json(pack).replacing("\n", with: " ").utf8 + [0x0A] })
    var generator = SurveyGenerator(pack, seed: 1)
    (generator.misread, generator.unanswered) = (5, 20)
    files.append(Array(generator.csv(rows: 200).utf8))
    return files
  }

  /// Ends the program where an input takes too long.
  private static func watch() {
    Thread.detachNewThread {
      while true {
        Thread.sleep(forTimeInterval: 1)
        if ContinuousClock.now - started.withLock({ $0 }) > patience {
          print("found: the input in \(inputPath) takes too long")
          exit(1)
        }
      }
    }
  }
}
