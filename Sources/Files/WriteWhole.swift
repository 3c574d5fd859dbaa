#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the system said no to; the number is its `errno`.
package struct SystemFailure: Error, Hashable, Sendable {
  package let errno: Int32
  package init(errno: Int32) { self.errno = errno }
}

/// The one loop by which bytes leave the program: all of them, or an error.
package func writeWhole(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) throws(SystemFailure) {
  var rest = bytes
  while !rest.isEmpty {
    let count = write(descriptor, rest.baseAddress, rest.count)
    if count >= 0 {
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    } else if errno == EAGAIN {  // another program has set what we share with it not to wait
      var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      poll(&ready, 1, -1)
    } else if errno != EINTR {
      throw SystemFailure(errno: errno)
    }
  }
}

extension Collection<UInt8> {
  package func writeWhole(to descriptor: Int32) throws(SystemFailure) {
    let result = Array(self).withUnsafeBytes { bytes in
      Result { () throws(SystemFailure) in try Files.writeWhole(bytes, to: descriptor) }
    }
    try result.get()
  }
}
