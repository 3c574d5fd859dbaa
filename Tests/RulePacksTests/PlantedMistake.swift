/// A mistake that is planted in the small pack, and what the loader must say of it, and of nothing else.
struct PlantedMistake: Sendable {
  let code: String
  /// File and line: `questions.xml:7`; without a line where the problem is the file as a whole.
  let place: String
  let edits: [SmallPack.Edit]

  init(_ code: String, _ place: String, _ file: String, _ text: String, _ replacement: String) {
    (self.code, self.place, edits) = (code, place, [.init(file, text, replacement)])
  }

  init(_ code: String, _ place: String, _ edits: [SmallPack.Edit]) {
    (self.code, self.place, self.edits) = (code, place, edits)
  }
}

let noSupport = "chair/no-support.xml"
private let tooHigh = "chair/seat-too-high.xml"
private let uneven = "chair/uneven-sitting.xml"

extension PlantedMistake {
  static let inFiles: [PlantedMistake] = [
    .init("not-well-formed", "care.xml:4", "care.xml", "<title>Ask someone</title>", "<title>Ask & tell</title>"),
    .init("doctype", "care.xml:2", "care.xml", "<care-cards", "<!DOCTYPE care-cards>\n<care-cards"),
    .init("schema", "exercises.xml:14", "exercises.xml", "    <title>Walk</title>\n", ""),
    .init("schema", "exercises.xml:10", "exercises.xml", "    <stop-if>it hurts.</stop-if>\n", ""),
    .init("schema", "\(uneven):3", uneven, "<title>Uneven sitting</title>", "<titel>Uneven sitting</titel>"),
    .init("schema", "\(uneven):8", uneven, "strength=\"limited\"", "strength=\"weak\""),
    .init("schema", "pack.xml:5", "pack.xml", "id=\"back\" max", "id=\"back\" region=\"elbow\" max"),
    .init("schema", "exercises.xml:7", "exercises.xml", "day\"/>", "day\" days=\"8\"/>"),
    .init("missing-pack-file", "", "pack.xml", "", ""),
    .init("double-pack-file", "pack2.xml:1", [.init("pack2.xml", "", anotherPack)]),
    .init("file-name-differs", "\(uneven):2", uneven, "id=\"uneven-sitting\"", "id=\"sitting-unevenly\""),
  ]

  private static let anotherPack = """
    <pack xmlns="urn:sitwell:pack:1" id="other" version="1.0.0"><title>Other</title><not-sure>?</not-sure>
      <score id="other"><title>Other</title><band id="low" from="0">fine</band></score></pack>
    """

  private static func family(_ outer: String, _ inner: String = "seat-too-high") -> String {
    "<family><finding rule=\"\(outer)\"/><finding rule=\"\(inner)\"/></family>"
  }

  static let inNames: [PlantedMistake] = [
    .init(
      "double-id", "questions.xml:19", "questions.xml", "<question id=\"sitting_time\"",
      "\(doubleQuestion)<question id=\"sitting_time\""),
    .init(
      "double-id", "measures.xml:5", "measures.xml", "  <table",
      "  <measure id=\"seat_height\" unit=\"mm\" title=\"Seat\">knee_height</measure>\n  <table"),
    .init(
      "double-id", "questions.xml:10", "questions.xml", "<option id=\"stool\"",
      "<option id=\"office_chair\">Chair</option><option id=\"stool\""),
    .init("double-id", "pack.xml:8", "pack.xml", "<band id=\"high\" from=\"10\">", "<band id=\"low\" from=\"10\">"),
    .init("double-id", "advice.xml:18", "advice.xml", "</corrections>", "\(doubleCorrection)</corrections>"),
    .init(
      "double-region", "pack.xml:10",
      [
        .init("pack.xml", "id=\"back\" max", "id=\"back\" region=\"hips\" max"),
        .init("pack.xml", "id=\"chart\"", "id=\"chart\" region=\"hips\""),
      ]),
    .init(
      "reserved-word", "questions.xml:47", "questions.xml", "<question id=\"remark\" kind", "<question id=\"than\" kind"
    ),
    .init(
      "reserved-word", "pack.xml:7", "pack.xml", "<band id=\"low\" from=\"0\">", "<band id=\"unknown\" from=\"0\">"),
    .init(
      "reserved-option", "questions.xml:39", "questions.xml", "<option id=\"lean\">",
      "<option id=\"not_sure\">Perhaps</option><option id=\"lean\">"),
    .init("unknown-rule", "pack.xml:18", "pack.xml", "</pack>", family("no-suport") + "</pack>"),
    .init(
      "double-reference", "pack.xml:18", "pack.xml", "</pack>",
      family("no-support") + family("uneven-sitting") + "</pack>"),
    .init("unknown-question", "\(noSupport):4", noSupport, "<applies>seat_type is", "<applies>seat_typ is"),
    .init(
      "unknown-question", "\(noSupport):16", noSupport,
      "says=\"exactly two hours\">\n    <answer question=\"seat_type\"",
      "says=\"exactly two hours\">\n    <answer question=\"seet_type\""),
    .init("unknown-question", "advice.xml:6", "advice.xml", "question=\"support\"", "question=\"suport\""),
    .init("unknown-option", "advice.xml:6", "advice.xml", "to=\"in_place\"", "to=\"inplace\""),
    .init("unknown-option", "advice.xml:16", "advice.xml", "without=\"lean\"", "without=\"leen\""),
    .init(
      "unknown-option", "\(uneven):12", uneven, "<answer question=\"habits\">lean",
      "<answer question=\"habits\">leaning"),
    .init("unknown-score", "\(uneven):5", uneven, "score=\"back\"", "score=\"bakc\""),
    .init("unknown-muscle", "\(noSupport):7", noSupport, "gluteus-maximus", "gluteus-minimus"),
    .init("unknown-source", "\(uneven):8", uneven, "trial-2020", "trial-2021"),
    .init("unknown-correction", "\(noSupport):11", noSupport, "fit-pad", "fit-the-cushion"),
    .init("unknown-exercise", "\(noSupport):12", noSupport, "ref=\"bridge\"", "ref=\"brigde\""),
    .init("unknown-exercise", "exercises.xml:11", "exercises.xml", "instead=\"walk\"", "instead=\"wlak\""),
    .init("unknown-relief", "\(noSupport):13", noSupport, "ball-at-wall", "ball-on-wall"),
    .init("unknown-figure", "exercises.xml:3", "exercises.xml", "\"glute-bridge.svg\"", "\"glute-brige.svg\""),
    .init(
      "unknown-figure", "\(uneven):2", uneven, "id=\"uneven-sitting\"", "figure=\"uneven.svg\" id=\"uneven-sitting\""
    ),
    .init(
      "unknown-figure", "questions.xml:5", "questions.xml", "id=\"seat_type\" kind=\"choice\"",
      "id=\"seat_type\" kind=\"choice\" figure=\"seats.svg\""),
    .init("unknown-placeholder", "\(noSupport):8", noSupport, "{sitting_time}", "{siting_time}"),
    .init("open-placeholder", "\(tooHigh):9", tooHigh, "{seat_gap}", "{seat_gap"),
    .init(
      "double-reference", "\(noSupport):12", noSupport, "<exercise ref=\"bridge\"/>",
      "<exercise ref=\"bridge\"/><exercise ref=\"bridge\"/>"),
  ]

  private static let doubleCorrection = """
      <correction id="fit-pad" effort="adjust" who="you" minutes="0" cost="free">
      <title>T</title><step>S</step></correction>

    """

  private static let doubleQuestion = """
    <question id="seat_type" kind="text"><label>S</label><text>S?</text><help>S.</help></question>

    """

  static let inQuestions: [PlantedMistake] = [
    .init("no-questions", "pack.xml:2", SmallPack.withoutQuestions),
    .init(
      "attribute-of-numbers", "questions.xml:5", "questions.xml", "id=\"seat_type\" kind=\"choice\"",
      "id=\"seat_type\" kind=\"choice\" unit=\"cm\""),
    .init("incomplete-number", "questions.xml:29", "questions.xml", "unit=\"cm\" min=\"30\" max=\"60\"", "min=\"30\""),
    .init("number-bounds", "questions.xml:29", "questions.xml", "min=\"30\" max=\"60\"", "min=\"30\" max=\"3\""),
    .init("number-bounds", "questions.xml:29", "questions.xml", "min=\"30\" max=\"60\"", "min=\"30.05\" max=\"60\""),
    .init("number-step", "questions.xml:19", "questions.xml", "step=\"0.5\"", "step=\"0\""),
    .init("number-step", "questions.xml:19", "questions.xml", "step=\"0.5\"", "step=\"0.33\""),
    .init(
      "option-of-no-choice", "questions.xml:51", "questions.xml", "<help>For your own report.</help>",
      "<help>For your own report.</help>\n<option id=\"a\">A</option>"),
    .init(
      "options-of-yes-no", "questions.xml:46", "questions.xml", "<help>It never changes a score.</help>",
      "<help>It never.</help>\n<option id=\"a\">A</option><option id=\"b\">B</option>"),
    .init(
      "too-few-options", "questions.xml:34", "questions.xml",
      allHabits,
      "<option id=\"lean\">Lean</option>"),
    .init(
      "too-many-options", "questions.xml:34", "questions.xml", "<option id=\"lean\">",
      "\(manyOptions)<option id=\"lean\">"),
    .init(
      "option-text", "questions.xml:39", "questions.xml", "<option id=\"lean\">Lean to one side</option>",
      "<option id=\"lean\"/>"),
    .init("double-option-text", "questions.xml:39", "questions.xml", "Lean to one side", "cross my legs"),
    .init(
      "alone-outside-choices", "questions.xml:10", "questions.xml", "<option id=\"stool\" points=\"2\">",
      "<option id=\"stool\" points=\"2\" alone=\"yes\">"),
    .init(
      "ask-when-later", "questions.xml:12", "questions.xml", "ask-when=\"seat_type is office_chair\"",
      "ask-when=\"seat_type is office_chair and habits has lean\""),
    .init(
      "circular-ask-when", "questions.xml:5", "questions.xml", "id=\"seat_type\" kind=\"choice\"",
      "id=\"seat_type\" kind=\"choice\" ask-when=\"support is none\""),
    .init(
      "unread-question", "questions.xml:12",
      [
        .init(
          "questions.xml", "<question id=\"support\"",
          "\(pillow)<question id=\"support\""
        )
      ]),
    .init("answer-not-accepted", "\(noSupport):18", noSupport, "2 h</answer>", "20 h</answer>"),
    .init("answer-not-accepted", "\(noSupport):18", noSupport, "2 h</answer>", "2 cm</answer>"),
    .init("answer-not-accepted", "\(noSupport):18", noSupport, "2 h</answer>", "long</answer>"),
    .init(
      "answer-not-accepted", "\(uneven):12", uneven, "says=\"leans\">\n    <answer question=\"habits\">lean<",
      "says=\"leans\">\n    <answer question=\"habits\">lean; none_of_these<"),
    .init(
      "answer-not-accepted", "\(noSupport):27", noSupport, "seat_type\">stool<", "seat_type\">stool; office_chair<"),
    .init(
      "double-answer", "\(uneven):12", uneven, "<answer question=\"habits\">lean</answer>",
      "<answer question=\"habits\">lean</answer><answer question=\"habits\">lean</answer>"),
    .init("sets-on-single-choice", "advice.xml:6", "advice.xml", "to=\"in_place\"", "with=\"in_place\""),
    .init("sets-form", "advice.xml:6", "advice.xml", "to=\"in_place\"", "to=\"in_place\" with=\"in_place\""),
  ]

  private static let pillow = """
    <question id="pillow" kind="yes-no"><label>P</label><text>P?</text><help>P.</help></question>
    """

  private static let allHabits = """
          <option id="cross_legs">Cross my legs</option>
          <option id="lean">Lean to one side</option>
          <option id="none_of_these" alone="yes">None of these</option>

    """

  private static let manyOptions = (0..<61).map { "<option id=\"o\($0)\">Option \($0)</option>" }.joined()

  static let inFormulas: [PlantedMistake] = [
    .init(
      "circular-measures", "measures.xml:3", "measures.xml", "seat_height - knee_height",
      "seat_height - knee_height + 0 * double_gap"),
    .init("table-cells", "measures.xml:5", "measures.xml", "2 3\n", "2\n"),
    .init("table-range", "measures.xml:5", "measures.xml", "rows=\"1..2\"", "rows=\"2..1\""),
    .init(
      "lookup-outside-table", "pack.xml:12", "pack.xml", "chair_chart[points(seat_type),",
      "chair_chart[2 * points(seat_type),"),
    .init("lookup-outside-table", "pack.xml:12", "pack.xml", "points(support)]", "points(support) + 1 points]"),
    .init(
      "lookup-outside-table", "pack.xml:12",
      [
        .init("pack.xml", "chair_chart[points(seat_type),", "chair_chart[max(1 points, points(habits)),"),
        .init("questions.xml", "<option id=\"lean\">", "<option id=\"lean\" points=\"1\">"),
        .init("questions.xml", "<option id=\"cross_legs\">", "<option id=\"cross_legs\" points=\"2\">"),
      ]),
    .init(
      "formula-too-large", "measures.xml:4",
      [
        .init("measures.xml", "seat_height - knee_height", "99999 * seat_height"),
        .init("measures.xml", "2 * seat_gap", "99999 * seat_gap - knee_height"),
      ]),
    .init(
      "score-nothing-adds", "pack.xml:10", "pack.xml",
      "<formula>chair_chart[points(seat_type), points(support)]</formula>\n    <band id=\"low\" from=\"1\">",
      "<band id=\"low\" from=\"0\">"),
    .init("adds-to-formula", "\(uneven):5", uneven, "score=\"back\"", "score=\"chart\""),
    .init("band-gap", "pack.xml:7", "pack.xml", "<band id=\"low\" from=\"0\">", "<band id=\"low\" from=\"1\">"),
    .init("band-gap", "pack.xml:13", "pack.xml", "<band id=\"low\" from=\"1\">", "<band id=\"low\" from=\"2\">"),
    .init("band-order", "pack.xml:8", "pack.xml", "<band id=\"high\" from=\"10\">", "<band id=\"high\" from=\"0\">"),
    .init("band-out-of-reach", "pack.xml:8", "pack.xml", "from=\"10\"", "from=\"21\""),
    .init("band-out-of-reach", "pack.xml:14", "pack.xml", "from=\"3\"", "from=\"4\""),
    .init("double-cap", "pack.xml:17", "pack.xml", "strength=\"moderate\"", "strength=\"limited\""),
    .init(
      "too-many-points", "pack.xml:5",
      [
        .init("pack.xml", "strength=\"limited\" points=\"8\"", "strength=\"limited\" points=\"99999\""),
        .init(uneven, "points=\"3\"", "points=\"70000\""),
      ]),
    .init(
      "too-many-scores", "pack.xml:22", "pack.xml", "  <evidence-cap strength=\"limited\"",
      "\(manyScores)  <evidence-cap strength=\"limited\""),
  ]

  private static let manyScores = (1...7).map {
    """
    <score id="s\($0)"><title>S</title><formula>points(seat_type)</formula><band id="a" from="1">a</band></score>

    """
  }.joined()

  static let inRules: [PlantedMistake] = [
    .init("symptom-adds-points", "chair/hurting.xml:4", [.init("chair/hurting.xml", "", hurting)]),
    .init(
      "symptom-adds-points", "chair/hurting.xml:4",
      [
        .init("chair/hurting.xml", "", hurting.replacing("<when>has_pain<", with: "<when>ache at least 1 points<")),
        .init(
          "measures.xml", "<table",
          "<measure id=\"ache\" unit=\"points\" title=\"A\">points(has_pain)</measure><table"),
        .init(
          "questions.xml", "<help>It never changes a score.</help>",
          "<help>It never.</help><option id=\"yes\" points=\"1\">Yes</option><option id=\"no\">No</option>"),
      ]),
    .init("symptom-shown", "\(uneven):6", uneven, "You load one side.", "You load one side, pain: {has_pain}."),
    .init("points-above-evidence", "\(uneven):5", uneven, "points=\"3\"", "points=\"9\""),
    .init("points-above-evidence", "\(tooHigh):8", tooHigh, "points=\"5\"", "points=\"9\""),
    .init("same-condition", "chair/zigzag.xml:4", [.init("chair/zigzag.xml", "", zigzag)]),
    .init("same-condition", "chair/zigzag.xml:4", [.init("chair/zigzag.xml", "", zigzag("none of (none_of_these)"))]),
    .init(
      "covers-everybody", "chair/zigzag.xml:4",
      [.init("chair/zigzag.xml", "", zigzag("none of (lean, cross_legs)", found: "none_of_these", clear: "lean"))]),
    .init(
      "family-order", "pack.xml:18",
      [
        .init("chair/zigzag.xml", "", zigzag("lean", clear: "cross_legs")),
        .init("pack.xml", "</pack>", family("zigzag", "uneven-sitting") + "</pack>"),
      ]),
    .init(
      "never-true", "\(uneven):4", uneven, "habits has any of (lean, cross_legs)",
      "habits has lean and habits has none_of_these"),
    .init(
      "never-false", "\(uneven):4",
      [
        .init(uneven, "habits has any of (lean, cross_legs)", "habits has any of (lean, cross_legs, none_of_these)"),
        .init(
          uneven,
          otherExamples,
          ""),
        .init("advice.xml", "    <sets question=\"habits\" without=\"lean\"/>\n", ""),
      ]),
    .init(
      "missing-example", "\(uneven):2", uneven, "  <example outcome=\"undetermined\" says=\"not answered\"/>\n", ""),
    .init(
      "missing-example", "\(noSupport):2", noSupport,
      onAStool,
      ""),
    .init("example-disagrees", "\(noSupport):20", noSupport, "119 min", "120 min"),
    .init(
      "correction-helps-nothing", "advice.xml:16", "advice.xml", "question=\"habits\" without=\"lean\"",
      "question=\"sitting_time\" to=\"1 h\""),
  ]

  private static let otherExamples = """
      <example outcome="clear" says="none of these">
        <answer question="habits">none_of_these</answer>
      </example>
      <example outcome="undetermined" says="not answered"/>

    """

  private static let onAStool = """
      <example outcome="not-applicable" says="sits on a stool">
        <answer question="seat_type">stool</answer>
      </example>

    """

  private static let hurting = """
    <rule xmlns="urn:sitwell:pack:1" id="hurting" since="1.0">
      <title>Hurting</title>
      <when>has_pain</when>
      <adds score="back" points="1"/>
      <finding>It hurts.</finding><why>So it is.</why>
      <evidence source="trial-2020" strength="limited">Once.</evidence><correct with="sit-even"/><solved>Even.</solved><solved-when>not has_pain</solved-when>
      <example outcome="found" says="hurts"><answer question="has_pain">yes</answer></example>
      <example outcome="clear" says="does not"><answer question="has_pain">no</answer></example>
      <example outcome="undetermined" says="open"/>
    </rule>
    """

  private static func zigzag(_ habits: String, found: String = "lean", clear: String = "none_of_these") -> String {
    zigzag.replacing("cross_legs or (habits has lean or habits has cross_legs)", with: habits)
      .replacing(">lean</answer>", with: "><found></answer>")
      .replacing(">none_of_these</answer>", with: ">\(clear)</answer>")
      .replacing("<found>", with: found)
  }

  private static let zigzag = """
    <rule xmlns="urn:sitwell:pack:1" id="zigzag" since="1.0">
      <title>Uneven again</title>

      <when>habits has cross_legs or (habits has lean or habits has cross_legs)</when>
      <finding>You load one side.</finding><why>So it is.</why>
      <evidence source="trial-2020" strength="limited">Once.</evidence><correct with="sit-even"/><solved>Even.</solved>
      <example outcome="found" says="leans"><answer question="habits">lean</answer></example>
      <example outcome="clear" says="none"><answer question="habits">none_of_these</answer></example>
      <example outcome="undetermined" says="open"/>
    </rule>
    """

  static let all = inFiles + inNames + inQuestions + inFormulas + inRules + inPlans + inSources
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
