import Testing

@testable import Reports

@Suite("Links")
struct LinkTests {
  @Test(
    "may be followed to the web, to a mailbox and inside the page",
    arguments: ["https://a.org/?q=1&b=2", "HTTP://a.org", "mailto:a@b.org", "#source-1"])
  func allowed(link: String) { #expect(HTMLText(link: link)?.use == .link) }

  @Test(
    "are not made of anything else",
    arguments: [
      "javascript:alert(1)", " https://a.org", "https://a.org/ x", "data:text/html,x", "//a.org", "file:///etc/passwd",
      "https://a.org/\"onclick", "java\nscript:x", "https:\\\\a.org", "", "https://a.org/\u{202E}",
    ])
  func refused(link: String) { #expect(HTMLText(link: link) == nil) }
}
