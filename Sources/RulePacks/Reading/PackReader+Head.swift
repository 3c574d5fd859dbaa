import Ergonomics
import Markup

/// The file `pack.xml`, and the sources and muscles, which only others refer to.
extension PackReader {
  mutating func readHead() {
    let heads = files.filter { $0.root.name == "pack" }
    draft.head = heads.first
    for another in heads.dropFirst() {
      problems.append(.doublePackFile(at: another.spot(of: another.root), first: heads[0].path))
    }
    guard let file = heads.first else { return }
    for cap in file.root.elements("evidence-cap") {
      let strength = cap.required("strength", as: Evidence.Strength.init)
      if draft.evidenceCaps[strength] != nil {
        problems.append(.doubleCap(strength, at: file.required("strength", of: cap).spot))
      }
      draft.evidenceCaps[strength] = cap.requiredNumber("points")
    }
  }

  mutating func readWhomDrawingsShow() {
    guard let file = draft.head, let element = file.root.element("drawings-show") else { return }
    draft.drawingsShow = condition(file.text(of: element))
  }

  mutating func readScores() {
    for (file, element) in definitions(.score) where file.path == draft.head?.path {
      var formula: Formula?
      if let written = element.element("formula").map({ file.text(of: $0) }) {
        guard let read = self.formula(written, measuring: .points) else {
          names.doubtful.insert(element.required("id"))
          continue
        }
        formula = read
      }
      let bands = element.elements("band").map {
        Band(id: $0.required("id"), from: $0.requiredNumber("from"), word: $0.words)
      }
      let score = Score(
        id: element.required("id"), title: element.words(in: "title"), about: element.element("about")?.words,
        region: element.optional("region", as: Score.Region.init), max: element.number("max"), formula: formula,
        bands: bands
      )
      draft.scores.append(.init(value: score, file: file, element: element))
    }
  }

  /// In any number of files.
  mutating func readPeople() {
    for file in files where file.root.name == "people" {
      for element in file.root.elements("person") {
        let comesTo = element.elements("comes-to").map { result($0, in: file) }
        let person = ExamplePerson(
          says: element.required("says"), answers: person(element, in: file), comesTo: comesTo)
        draft.people.append(.init(value: person, file: file, element: element))
      }
    }
  }

  /// What a score comes to, in a level that it has.
  private mutating func result(_ element: MarkupElement, in file: PackFile) -> ExamplePerson.ComesTo {
    let score = reference(.score, file.required("score", of: element))
    var level = element.token("level")
    if let written = file.attribute("level", of: element),
      let bands = draft.scores.first(where: { $0.value.id == score })?.value.bands.map(\.id),
      !bands.contains(written.text)
    {
      problems.append(.unknownLevel(written.text, of: score, at: written.spot, known: bands))
      level = nil
    }
    return .init(score: score, points: MarkupElement.number(element.words), level: level)
  }

  /// A rule that stands in two families, or twice in one, is a problem.
  mutating func readFamilies() {
    guard let file = draft.head else { return }
    var seen: Set<Rule.ID> = []
    for family in file.root.elements("family") {
      draft.families.append(references(.rule, "finding", "rule", of: family, in: file))
      for element in family.elements("finding") {
        let rule = file.required("rule", of: element)
        guard draft.families.dropLast().joined().contains(rule.text), seen.insert(rule.text).inserted else { continue }
        problems.append(.doubleReference(.rule, rule.text, at: rule.spot))
      }
    }
  }

  mutating func readSources() {
    draft.sources = definitions(.source).map { file, element in
      let source = Source(
        id: element.required("id"), citation: element.words(in: "citation"), year: element.number("year"),
        kind: element.required("kind"), link: element.token("link"), note: element.element("note")?.words)
      return .init(value: source, file: file, element: element)
    }
  }

  mutating func readMuscles() {
    draft.muscles = definitions(.muscle).map { _, element in
      Muscle(
        id: element.required("id"), title: element.words(in: "title"), plainName: element.words(in: "plain"),
        function: element.words(in: "function"), tenderness: element.words(in: "tenderness"),
        cautions: element.texts("caution"))
    }
  }
}

extension Problem {
  static func unknownLevel(_ level: String, of score: String, at spot: SourceLocation, known: [String]) -> Problem {
    Problem(
      .unknownLevel, spot, "score '\(score)' has no level '\(level)'",
      help: nearest(to: level, in: known) ?? "name one of its bands by id")
  }

  static func doubleCap(_ strength: Evidence.Strength, at spot: SourceLocation) -> Problem {
    Problem(.doubleCap, spot, "strength '\(strength.rawValue)' has two caps", help: "delete one of them")
  }
}
