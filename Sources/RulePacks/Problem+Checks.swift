import Ergonomics
import LibXML

/// What can be wrong with measures, tables, scores, corrections and rules, and with a pack as a whole.
extension Problem {
  static func tableRange(_ attribute: String, _ text: String, at spot: Spot) -> Problem {
    Problem(
      "table-range", spot, "\(attribute) '\(text)' is no range",
      help: "write the first and the last number, as in '2..8'")
  }

  static func tableCells(_ id: String, _ rows: Int, _ columns: Int, found: Int, at spot: Spot) -> Problem {
    Problem(
      "table-cells", spot, "table '\(id)' has \(found) cells",
      help: "\(rows) rows of \(columns) columns need \(rows * columns), row by row")
  }

  static func lookupOutside(
    _ table: String, _ part: String, reach: ClosedRange<Int>, table inside: ClosedRange<Int>, at spot: Spot
  ) -> Problem {
    Problem(
      "lookup-outside-table", spot,
      "the \(part) read from table '\(table)' can be \(reach.lowerBound) to \(reach.upperBound), but the table has"
        + " \(inside.lowerBound) to \(inside.upperBound)",
      help: "enlarge the table, or give it clamp=\"yes\" to read the nearest \(part)")
  }

  static func formulaTooLarge(at spot: Spot) -> Problem {
    Problem(
      "formula-too-large", spot, "some answers take this beyond what can be computed exactly",
      help: "use smaller factors, or narrower bounds for the questions it reads")
  }

  static func circularMeasures(_ circle: [String], at spot: Spot) -> Problem {
    Problem(
      "circular-measures", spot, "measure '\(circle[0])' is computed from itself: \(circle.joined(separator: " → "))",
      help: "compute one of them from answers alone")
  }

  static func circularAskWhen(_ circle: [String], at spot: Spot) -> Problem {
    Problem(
      "circular-ask-when", spot,
      "whether '\(circle[0])' is asked depends on its own answer: \(circle.joined(separator: " → "))",
      help: "let it depend on earlier questions only")
  }

  static func asksBefore(_ question: String, _ later: String, at spot: Spot) -> Problem {
    Problem(
      "ask-when-later", spot, "'\(question)' depends on '\(later)', which is asked later",
      help: "move '\(later)' before '\(question)'")
  }

  static func unreadQuestion(_ id: String, isChanged: Bool, at spot: Spot) -> Problem {
    Problem(
      "unread-question", spot,
      isChanged
        ? "question '\(id)' is changed by a correction, but nothing reads it" : "nothing reads question '\(id)'",
      help: "delete the question, or read it in a rule")
  }

  static func tooManyLimits(_ id: String, _ count: Int, at spot: Spot) -> Problem {
    Problem(
      "too-many-limits", spot,
      "conditions compare '\(id)' with \(count) different numbers, and \(AnswerClasses.limit - 2) are possible",
      help: "let rules share their limits")
  }

  static func solvedUnproven(_ rule: String, at spot: Spot) -> Problem {
    Problem(
      "solved-unproven", spot, "'\(rule)' adds points, and nothing says which answers prove it solved",
      help: "add <solved-when> with the answers that make this true, such as 'foot_contact is floor'")
  }

  static func solvedWhileFound(_ rule: String, at spot: Spot) -> Problem {
    Problem(
      "solved-while-found", spot, "some answers prove '\(rule)' solved while it is found",
      help: "name only answers with which it is never found")
  }

  static func drawnAsSomethingElse(_ question: String, _ drawn: Question.Drawn, at spot: Spot) -> Problem {
    Problem(
      "drawn-as", spot, "'\(question)' cannot be drawn as '\(drawn.rawValue)'",
      help: drawn.measures == .time
        ? "it takes a number with the unit min or h" : "it takes a number with the unit mm, cm, m or in")
  }

  static func drawnTwice(_ question: String, _ other: String, _ drawn: Question.Drawn, at spot: Spot) -> Problem {
    Problem(
      "drawn-as", spot, "'\(question)' and '\(other)' are both drawn as '\(drawn.rawValue)'",
      help: "leave out drawn-as at one of them")
  }

  static func tooManyScores(limit: Int, at spot: Spot) -> Problem {
    Problem(
      "too-many-scores", spot, "the pack has more than \(limit) scores",
      help: "make some of them measures, or two packs")
  }
}

/// Scores and what adds to them.
extension Problem {
  static func doubleCap(_ strength: Evidence.Strength, at spot: Spot) -> Problem {
    Problem("double-cap", spot, "strength '\(strength.rawValue)' has two caps", help: "delete one of them")
  }

  static func nothingAdds(_ score: String, at spot: Spot) -> Problem {
    Problem(
      "score-nothing-adds", spot, "no rule adds to score '\(score)'", help: "delete the score, or give it a formula")
  }

  static func addsToFormula(_ score: String, at spot: Spot) -> Problem {
    Problem(
      "adds-to-formula", spot, "score '\(score)' is computed by a formula and takes no points",
      help: "delete the 'adds', or the formula")
  }

  static func doubleBand(_ id: String, at spot: Spot) -> Problem {
    Problem("double-id", spot, "the score has two bands '\(id)'", help: "give one of them another id")
  }

  static func doubleRegion(_ region: Score.Region, at spot: Spot) -> Problem {
    Problem(
      "double-region", spot, "two scores are about the region '\(region.rawValue)'",
      help: "leave it at the score that tells more")
  }

  static func reservedBand(at spot: Spot) -> Problem {
    Problem(
      "reserved-word", spot, "'unknown' is the level of a score of which nothing is known", help: "choose another id")
  }

  static func bandGap(_ id: String, _ from: Int, least: Int, at spot: Spot) -> Problem {
    Problem(
      "band-gap", spot, "the first band '\(id)' begins at \(from), but the score begins at \(least)",
      help: "let it begin at \(least)")
  }

  static func bandOrder(_ id: String, after other: Band, at spot: Spot) -> Problem {
    Problem(
      "band-order", spot, "band '\(id)' does not begin above band '\(other.id)', which begins at \(other.from)",
      help: "order the bands from the lowest up")
  }

  static func bandOutOfReach(_ band: Band, _ score: String, most: Int, at spot: Spot) -> Problem {
    Problem(
      "band-out-of-reach", spot, "band '\(band.id)' begins at \(band.from), but '\(score)' reaches \(most) at most",
      help: "let it begin lower, or delete it")
  }

  static func symptomAddsPoints(_ question: String, at spot: Spot) -> Problem {
    Problem(
      "symptom-adds-points", spot, "the rule reads '\(question)', which is about health, and adds points",
      help: "delete the 'adds': symptoms never raise a score")
  }

  static func symptomShown(_ question: String, at spot: Spot) -> Problem {
    Problem(
      "symptom-shown", spot, "the text shows '\(question)', which is about health, in a rule that does not read it",
      help: "delete the placeholder: this rule is told where health data may not be")
  }

  static func tooManyPoints(_ score: String, _ sum: Int, at spot: Spot) -> Problem {
    Problem(
      "too-many-points", spot, "all rules together add \(sum) points to score '\(score)'",
      help: "scores are meant to reach a hundred or so: add fewer points")
  }

  static func pointsAboveEvidence(_ points: String, _ best: Evidence.Strength, cap: Int, at spot: Spot) -> Problem {
    Problem(
      "points-above-evidence", spot, "\(points) points stand on evidence that is '\(best.rawValue)' at best",
      help: "add \(cap) at most, or name stronger evidence")
  }

  static func sameCondition(_ rule: String, _ other: String, at spot: Spot) -> Problem {
    Problem(
      "same-condition", spot, "rule '\(rule)' has the same condition as rule '\(other)'",
      help: "join the two, or tell them apart")
  }
}

/// Corrections.
extension Problem {
  static func formsOfSets(at spot: Spot) -> Problem {
    Problem(
      "sets-form", spot, "'sets' needs one of 'to', 'with' and 'without'",
      help: "write several 'sets' to change several answers")
  }

  static func selectionOfNoChoices(_ attribute: String, _ question: String, at spot: Spot) -> Problem {
    Problem(
      "sets-on-single-choice", spot, "'\(attribute)' adds or removes options, but '\(question)' takes a single answer",
      help: "write to=\"…\"")
  }
}

/// Sources.
extension Problem {
  static func exerciseWithoutSource(_ id: String, at spot: Spot) -> Problem {
    Problem(
      "exercise-without-source", spot, "exercise '\(id)' names no source",
      help: "add a 'cite' behind the dose; a custom or an own proposal is a kind of source, too")
  }

  static func uncitedSource(_ id: String, at spot: Spot) -> Problem {
    Problem(
      "uncited-source", spot, "nothing cites source '\(id)'",
      help: "cite it where it supports something, or delete it")
  }
}

/// What the engine finds by working the rules out.
extension Problem {
  static func neverTrue(_ element: String, at spot: Spot) -> Problem {
    Problem(
      "never-true", spot, "no answers make this '\(element)' true", help: "look for parts that exclude each other")
  }

  static func neverFalse(_ element: String, at spot: Spot) -> Problem {
    Problem(
      "never-false", spot, "all answers make this '\(element)' true", help: "delete it, or make it tell people apart")
  }

  static func missingExample(_ outcome: Outcome, at spot: Spot) -> Problem {
    Problem(
      "missing-example", spot, "the rule can come out as '\(outcome.rawValue)', but no example shows it",
      help: "add an example with outcome=\"\(outcome.rawValue)\"")
  }

  static func exampleDisagrees(_ example: Rule.Example, found: Outcome, answers: String, at spot: Spot) -> Problem {
    Problem(
      "example-disagrees", spot,
      "example '\(example.says)' comes out as '\(found.rawValue)', not '\(example.outcome.rawValue)'",
      help: "it answers \(answers): change the example or the rule")
  }
}

/// Findings that tell each other.
extension Problem {
  static func coversEverybody(_ rule: String, _ other: String, at spot: Spot) -> Problem {
    Problem(
      "covers-everybody", spot, "whoever answers has '\(rule)' or '\(other)'",
      help: "let one of them hold for fewer people: a count of the other would give it away")
  }

  static func familyOrder(_ rule: String, after outer: String, at spot: Spot) -> Problem {
    Problem(
      "family-order", spot, "'\(rule)' holds for everybody whom '\(outer)' holds for, but stands after it",
      help: "let it stand before '\(outer)': the widest comes first")
  }
}

/// Where packs are looked for.
extension Problem {
  static func noPackFormat(_ file: String, _ problem: MarkupProblem?) -> Problem {
    Problem(
      "no-pack-format", Spot(place: Place(file: file, line: problem?.line)),
      problem.map { "the format of packs cannot be read: \($0.message)" } ?? "the format of packs is missing",
      help: "restore pack.xsd, or name another folder with --rules")
  }

  static func unknownPack(_ name: String, known: [String], in folder: String) -> Problem {
    Problem(
      "unknown-pack", at(folder), "there is no pack '\(name)', and no folder of this name",
      help: nearest(to: name, in: known) ?? "name a folder that holds a pack.xml")
  }

  static func unreadablePack(_ folder: String, _ reason: String) -> Problem {
    Problem(
      "unreadable-pack", at(folder), "the files of the pack cannot be read: \(reason)",
      help: "look at the permissions of the folder and its files")
  }
}
