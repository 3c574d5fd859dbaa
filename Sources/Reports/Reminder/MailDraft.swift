import Crypto
import Ergonomics
import Foundation

/// A message that a mail program opens as a draft (RFC 5322, with a body of RFC 2045).
package struct MailDraft: Sendable {
  private let from: String
  private let to: String
  private let subject: String
  private let body: String
  private let date: String

  /// - Parameters:
  ///   - date: When it is said to be written, `YYYY-MM-DD`.
  /// - Returns: `nil` for an address that could mean something else in a header.
  package init?(from: String, to: String, subject: String, body: String, date: String) {
    guard Self.isAddress(from), Self.isAddress(to) else { return nil }
    (self.from, self.to, self.subject, self.body, self.date) = (from, to, subject, body, date)
  }

  /// A plain address in ASCII (section 3.4.1, without quoted and obsolete forms), short enough for one line.
  package static func isAddress(_ text: String) -> Bool {
    text.utf8.count <= 254
      && text.wholeMatch(
        of: /[A-Za-z0-9!#$%&'*+\/=?^_`{|}~\-]+(\.[A-Za-z0-9!#$%&'*+\/=?^_`{|}~\-]+)*@[A-Za-z0-9\-]+(\.[A-Za-z0-9\-]+)*/)
        != nil
  }

  package var bytes: [UInt8] {
    let content = body.replacing("\n", with: "\r\n")
    let headers = [
      "From: \(from)", "To: \(to)", "Subject: \(Self.header(subject))", "Date: \(Self.day(date))",
      "Message-ID: <\(identifier)@sitwell.invalid>", "MIME-Version: 1.0", "X-Unsent: 1",
      "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: quoted-printable",
    ]
    return Array((headers + ["", Self.quotedPrintable(content)]).joined(separator: "\r\n").utf8)
  }

  private var identifier: String {
    let content = [from, to, subject, date, body].joined(separator: "\n")
    return SHA256.hash(data: Array(content.utf8)).prefix(16).hexadecimal
  }

  /// `Sat, 31 Jan 2026 09:00:00 +0000`
  private static func day(_ date: String) -> String {
    let names = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    let parts = date.split(separator: "-").compactMap { Int($0) }
    guard let sunday = CivilDate("0001-01-07"), let day = CivilDate(date) else { return date }
    let weekday = sunday.days(to: day) % 7
    return "\(names[weekday]), \(parts[2]) \(months[parts[1] - 1]) \(date.prefix(4)) 09:00:00 +0000"
  }

  /// Words that are no ASCII are encoded, in parts that fit on a line (RFC 2047, section 2).
  private static func header(_ text: String) -> String {
    let line = text.printable
    if line.utf8.allSatisfy({ 0x20..<0x7F ~= $0 }), line.utf8.count <= 60, !line.contains("=?") { return line }
    var parts: [[UInt8]] = [[]]
    for scalar in line.unicodeScalars {
      let octets = Array(String(scalar).utf8)
      if parts[parts.count - 1].count + octets.count > 39 { parts.append([]) }
      parts[parts.count - 1] += octets
    }
    return parts.map { "=?utf-8?B?\(Data($0).base64EncodedString())?=" }.joined(separator: "\r\n ")
  }

  /// RFC 2045, section 6.7: lines of at most 76 characters, no blank at the end of one.
  private static func quotedPrintable(_ text: String) -> String {
    text.split(separator: "\r\n", omittingEmptySubsequences: false).map { line in
      var (encoded, length) = ("", 0)
      let octets = Array(line.utf8)
      for (place, octet) in octets.enumerated() {
        let isPlain = (0x21...0x7E ~= octet && octet != 0x3D) || (octet == 0x20 && place < octets.count - 1)
        let piece = isPlain ? String(UnicodeScalar(octet)) : String(format: "=%02X", octet)
        if length + piece.count > 75 {
          encoded += "=\r\n"
          length = 0
        }
        encoded += piece
        length += piece.count
      }
      return encoded
    }.joined(separator: "\r\n")
  }
}
