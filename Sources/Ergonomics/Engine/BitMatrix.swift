/// Transposes a 64 by 64 bit matrix that begins at `start` (H. S. Warren, Hacker's Delight, 2nd ed., 7-3).
func transpose(_ words: inout [UInt64], from start: Int) {
  precondition(start >= 0 && start + 64 <= words.count)
  var words = words.mutableSpan
  var (width, mask) = (32, 0x0000_0000_FFFF_FFFF as UInt64)
  while width != 0 {
    var row = start
    while row < start + 64 {
      let other = row + width
      let swapped = (words[unchecked: row] >> UInt64(width) ^ words[unchecked: other]) & mask
      words[unchecked: row] ^= swapped << UInt64(width)
      words[unchecked: other] ^= swapped
      row = start + ((other - start + 1) & ~width)
    }
    width >>= 1
    mask ^= mask << UInt64(width)
  }
}
