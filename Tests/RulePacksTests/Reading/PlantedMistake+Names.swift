extension PlantedMistake {
  static let inNames: [PlantedMistake] = [
    .init(
      .doubleID, "questions.xml:19", "questions.xml", "<question id=\"sitting_time\"",
      "\(doubleQuestion)<question id=\"sitting_time\""),
    .init(
      .doubleID, "measures.xml:5", "measures.xml", "  <table",
      "  <measure id=\"seat_height\" unit=\"mm\" title=\"Seat\">knee_height</measure>\n  <table"),
    .init(
      .doubleID, "questions.xml:10", "questions.xml", "<option id=\"stool\"",
      "<option id=\"office_chair\">Chair</option><option id=\"stool\""),
    .init(.doubleID, "advice.xml:18", "advice.xml", "</corrections>", "\(doubleCorrection)</corrections>"),
    .init(
      .reservedWord, "questions.xml:47", "questions.xml", "<question id=\"remark\" kind", "<question id=\"than\" kind"
    ),
    .init(
      .reservedOption, "questions.xml:39", "questions.xml", "<option id=\"lean\">",
      "<option id=\"not_sure\">Perhaps</option><option id=\"lean\">"),
    .init(.unknownRule, "pack.xml:18", "pack.xml", "</pack>", family("no-suport") + "</pack>"),
    .init(
      .doubleReference, "pack.xml:18", "pack.xml", "</pack>",
      family("no-support") + family("uneven-sitting") + "</pack>"),
    .init(.unknownQuestion, "\(noSupport):4", noSupport, "<applies>seat_type is", "<applies>seat_typ is"),
    .init(
      .unknownQuestion, "\(noSupport):16", noSupport,
      "says=\"exactly two hours\">\n    <answer question=\"seat_type\"",
      "says=\"exactly two hours\">\n    <answer question=\"seet_type\""),
    .init(.unknownQuestion, "advice.xml:6", "advice.xml", "question=\"support\"", "question=\"suport\""),
    .init(.unknownOption, "advice.xml:6", "advice.xml", "to=\"in_place\"", "to=\"inplace\""),
    .init(.unknownOption, "advice.xml:16", "advice.xml", "without=\"lean\"", "without=\"leen\""),
    .init(
      .unknownOption, "\(uneven):12", uneven, "<answer question=\"habits\">lean",
      "<answer question=\"habits\">leaning"),
    .init(.unknownScore, "\(uneven):5", uneven, "score=\"back\"", "score=\"bakc\""),
    .init(.unknownLevel, "people.xml:4", [.init("people.xml", "", leaning)]),
    .init(.unknownMuscle, "\(noSupport):7", noSupport, "gluteus-maximus", "gluteus-minimus"),
    .init(.unknownSource, "\(uneven):8", uneven, "trial-2020", "trial-2021"),
    .init(.unknownCorrection, "\(noSupport):11", noSupport, "fit-pad", "fit-the-cushion"),
    .init(.unknownExercise, "\(noSupport):12", noSupport, "ref=\"bridge\"", "ref=\"brigde\""),
    .init(.unknownExercise, "exercises.xml:11", "exercises.xml", "instead=\"walk\"", "instead=\"wlak\""),
    .init(.unknownRelief, "\(noSupport):13", noSupport, "ball-at-wall", "ball-on-wall"),
    .init(.unknownFigure, "exercises.xml:3", "exercises.xml", "\"glute-bridge.svg\"", "\"glute-brige.svg\""),
    .init(
      .unknownFigure, "\(uneven):2", uneven, "id=\"uneven-sitting\"", "figure=\"uneven.svg\" id=\"uneven-sitting\""
    ),
    .init(
      .unknownFigure, "questions.xml:5", "questions.xml", "id=\"seat_type\" kind=\"choice\"",
      "id=\"seat_type\" kind=\"choice\" figure=\"seats.svg\""),
    .init(.unknownPlaceholder, "\(noSupport):8", noSupport, "{sitting_time}", "{siting_time}"),
    .init(.openPlaceholder, "\(tooHigh):9", tooHigh, "{seat_gap}", "{seat_gap"),
    .init(.strayPlaceholder, "\(uneven):6", uneven, "one side.", "one side, habits}."),
    .init(.strayPlaceholder, "\(uneven):6", uneven, "one side.", "one side [habits]."),
    .init(.strayPlaceholder, "\(uneven):6", uneven, "one side.", "one side } of two."),
    .init(.strayPlaceholder, "\(tooHigh):9", tooHigh, "too high.", "too high, seat_height."),
    .init(.strayPlaceholder, "\(uneven):7", uneven, "One side works more.", "One side works more: {habits}."),
    .init(
      .strayPlaceholder, "pack.xml:16", "pack.xml", "<evidence-cap strength=\"limited\"",
      "<general-advice><breaks>Every {time}.</breaks></general-advice><evidence-cap strength=\"limited\""),
    .init(
      .strayPlaceholder, "pack.xml:16", "pack.xml", "<evidence-cap strength=\"limited\"",
      "<general-advice><breaks-planned>Every {tim}.</breaks-planned></general-advice><evidence-cap strength=\"limited\""
    ),
    .init(.unitTwice, "\(noSupport):8", noSupport, "{sitting_time} a day", "{sitting_time} hours a day"),
    .init(.unitTwice, "\(tooHigh):9", tooHigh, "{seat_gap} too", "{seat_gap}mm too"),
    .init(.optionAsQuantity, "\(noSupport):8", noSupport, "{sitting_time} a day", "{sitting_time}, {seat_type} a day"),
    .init(
      .doubleReference, "\(noSupport):12", noSupport, "<exercise ref=\"bridge\"/>",
      "<exercise ref=\"bridge\"/><exercise ref=\"bridge\"/>"),
  ]

  private static let leaning = """
    <people xmlns="urn:sitwell:pack:1">
      <person says="leans">
        <answer question="habits">lean</answer>
        <comes-to score="back" level="lower">3</comes-to>
      </person>
    </people>
    """

  private static func family(_ outer: String, _ inner: String = "seat-too-high") -> String {
    "<family><finding rule=\"\(outer)\"/><finding rule=\"\(inner)\"/></family>"
  }

  private static let doubleCorrection = """
      <correction id="fit-pad" effort="adjust" who="you" minutes="0" cost="free">
      <title>T</title><step>S</step></correction>

    """

  private static let doubleQuestion = """
    <question id="seat_type" kind="text"><label>S</label><text>S?</text><help>S.</help></question>

    """

  static let inSources: [PlantedMistake] = [
    .init(
      .doubleReference, "exercises.xml:18", "exercises.xml", "<dose often=\"every hour\"/>",
      "<dose often=\"every hour\"/>\n    <cite source=\"trial-2020\"/>"),
    .init(
      .unknownSource, "exercises.xml:17",
      [
        .init("sources.xml", "</sources>", "\(another)</sources>"),
        .init(
          "exercises.xml", "<dose often=\"every hour\"/>\n    <cite source=\"trial-2020\"/>",
          "<dose often=\"every hour\"/>\n    <cite source=\"trial-2012\"/>"),
      ]),
    .init(
      .schema, "exercises.xml:14",
      [
        .init("sources.xml", "</sources>", "\(another)</sources>"),
        .init("exercises.xml", "    <title>Walk</title>\n", ""),
        .init(
          "exercises.xml", "<dose often=\"every hour\"/>\n    <cite source=\"trial-2020\"/>",
          "<dose often=\"every hour\"/>\n    <cite source=\"trial-2021\"/>"),
      ]),
  ]

  private static let another = """
    <source id="trial-2021" kind="trial" read="full">
        <citation>Another trial. 2021.</citation>
      </source>

    """
}
