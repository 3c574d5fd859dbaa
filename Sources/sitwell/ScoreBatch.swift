import Ergonomics
import Foundation
import Surveys

/// Several survey files scored into one table.
struct ScoreBatch: Sendable {
  let packs: [Pack]
  let files: [InputFile]
  let options: SurveyScorer.Options
  let quiet: Bool

  /// Rows in the order of the files; where responses have no ids, their numbers go on from file to file.
  func score(to output: Int32, rejects: Int32?) async throws -> SurveySummary {
    let handles = try files.map { try $0.open() }
    defer { withExtendedLifetime(handles) {} }
    let progress = quiet ? nil : ProgressLine(bytes: size(of: handles)) { [handles] in position(in: handles) }
    let earlierFiles = files.count > 1 ? EarlierIDs() : nil
    var total: SurveySummary?
    for (place, file) in files.enumerated() {
      var own = options
      own.file = file.name
      own.opensResults = place == 0
      own.closesResults = place == files.count - 1
      own.earlierFiles = earlierFiles
      own.firstNumber = 1 + (total?.rows ?? 0)
      if let progress { own.progress = { await progress.add($0) } }
      do {
        let scorer = SurveyScorer(packs, own)
        let summary = try await scorer.run(input: handles[place].fileDescriptor, output: output, rejects: rejects)
        total = total?.adding(summary) ?? summary
      } catch {
        await progress?.clear()
        throw error
      }
    }
    await progress?.clear()
    return total ?? SurveySummary()
  }

  /// `nil` where one is no ordinary file.
  private func size(of handles: [FileHandle]) -> Int? {
    var total = 0
    for handle in handles {
      var status = stat()
      guard fstat(handle.fileDescriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
      total += Int(status.st_size)
    }
    return total
  }
}

private func position(in handles: [FileHandle]) -> Int {
  handles.reduce(0) { $0 + max(0, Int(lseek($1.fileDescriptor, 0, SEEK_CUR))) }
}
