import Ergonomics

/// Headings of columns that hold something about one person, by which nobody may be grouped.
enum PersonalColumns {
  /// As a whole, without what is no letter or digit. "Team name" is no name of a person.
  private static let wholes: Set = [
    "name", "fullname", "firstname", "givenname", "lastname", "familyname", "surname", "yourname", "displayname",
    "username", "user", "login", "person", "employee", "employeename", "employeenumber", "staffnumber",
    "personnelnumber",
    "respondent", "respondentname", "participant", "signature", "id", "age", "vorname", "nachname", "nombre",
    "apellido",
    "apellidos", "nom", "prenom", "nome", "cognome", "naam", "imie", "nazwisko",
  ]
  /// Wherever they stand in a heading as a word.
  private static let words: Set = [
    "email", "emails", "phone", "mobile", "telephone", "comment", "comments", "remark", "remarks", "note", "notes",
    "feedback", "birth", "birthday", "birthdate", "dob", "address", "ip", "uuid", "guid", "token", "latitude",
    "longitude",
    "correo", "courriel", "telefon", "telefono", "adresse", "kommentar", "commentaire", "comentario", "bemerkung",
  ]
  /// What platforms write of each response themselves, in the same form as `wholes`.
  private static let ofPlatforms = SurveyPlatform.all.reduce(into: Set()) { $0.formUnion($1.ownHeadings) }

  static func contain(_ heading: String) -> Bool {
    let parts = heading.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let whole = parts.joined()
    return wholes.contains(whole) || ofPlatforms.contains(whole) || whole == "email"
      || !words.isDisjoint(with: parts) || heading.lowercased().contains("e-mail")
  }
}

extension Problem {
  /// Why people cannot be grouped by a column; `nil` if they can.
  static func cannotGroup(
    by heading: String, isQuestion: Bool, isID: Bool, on platform: SurveyPlatform, at place: Place
  ) -> Problem? {
    let isID = isID || platform.idHeadings.joined().contains(heading)
    guard isQuestion || isID || PersonalColumns.contain(heading) else { return nil }
    return Problem(
      code: .personalColumn, place: place,
      summary: isQuestion
        ? "people cannot be grouped by '\(heading)': it is a question, and the groups would tell the answers"
        : "people cannot be grouped by '\(heading)': it says something about each of them",
      help: "name a column that many people share, such as a team or a site")
  }
}
