import Ergonomics
import RulePacks

/// A pack with one thing changed that several others may read: the points of an option, a cell of a table, a formula.
struct PackMutant {
  enum Part: Hashable {
    case points(Question.ID)
    case table(LookupTable.ID)
    case measure(Measure.ID)
    case formula(Score.ID)
  }

  let part: Part
  /// What was changed to what.
  let words: String
  let place: Problem.Place
  /// What of the pack is another.
  let change: Change

  enum Change {
    case question(Question)
    case table(LookupTable)
    case measure(Measure)
    case score(Score)
  }

  static func all(of pack: Pack, at places: PackPlaces) -> [PackMutant] {
    ofPoints(pack, places) + pack.tables.flatMap { ofCells($0, places) }
      + pack.measures.flatMap { measure in
        measure.formula.mutants.map { mutant in
          PackMutant(
            part: .measure(measure.id), words: words(mutant, pack, measure.unit),
            place: places.place(of: .measure, measure.id),
            change: .measure(Measure(id: measure.id, title: measure.title, unit: measure.unit, formula: mutant.whole)))
        }
      }
      + pack.scores.flatMap { score in
        (score.formula?.mutants ?? []).map { mutant in
          PackMutant(
            part: .formula(score.id), words: words(mutant, pack, .points),
            place: places.place(of: .score, score.id, "formula"), change: .score(score.with(formula: mutant.whole)))
        }
      }
  }

  private static func words(_ mutant: FormulaMutant, _ pack: Pack, _ unit: UnitOfMeasure) -> String {
    let (was, now) = (mutant.was, mutant.now)
    return "'\(was.text(in: pack.vocabulary, unit: unit))' made '\(now.text(in: pack.vocabulary, unit: unit))'"
  }

  /// Of options whose points something reads.
  private static func ofPoints(_ pack: Pack, _ places: PackPlaces) -> [PackMutant] {
    let read = pack.readPoints
    return pack.questions.filter { read.contains($0.id) }.flatMap { question in
      question.options.flatMap { option in
        [option.points - 1, option.points + 1].map { points in
          PackMutant(
            part: .points(question.id), words: "\(option.points) points of '\(option.id)' made \(points)",
            place: places.place(of: .question, question.id, option.id),
            change: .question(question.with(points: points, of: option.id)))
        }
      }
    }
  }

  private static func ofCells(_ table: LookupTable, _ places: PackPlaces) -> [PackMutant] {
    table.cells.indices.flatMap { place in
      [-1, 1].map { step in
        var cells = table.cells
        cells[place] += step
        let row = table.rows.lowerBound + place / table.columns.count
        let column = table.columns.lowerBound + place % table.columns.count
        return PackMutant(
          part: .table(table.id),
          words: "\(table.id)[\(row), \(column)] \(table.cells[place]) made \(cells[place])",
          place: places.place(ofCell: place, of: table.id),
          change: .table(
            LookupTable(
              id: table.id, rows: table.rows, columns: table.columns, cells: cells, isClamped: table.isClamped)))
      }
    }
  }
}

extension Question {
  fileprivate func with(points: Int, of option: AnswerOption.ID) -> Question {
    let options = options.map {
      AnswerOption(
        id: $0.id, text: $0.text, aliases: $0.aliases, points: $0.id == option ? points : $0.points,
        isAlone: $0.isAlone)
    }
    let kind: Kind = if case .choices = kind { .choices(options) } else { .choice(options) }
    return Question(
      id: id, section: section, kind: kind, isYesNo: isYesNo, askWhen: askWhen, isSensitive: isSensitive, label: label,
      text: text, help: help)
  }
}

extension Score {
  fileprivate func with(formula: Formula) -> Score {
    Score(id: id, title: title, about: about, region: region, max: max, formula: formula, bands: bands)
  }
}

extension Pack {
  /// With some rules, scores and corrections alone, and one thing changed.
  func with(
    _ change: PackMutant.Change? = nil, rules: [Rule] = [], scores: [Score] = [], corrections: [Correction] = [],
    people: [ExamplePerson] = []
  ) -> Pack {
    var (questions, measures, tables, scores) = (questions, measures, tables, scores)
    switch change {
    case .question(let other): questions = questions.map { $0.id == other.id ? other : $0 }
    case .table(let other): tables = tables.map { $0.id == other.id ? other : $0 }
    case .measure(let other): measures = measures.map { $0.id == other.id ? other : $0 }
    case .score(let other): scores = scores.map { $0.id == other.id ? other : $0 }
    case nil: break
    }
    return Pack(
      id: id, version: version, hash: hash, title: title, notSure: notSure, scores: scores, sections: sections,
      questions: questions, measures: measures, tables: tables, rules: rules, corrections: corrections,
      people: people)
  }

  /// What formulas read of the pack, also through measures.
  func parts(of formulas: [Formula]) -> Set<PackMutant.Part> {
    var (parts, waiting) = (Set<PackMutant.Part>(), formulas.flatMap(\.parts))
    while let next = waiting.popLast() {
      switch next {
      case .points(let question): parts.insert(.points(question))
      case .lookup(let table, _, _): parts.insert(.table(table))
      case .measure(let id):
        if parts.insert(.measure(id)).inserted { waiting += measures.first { $0.id == id }?.formula.parts ?? [] }
      default: break
      }
    }
    return parts
  }

  /// The questions whose options' points something reads.
  fileprivate var readPoints: Set<Question.ID> {
    let changed = corrections.flatMap(\.sets).compactMap {
      if case .formula(let formula) = $0.value { formula } else { nil }
    }
    let all = measures.map(\.formula) + scores.compactMap(\.formula) + changed + conditions.flatMap(\.formulas)
    return Set(all.flatMap(\.parts).compactMap { if case .points(let question) = $0 { question } else { nil } })
  }
}
