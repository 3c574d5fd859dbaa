import Crypto
import Ergonomics
import Foundation
import Markup

/// A hash of what was answered, as far as an assessment tells it: it can be the same for people whose other answers differ,
/// and gives nothing of them to whoever compares it, or tries answers out.
enum AnswersHash {
  /// Sixteen hexadecimal digits of SHA-256; the same for the same answers in whatever order, by whatever packs.
  static func digits(of assessments: [Assessment]) -> String {
    let told = assessments.flatMap(\.answers).compactMap { record -> String? in
      switch record.state {
      case .answered, .setAside: "\(record.id)=\(record.code ?? "")"
      case .declined: "\(record.id)?"
      case .unanswered, .notAsked, .notNeeded, .withheld: nil
      }
    }
    let text = Set(told).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.joined(separator: "\n")
    // As XML keeps them: what is read of a file has the hash that it was written with.
    let kept = MarkupWriter.written(text)
    return SHA256.hash(data: Data(kept.utf8)).prefix(8).hexadecimal
  }
}
