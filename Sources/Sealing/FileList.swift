import Crypto

/// Files with their hashes, in the lines that `sha256sum` writes and checks.
package enum FileList {
  package static func text(of files: [(path: String, bytes: [UInt8])]) -> String {
    lines(of: files).map { "\($0.hash)  \($0.path)\n" }.joined()
  }

  package static func lines(of files: [(path: String, bytes: [UInt8])]) -> [(path: String, hash: String)] {
    files.map { file in
      let digits = SHA256.hash(data: file.bytes).map { byte in
        let digits = String(byte, radix: 16)
        return digits.count == 1 ? "0" + digits : digits
      }
      return (file.path, digits.joined())
    }
  }
}
