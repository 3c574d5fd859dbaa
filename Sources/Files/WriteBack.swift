#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Has the system begin to bring to the disk what was written to a file, whenever another 8 MiB are there. At the end it must
/// be waited for until all of it is there; up to then the disk would have had nothing to do.
///
/// - Parameter count: How many bytes were written last.
package func startWriteBack(_ descriptor: Int32, afterWriting count: Int) {
  #if os(Linux)
    let end = lseek(descriptor, 0, SEEK_CUR)  // pipes have no place, and need nothing
    let step: off_t = 8 << 20
    let (first, last) = (max(0, end - off_t(count)) / step, end / step)
    // What is not on the disk yet stays in memory, for all that it is said not to be needed.
    if first < last {
      posix_fadvise(descriptor, first * step, (last - first) * step, POSIX_FADV_DONTNEED)
    }
  #endif
}
