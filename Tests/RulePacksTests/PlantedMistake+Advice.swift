extension PlantedMistake {
  static let inPlans: [PlantedMistake] = [
    .init(
      "finding-stays", "\(noSupport):11",
      [
        .init(noSupport, "<correct with=\"fit-pad\"/>", "<correct with=\"sit-even\"/>"),
        .init("advice.xml", fitPad, ""),
      ]),
    .init(
      "correction-for-nobody", "advice.xml:11", "advice.xml", "<sets question=\"seat_height\"",
      "<fits-when says=\"it is low\">seat_height less than 40 cm</fits-when><sets question=\"seat_height\""),
    .init(
      "correction-for-nobody", "advice.xml:6", "advice.xml", "<sets question=\"support\"",
      "<avoid-when says=\"you sit long\">sitting_time at least 1 h</avoid-when><sets question=\"support\""),
    .init("correction-for-nobody", "advice.xml:18", "advice.xml", "</corrections>", "\(unnamed)</corrections>"),
    .init(
      "opposite-corrections", "advice.xml:13", "advice.xml", "<sets question=\"habits\"",
      "<sets question=\"support\" to=\"none\"/><sets question=\"habits\""),
    .init("emergency-not-told", "care.xml:3", "care.xml", "level=\"routine\"", "level=\"emergency\""),
    .init(
      "at-once-without-emergency", "care.xml:6", "care.xml", "<ask>", "<at-once>it hurts.</at-once><ask>"),
  ]

  private static let fitPad = """
      <correction id="fit-pad" effort="buy" who="you" minutes="5" cost="low" item="a pad">
        <title>Fit a pad</title>
        <step>Put it where your back curves in.</step>
        <sets question="support" to="in_place"/>
      </correction>

    """

  private static let unnamed = """
    <correction id="rest" effort="organise" who="you" minutes="5" cost="free"><title>R</title><step>R.</step></correction>
    """

  static let inSources: [PlantedMistake] = [
    .init(
      "exercise-without-source", "exercises.xml:13", "exercises.xml",
      "<dose often=\"every hour\"/>\n    <cite source=\"trial-2020\"/>", "<dose often=\"every hour\"/>"),
    .init(
      "double-reference", "exercises.xml:18", "exercises.xml", "<dose often=\"every hour\"/>",
      "<dose often=\"every hour\"/>\n    <cite source=\"trial-2020\"/>"),
    .init("uncited-source", "sources.xml:6", "sources.xml", "</sources>", "\(another)</sources>"),
    .init(
      "unknown-source", "exercises.xml:17",
      [
        .init("sources.xml", "</sources>", "\(another)</sources>"),
        .init(
          "exercises.xml", "<dose often=\"every hour\"/>\n    <cite source=\"trial-2020\"/>",
          "<dose often=\"every hour\"/>\n    <cite source=\"trial-2012\"/>"),
      ]),
    .init(
      "schema", "exercises.xml:14",
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
