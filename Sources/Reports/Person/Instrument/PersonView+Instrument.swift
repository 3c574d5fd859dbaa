import Ergonomics

extension PersonView {
  /// Which pack it is, for a page that has several; with the scores in short, each on its own scale.
  var instrument: Fields {
    let (header, anchor) = (assessment.header, "pack-\((place ?? 0) + 1)")
    return [
      "title": text(header.packTitle), "anchor": text(anchor), "to": HTMLText(toPlace: anchor),
      "packID": text(header.packID), "packVersion": text(header.packVersion), "packHash": text(header.packHash),
      "packKey": optional(header.packKey),
      "attribution": texts(header.attribution),
      "scores": list(scores),
    ]
  }
}
