import Foundation
import Sealing
import Testing

/// The key and the texts were made by another library (jwcrypto 1.5.6).
@Suite("The key of a team")
struct TeamKeyTests {
  private static let json =
    #"{"crv":"P-256","d":"NHGAbi8uPCtfufAG0USQkF5_M_c_DxurXkIrO6_mkC4","kty":"EC","use":"enc","x":"pKHL5glkPDmfAtv_rmvwhBsKxJBJJmD4bC3vQp4Xkkc","y":"r1OFiFCxqSd8F5j50yeaxwpTkcxzwE95UKI2hUC89R0"}"#
  private static let line =
    "eyJhbGciOiJFQ0RILUVTIiwiZW5jIjoiQTI1NkdDTSIsImVwayI6eyJjcnYiOiJQLTI1NiIsImt0eSI6IkVDIiwieCI6InBpX0NxLTN5cG9iR2cyUWdxOWN2YWpaZ2NUTGVsaDcxeTl2T2hDOXhzUzgiLCJ5IjoibTA5cVpETkE1RzhIOFhaaXNqX3prSVZmOXNrLXJrVHdlVzRCcF9qWGFiMCJ9fQ"
    + "..cINFjncizYU7B3Ne.in_-SYnbKs8mBwZ5SfBb-IRdvFNNL70_pZzz87SS.keSLKhnVDq0fNiG9nYWJlg"
  private static let weaker =
    "eyJhbGciOiJFQ0RILUVTIiwiZW5jIjoiQTEyOEdDTSIsImVwayI6eyJjcnYiOiJQLTI1NiIsImt0eSI6IkVDIiwieCI6IjdoRnlJM055anZBelJNdXNPMFZTRFl3SkZ5TjRzckcyX3doU0xKM1ZoVlkiLCJ5IjoiSXpDdmZCNDZlMjM3dkpqT2pua3V5eFBSaVVobDlGNDRhLTlicm1peDl2VSJ9fQ"
    + "..2fZE0u5ifLlrQ175.zb4.ms4KY6I0gqsmrqP_ZGJ7vg"
  private static let text = #"{"id":"a","seat_type":"stool"}"#

  @Test("opens what another library encrypted to it")
  func opens() throws {
    let key = try #require(TeamKey(json: Array(Self.json.utf8)))
    #expect(key.open(Array(Self.line.utf8)).map { String(decoding: $0, as: UTF8.self) } == Self.text)
  }

  @Test("opens nothing that was encrypted to another key, or in another way")
  func others() throws {
    let key = try #require(TeamKey(json: Array(Self.json.utf8)))
    #expect(TeamKey().open(Array(Self.line.utf8)) == nil)
    #expect(key.open(Array(Self.weaker.utf8)) == nil)
    for text in ["", ".", "....", "a.b.c.d.e", "eyJ9....", Self.text] { #expect(key.open(Array(text.utf8)) == nil) }
  }

  @Test("opens nothing that was damaged anywhere")
  func damaged() throws {
    let key = try #require(TeamKey(json: Array(Self.json.utf8)))
    let line = Array(Self.line.utf8)
    for place in line.indices {
      var other = line
      other[place] = line[place] == UInt8(ascii: "A") ? UInt8(ascii: "Q") : UInt8(ascii: "A")
      let opened = key.open(other)
      // Bits behind the last byte of a part mean nothing.
      #expect(opened == nil || opened == Array(Self.text.utf8) && Self.isLastOfPart(place, line))
      #expect(key.open(line[..<place]) == nil)
    }
  }

  private static func isLastOfPart(_ place: Int, _ line: [UInt8]) -> Bool {
    place + 1 == line.count || line[place + 1] == UInt8(ascii: ".")
  }

  @Test("reads back as it was written, and its public half alone opens nothing")
  func written() throws {
    let key = TeamKey()
    let again = try #require(TeamKey(json: Array(key.json.utf8)))
    #expect(again.json == key.json && again.publicKey == key.publicKey)
    let half = try #require(PublicTeamKey(json: Array(key.json.utf8)))
    #expect(half == key.publicKey && !half.json.contains("\"d\""))
    #expect(TeamKey(json: Array(half.json.utf8)) == nil)
  }

  @Test("is no point beside the curve, and no private half of another key")
  func invalid() throws {
    let (one, other) = (TeamKey().json, TeamKey().json)
    func member(_ name: String, _ json: String) throws -> Substring {
      try #require(json.firstMatch(of: try Regex("\"\(name)\":\"([^\"]*)\"", as: (Substring, Substring).self))).1
    }
    let mixed = try one.replacing(member("d", one), with: member("d", other))
    #expect(TeamKey(json: Array(mixed.utf8)) == nil)
    let beside = try one.replacing(member("y", one), with: member("y", other))
    #expect(PublicTeamKey(json: Array(beside.utf8)) == nil)
    #expect(PublicTeamKey(json: Array("{}".utf8)) == nil)
  }
}
