import Synchronization

/// The ids of several files that are scored into one table: to say how many stand in more than one of them.
///
/// Whether two such rows are one person is not known: platforms number the responses of each form from 1. So both are scored.
package final class EarlierIDs: Sendable {
  private let seen = Mutex(SeenIDs())

  package init() {}

  /// How many records of a chunk have an id of their own in their file that stood in an earlier one; notes all ids.
  func count(_ chunk: borrowing RecordChunk, _ ids: IDPlaces) -> Int {
    var places: Set<UInt32> = []
    seen.withLock { seen in places = Set(chunk.repeated(ids, in: &seen)) }
    return places.subtracting(chunk.doubles).count
  }
}
