import Ergonomics

extension Pack {
  /// What everything in the pack says, part by part, in words.
  var facets: [PackChanges.Kind: [Facets]] {
    let vocabulary = vocabulary
    return [
      .pack: [
        Facets(
          id, title,
          [
            ("version", version), ("title", title), ("summary", summary),
            ("attribution", attribution.joined(separator: " ")),
            ("drawings show", drawingsShow?.text(in: vocabulary)),
            ("families", families.map { $0.joined(separator: ", ") }.joined(separator: "; ")),
          ] + generalAdvice.facets)
      ],
      .score: scores.map { $0.facets(vocabulary) }, .question: questions.map { $0.facets(vocabulary) },
      .measure: measures.map {
        Facets($0.id, $0.title, [("title", $0.title), ("formula", $0.formula.text(in: vocabulary, unit: $0.unit))])
      },
      .table: tables.map { table in
        let size =
          "rows \(table.rows.lowerBound) to \(table.rows.upperBound), columns \(table.columns.lowerBound) to \(table.columns.upperBound)"
        let read = readings(of: table)
        let cells = table.cells.enumerated().map { place, cell -> (String, String?) in
          let (down, across) = place.quotientAndRemainder(dividingBy: table.columns.count)
          let (row, column) = (table.rows.lowerBound + down, table.columns.lowerBound + across)
          return ("cell of row \(row)\(read.row), column \(column)\(read.column)", String(cell))
        }
        return Facets(table.id, table.id, [("size", size)] + cells)
      },
      .rule: rules.map { $0.facets(vocabulary) }, .correction: corrections.map { $0.facets(self, vocabulary) },
      .exercise: exercises.map { $0.facets(vocabulary) }, .relief: reliefs.map { $0.facets(vocabulary) },
      .careCard: careCards.map { $0.facets(vocabulary) },
      .source: sources.map {
        Facets($0.id, $0.citation, [("citation", $0.citation), ("link", $0.link), ("note", $0.note)])
      },
    ]
  }
}

extension Pack {
  /// By what rows and columns of a table are told apart, in brackets; empty where formulas look it up in several ways.
  fileprivate func readings(of table: LookupTable) -> (row: String, column: String) {
    let formulas = measures.map(\.formula) + scores.compactMap(\.formula) + rules.flatMap { $0.when.formulas }
    let ways = Set(
      formulas.flatMap(\.parts).compactMap { part -> [String]? in
        guard case .lookup(table.id, let row, let column) = part else { return nil }
        return [row, column].map { " (\($0.text(in: vocabulary, unit: .points)))" }
      })
    guard ways.count == 1, let way = ways.first else { return ("", "") }
    return (way[0], way[1])
  }
}

extension GeneralAdvice {
  fileprivate var facets: [(String, String?)] {
    Place.allCases.map { ("advice for all, \($0.rawValue)", texts[$0]) }
      + heights.map { ("height of \($0.title)", [$0.known, $0.general].compactMap { $0 }.joined(separator: "; ")) }
      + [("look again, days", lookAgain.map(String.init)), ("breaks, minutes", breaksEvery.map(String.init))]
  }
}

extension Score {
  fileprivate func facets(_ vocabulary: Vocabulary) -> Facets {
    Facets(
      id, title,
      [("title", title), ("about", about), ("most", max.map(String.init)), ("formula", formula?.text(in: vocabulary))]
        + bands.map { ("level", "\($0.id) from \($0.from): \($0.word)") })
  }
}

extension Question {
  fileprivate func facets(_ vocabulary: Vocabulary) -> Facets {
    var parts: [(String, String?)] = [
      ("label", label), ("text", text), ("help", help), ("asked when", askWhen?.text(in: vocabulary)),
      ("health", isSensitive ? "yes" : nil), ("aliases", aliases.joined(separator: "; ")),
    ]
    if case .number(let range) = kind {
      let ends = [range.bounds.lowerBound, range.bounds.upperBound].map { range.unit.text(ofBase: $0) }
      parts.append(("bounds", ends.joined(separator: " to ")))
    }
    parts += options.map { option in
      let points = option.points == 0 ? "" : ", \(option.points) points"
      return ("option \(option.id)", option.text + (option.isAlone ? " (alone)" : "") + points)
    }
    return Facets(id, text, parts)
  }
}

extension Rule {
  fileprivate func facets(_ vocabulary: Vocabulary) -> Facets {
    Facets(
      id, title,
      [
        ("title", title), ("applies", applies?.text(in: vocabulary)), ("when", when.text(in: vocabulary)),
        ("finding", finding.words), ("why", why), ("solved", solved),
        ("solved when", solvedWhen?.text(in: vocabulary)), ("loads", loads.joined(separator: ", ")),
        ("corrections", corrections.joined(separator: ", ")), ("exercises", exercises.joined(separator: ", ")),
        ("reliefs", reliefs.joined(separator: ", ")),
      ] + adds.map { ("points to \($0.score)", String($0.points)) }
        + evidence.map {
          ("evidence of \($0.source)", "\($0.strength.rawValue)\($0.isAgainst ? ", against" : ""): \($0.text)")
        })
  }
}

extension Template {
  fileprivate var words: String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .value(let name): "{\(name)}"
      }
    }.joined()
  }
}

extension [Avoidance] {
  fileprivate func facets(_ vocabulary: Vocabulary) -> [(String, String?)] {
    map { ("not when", "\($0.when.text(in: vocabulary)) (\($0.says))") }
  }
}

extension Correction {
  fileprivate func facets(_ pack: Pack, _ vocabulary: Vocabulary) -> Facets {
    let asked: [(String, String?)] = [
      ("title", title), ("effort", effort.rawValue), ("who", who), ("minutes", String(minutes)),
      ("cost", cost.rawValue),
      ("item", item), ("works when", worksWhen), ("days", days.map(String.init)), ("asks", asks?.rawValue),
      ("not with", notWith.joined(separator: ", ")), ("steps", steps.joined(separator: " ")),
    ]
    let fits = fitsWhen.map { ("fits when", "\($0.when.text(in: vocabulary)) (\($0.says))" as String?) }
    let changes = sets.map { change -> (String, String?) in
      guard let question = pack.question(change.question) else { return ("sets", change.question) }
      return ("sets \(question.id)", SetsMutant.text(of: change.value, question, pack))
    }
    return Facets(id, title, asked + fits + avoidWhen.facets(vocabulary) + changes)
  }
}

extension Exercise {
  fileprivate func facets(_ vocabulary: Vocabulary) -> Facets {
    let often = [
      dose.sets.map { "\($0) sets" }, dose.reps.map { "\($0) times" }, dose.hold.map { "hold \($0)" }, dose.often,
    ].compactMap { $0 }.joined(separator: ", ")
    return Facets(
      id, title,
      [
        ("title", title), ("kind", kind), ("steps", steps.joined(separator: " ")), ("dose", often), ("easier", easier),
        ("stop if", stopIf), ("cautions", cautions.joined(separator: " ")),
        ("targets", targets.joined(separator: ", ")),
      ] + avoidWhen.facets(vocabulary))
  }
}

extension Relief {
  fileprivate func facets(_ vocabulary: Vocabulary) -> Facets {
    Facets(
      id, title,
      [
        ("title", title), ("tool", tool), ("steps", steps.joined(separator: " ")), ("duration", duration),
        ("pressure", pressure), ("cautions", cautions.joined(separator: " ")),
      ] + avoidWhen.facets(vocabulary))
  }
}

extension CareCard {
  fileprivate func facets(_ vocabulary: Vocabulary) -> Facets {
    Facets(
      id, title,
      [
        ("title", title), ("level", level.rawValue), ("when", when.text(in: vocabulary)), ("at once", atOnce),
        ("signs", signs.joined(separator: " ")), ("ask", ask), ("soon", soon), ("text", text.joined(separator: " ")),
      ])
  }
}
