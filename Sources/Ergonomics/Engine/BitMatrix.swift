/// Transposes a 64 by 64 bit matrix that begins at `start` (H. S. Warren, Hacker's Delight, 2nd ed., 7-3); in runs of rows, of
/// which the processor takes several at once.
func transpose(_ words: inout [UInt64], from start: Int) {
  precondition(start >= 0 && start + 64 <= words.count)
  words.withUnsafeMutableBufferPointer { words in
    let words = words.baseAddress! + start
    var (width, mask) = (32, 0x0000_0000_FFFF_FFFF as UInt64)
    while width != 0 {
      let shift = UInt64(truncatingIfNeeded: width)
      for first in stride(from: 0, to: 64, by: 2 * width) {
        for row in first..<first &+ width {
          let swapped = (words[row] &>> shift ^ words[row &+ width]) & mask
          words[row] ^= swapped &<< shift
          words[row &+ width] ^= swapped
        }
      }
      width &>>= 1
      mask ^= mask &<< UInt64(truncatingIfNeeded: width)
    }
  }
}
