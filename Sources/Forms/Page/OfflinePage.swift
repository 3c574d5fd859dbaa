/// The questionnaire as one page that works without a network.
package enum OfflinePage {
  package static func document(of source: FormSource) throws -> FormDocument { throw FormRefused(.notMade(.html)) }
}
