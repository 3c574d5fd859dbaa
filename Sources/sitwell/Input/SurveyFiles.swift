import Ergonomics
import Files
import Foundation
import Surveys

/// The survey files of one run, read one after the other.
struct SurveyFiles: Sendable {
  var files: [InputFile]
  var options: SurveyOptions
  var quiet = true

  /// What is read of one of them, and how.
  struct Opened: Sendable {
    let descriptor: Int32
    /// What of it has been read already.
    let start: [UInt8]
    let options: SurveyOptions
  }

  /// Calls back for each file; rows go on from file to file, where they are numbered. Before that all files are looked
  /// at, so that one run tells what is wrong with each of them.
  func read(
    _ packs: [Pack], _ body: (Opened) async throws -> SurveySummary
  ) async throws -> [(file: String, summary: SurveySummary)] {
    try files.refuseDoubles()
    for file in files { try file.refuseOwn() }
    let handles = try files.map { try $0.open() }
    defer { withExtendedLifetime(handles) {} }
    if files.count > 1 { try await check(handles, packs) }
    let progress = quiet ? nil : ProgressLine(bytes: size(of: handles)) { [handles] in position(in: handles) }
    let earlierFiles = files.count > 1 ? EarlierIDs() : nil
    var read: [(file: String, summary: SurveySummary)] = []
    for (place, file) in files.enumerated() {
      var own = options
      own.file = file.name
      own.opensResults = place == 0
      own.closesResults = place == files.count - 1
      own.earlierFiles = earlierFiles
      own.firstNumber = 1 + read.reduce(0) { $0 + $1.summary.rows }
      if let progress { own.progress = { await progress.add($0) } }
      do {
        read.append((file.name, try await body(try opened(file, handles[place], own))))
      } catch {
        await progress?.clear()
        throw error
      }
    }
    await progress?.clear()
    return read
  }

  private func opened(_ file: InputFile, _ handle: FileHandle, _ options: SurveyOptions) throws -> Opened {
    let start = try file.alreadyRead(of: handle)
    return Opened(descriptor: handle.fileDescriptor, start: start, options: options)
  }

  /// - Throws: `SurveyError.refused` with what is wrong with all files together.
  private func check(_ handles: [FileHandle], _ packs: [Pack]) async throws {
    var problems: [Problem] = []
    for (file, handle) in zip(files, handles) {
      var own = options
      own.file = file.name
      problems += try await SurveyCheck(packs, own).problems(of: handle.fileDescriptor)
    }
    if !problems.isEmpty { throw SurveyError.refused(problems) }
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

extension [InputFile] {
  /// One file under two names would count everybody twice.
  func refuseDoubles() throws {
    var seen: Set<FileIdentity> = []
    for file in self {
      guard let identity = FileIdentity(input: file.path), !seen.insert(identity).inserted else { continue }
      throw Failure.usage("'\(file.name)' is named twice\n  help: name each file once")
    }
  }
}

private func position(in handles: [FileHandle]) -> Int {
  handles.reduce(0) { $0 + max(0, Int(lseek($1.fileDescriptor, 0, SEEK_CUR))) }
}
