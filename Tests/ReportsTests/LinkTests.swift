import Testing

@testable import Reports

@Suite("Links")
struct LinkTests {
  @Test(
    "may be followed to the web, to a mailbox and inside the page",
    arguments: ["https://a.org/?q=1&b=2", "HTTP://a.org", "MailTo:a@b.org", "mailto:a@b.org", "#source-1"])
  func allowed(link: String) { #expect(HTMLText(link: link)?.use == .link) }

  @Test("lead to places in the page by their names")
  func places() { #expect(HTMLText(toPlace: "pack-2-f3") == HTMLText(link: "#pack-2-f3")) }

  @Test(
    "are not made of anything else",
    arguments: [
      "javascript:alert(1)", " https://a.org", "https://a.org/ x", "data:text/html,x", "//a.org", "file:///etc/passwd",
      "https://a.org/\"onclick", "java\nscript:x", "https:\\\\a.org", "", "https://a.org/\u{202E}",
      "https:\u{0F}/a.org", "http", "\u{03}source-1",
    ])
  func refused(link: String) { #expect(HTMLText(link: link) == nil) }
}
