/// The forms a report can be written in.
package enum ReportFormat: String, CaseIterable, Sendable {
  case html, xml
  /// An action register: for an employer in steps, for an ergonomist by person.
  case csv
  /// The same as an Excel workbook.
  case xlsx
  /// The page as it is printed, by a program that the machine has.
  case pdf
}
