import ArgumentParser

/// What a shell offers, beside files, where Tab is pressed.
extension CompletionKind {
  /// Ids of the packs there are, and folders.
  static let pack = shellCommand(
    "sitwell pack list 2>/dev/null | cut -d@ -f1; find . -mindepth 1 -maxdepth 1 -type d | cut -c3-")
  /// Names of interviews that are not finished.
  static let session = shellCommand("sitwell assess --list 2>/dev/null | cut -f1")
}
