import Crypto
import Ergonomics

/// Files with their hashes, in the lines that `sha256sum` writes and checks.
package enum FileList {
  package static func text(of files: [(path: String, bytes: [UInt8])]) -> String {
    lines(of: files).map { "\($0.hash)  \($0.path)\n" }.joined()
  }

  package static func lines(of files: [(path: String, bytes: [UInt8])]) -> [(path: String, hash: String)] {
    files.map { ($0.path, SHA256.hash(data: $0.bytes).hexadecimal) }
  }
}
