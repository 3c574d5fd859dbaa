import CLibXML2

/// One report of libxml2, as it came.
struct Diagnostic {
  let code: Int
  let isError: Bool
  let line: Int
  let column: Int
  /// Which element of the document, counted from 0; only where a schema is broken.
  let element: Int?
  let message: String
}

/// Collects what libxml2 reports during one call, without global state.
final class Diagnostics {
  private(set) var all: [Diagnostic] = []
  /// Where C finds its way back here; lives as long as this.
  let sink: UnsafeMutablePointer<sw_xml_error_sink>

  init() {
    _ = Self.libraryIsReady
    sink = .allocate(capacity: 1)
    sink.initialize(to: sw_xml_error_sink(fn: receive, ctx: nil))
    sink.pointee.ctx = Unmanaged.passUnretained(self).toOpaque()
  }

  deinit { sink.deallocate() }

  /// Also collects what is reported while this runs that belongs to no parser.
  func collecting<Result>(_ body: () -> Result) -> Result {
    sw_xml_set_thread_sink(sink)
    defer { sw_xml_set_thread_sink(nil) }
    return body()
  }

  var errors: [Diagnostic] { all.filter(\.isError) }

  fileprivate func add(_ diagnostic: Diagnostic) {
    if all.count < Self.limit { all.append(diagnostic) }
  }

  /// A broken file may cause a report a byte; nobody reads more than these.
  private static let limit = 1000

  /// Initialised once, before the first use on any thread.
  private static let libraryIsReady: Void = {
    xmlInitParser()
    sw_xml_check_version()
  }()
}

private let receive: sw_xml_error_fn = { context, _, code, level, line, column, element, message in
  guard let context else { return }
  var text = message.map { String(cString: $0) } ?? ""
  while text.last?.isWhitespace == true || text.last == "." { text.removeLast() }
  Unmanaged<Diagnostics>.fromOpaque(context).takeUnretainedValue().add(
    Diagnostic(
      code: Int(code), isError: UInt32(level) >= XML_ERR_ERROR.rawValue, line: Int(line), column: Int(column),
      element: element > 0 ? element - 1 : nil, message: text))
}
