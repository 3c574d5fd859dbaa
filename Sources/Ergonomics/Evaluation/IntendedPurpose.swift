/// What the program is for, and what it is not for: at the foot of every report, in the README and beside the version.
package enum IntendedPurpose {
  package static let statement =
    "Intended purpose: workplace screening and general advice for adults of 16 and over. It is not for diagnosis, for "
    + "decisions about treatment, or for monitoring a disease. Where law asks for an assessment of a workstation, an "
    + "assessor looks at the result."
}
