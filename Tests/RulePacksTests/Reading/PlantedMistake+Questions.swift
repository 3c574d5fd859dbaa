extension PlantedMistake {
  static let inQuestions: [PlantedMistake] = [
    .init(.noQuestions, "pack.xml:2", SmallPack.withoutQuestions),
    .init(
      .attributeOfNumbers, "questions.xml:5", "questions.xml", "id=\"seat_type\" kind=\"choice\"",
      "id=\"seat_type\" kind=\"choice\" unit=\"cm\""),
    .init(.incompleteNumber, "questions.xml:29", "questions.xml", "unit=\"cm\" min=\"30\" max=\"60\"", "min=\"30\""),
    .init(.numberBounds, "questions.xml:29", "questions.xml", "min=\"30\" max=\"60\"", "min=\"30\" max=\"3\""),
    .init(.numberBounds, "questions.xml:29", "questions.xml", "min=\"30\" max=\"60\"", "min=\"30.05\" max=\"60\""),
    .init(.numberStep, "questions.xml:19", "questions.xml", "step=\"0.5\"", "step=\"0\""),
    .init(.numberStep, "questions.xml:19", "questions.xml", "step=\"0.5\"", "step=\"0.33\""),
    .init(
      .optionOfNoChoice, "questions.xml:51", "questions.xml", "<help>For your own report.</help>",
      "<help>For your own report.</help>\n<option id=\"a\">A</option>"),
    .init(
      .optionsOfYesNo, "questions.xml:46", "questions.xml", "<help>It never changes a score.</help>",
      "<help>It never.</help>\n<option id=\"a\">A</option><option id=\"b\">B</option>"),
    .init(
      .tooFewOptions, "questions.xml:34", "questions.xml",
      allHabits,
      "<option id=\"lean\">Lean</option>"),
    .init(
      .tooManyOptions, "questions.xml:34", "questions.xml", "<option id=\"lean\">",
      "\(manyOptions)<option id=\"lean\">"),
    .init(
      .optionText, "questions.xml:39", "questions.xml", "<option id=\"lean\">Lean to one side</option>",
      "<option id=\"lean\"/>"),
    .init(.doubleOptionText, "questions.xml:39", "questions.xml", "Lean to one side", "cross my legs"),
    .init(
      .aloneOutsideChoices, "questions.xml:10", "questions.xml", "<option id=\"stool\" points=\"2\">",
      "<option id=\"stool\" points=\"2\" alone=\"yes\">"),
    .init(
      .drawnAs, "questions.xml:5", "questions.xml", "id=\"seat_type\"", "drawn-as=\"sitting\" id=\"seat_type\""),
    .init(
      .drawnAs, "questions.xml:29",
      [
        .init("questions.xml", "id=\"seat_height\"", "drawn-as=\"knee-height\" id=\"seat_height\""),
        .init("questions.xml", "id=\"knee_height\"", "drawn-as=\"knee-height\" id=\"knee_height\""),
      ]),
  ]

  private static let allHabits = """
          <option id="cross_legs">Cross my legs</option>
          <option id="lean">Lean to one side</option>
          <option id="none_of_these" alone="yes">None of these</option>

    """

  private static let manyOptions = (0..<61).map { "<option id=\"o\($0)\">Option \($0)</option>" }.joined()

  static let inAnswers: [PlantedMistake] = [
    .init(.answerNotAccepted, "\(noSupport):18", noSupport, "2 h</answer>", "20 h</answer>"),
    .init(.answerNotAccepted, "\(noSupport):18", noSupport, "2 h</answer>", "2 cm</answer>"),
    .init(.answerNotAccepted, "\(noSupport):18", noSupport, "2 h</answer>", "long</answer>"),
    .init(
      .answerNotAccepted, "\(uneven):12", uneven, "says=\"leans\">\n    <answer question=\"habits\">lean<",
      "says=\"leans\">\n    <answer question=\"habits\">lean; none_of_these<"),
    .init(
      .answerNotAccepted, "\(noSupport):27", noSupport, "seat_type\">stool<", "seat_type\">stool; office_chair<"),
    .init(
      .doubleAnswer, "\(uneven):12", uneven, "<answer question=\"habits\">lean</answer>",
      "<answer question=\"habits\">lean</answer><answer question=\"habits\">lean</answer>"),
    .init(.setsOnSingleChoice, "advice.xml:6", "advice.xml", "to=\"in_place\"", "with=\"in_place\""),
    .init(.setsForm, "advice.xml:6", "advice.xml", "to=\"in_place\"", "to=\"in_place\" with=\"in_place\""),
  ]

  static let inFormulas: [PlantedMistake] = [
    .init(.tableCells, "measures.xml:5", "measures.xml", "2 3\n", "2\n"),
    .init(.tableRange, "measures.xml:5", "measures.xml", "rows=\"1..2\"", "rows=\"2..1\""),
    .init(.doubleCap, "pack.xml:17", "pack.xml", "strength=\"moderate\"", "strength=\"limited\""),
  ]

  static let inPrices: [PlantedMistake] = [
    .init(.doublePrices, "prices2.xml:1", [.init("prices.xml", "", prices(20)), .init("prices2.xml", "", prices(20))]),
    .init(.priceUpsideDown, "prices.xml:1", [.init("prices.xml", "", prices(5))]),
  ]

  static let inReviews: [PlantedMistake] = [
    .init(.doubleReviews, "reviews2.xml:1", [.init("reviews.xml", "", reviews), .init("reviews2.xml", "", reviews)])
  ]

  private static let reviews = """
    <reviews xmlns="urn:sitwell:pack:1"><level band="low" within="2y" source="trial-2020"/>
    <level band="high" within="6m" source="trial-2020"/></reviews>
    """

  private static func prices(_ most: Int) -> String {
    """
    <prices xmlns="urn:sitwell:pack:1" currency="EUR" as-of="2026-01-31"><price item="a pad" from="10" to="\(most)"/></prices>
    """
  }
}

extension SmallPack {
  /// A pack that asks nothing, and so has no rules and no formulas either.
  static let withoutQuestions: [Edit] =
    ["advice.xml", "care.xml", "exercises.xml", "measures.xml", "questions.xml", noSupport, tooHigh, uneven].map {
      Edit($0, "", "")
    } + [
      Edit(
        "pack.xml", "    <formula>chair_chart[points(seat_type), points(support)]</formula>\n",
        "<formula>1 points</formula>"),
      Edit("pack.xml", "    <band id=\"high\" from=\"3\">worth changing</band>\n", ""),
      Edit(
        "pack.xml", "  <score id=\"back\" max=\"100\">\n    <title>Back</title>\n",
        "  <score id=\"back\" max=\"100\"><title>Back</title><formula>10 points</formula>\n"),
    ]
}
