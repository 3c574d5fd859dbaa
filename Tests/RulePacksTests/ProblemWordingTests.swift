import Ergonomics
import RulePacks
import Testing

@Suite("The problems of a pack, as printed")
struct ProblemWordingTests {
  @Test("twelve mistakes of different kinds are all told in one run, in the order of files and lines")
  func tellsAll() {
    let mistakes = [
      SmallPack.Edit("advice.xml", "question=\"support\" to=\"in_place\"", "question=\"suport\" to=\"in_place\""),
      SmallPack.Edit("care.xml", "<when>has_pain</when>", "<when>has_pain and</when>"),
      SmallPack.Edit("chair/no-support.xml", "at least 2 h", "at least 2 kg"),
      SmallPack.Edit("chair/no-support.xml", "{sitting_time}", "{siting_time}"),
      SmallPack.Edit("chair/seat-too-high.xml", "points=\"5\"", "points=\"15\""),
      SmallPack.Edit(
        "chair/seat-too-high.xml", "says=\"exactly five\">\n    <answer question=\"seat_height\">50<",
        "says=\"five\">\n    <answer question=\"seat_height\">52<"),
      SmallPack.Edit("chair/uneven-sitting.xml", "id=\"uneven-sitting\"", "id=\"sitting-unevenly\""),
      SmallPack.Edit("exercises.xml", "    <stop-if>you feel dizzy.</stop-if>\n", ""),
      SmallPack.Edit("measures.xml", "    2 3\n", "    2\n"),
      SmallPack.Edit("muscles.xml", "<muscles ", "<!DOCTYPE muscles>\n<muscles "),
      SmallPack.Edit("pack.xml", "<band id=\"high\" from=\"10\">", "<band id=\"high\" from=\"200\">"),
      SmallPack.Edit(
        "questions.xml", "<question id=\"remark\" kind=\"text\"", "<question id=\"remark\" kind=\"yes-no\""),
    ]
    expectText(
      problems(SmallPack.edited(mistakes)),
      """
      small/advice.xml:6:21: unknown question 'suport'
        6 |     <sets question="suport" to="in_place"/>
          |                     ^^^^^^
        help: did you mean 'support'?
      small/care.xml:5:23: the text ends where a condition or a quantity is expected
        5 |     <when>has_pain and</when>
          |                       ^
        help: write a condition or a quantity here
      small/chair/no-support.xml:5:53: unknown unit 'kg'
        5 |   <when>support is none and sitting_time at least 2 kg</when>
          |                                                     ^^
        help: use one of: mm, cm, m, in, min, h, deg, %, times, points
      small/chair/no-support.xml:8:21: '{siting_time}' is no question or measure
        8 |   <finding>You sit {siting_time} a day without support.</finding>
          |                     ^^^^^^^^^^^
        help: did you mean 'sitting_time'?
      small/chair/seat-too-high.xml:8:30: 15 points stand on evidence that is 'limited' at best
        8 |   <adds score="back" points="15"/>
          |                              ^^
        help: add 8 at most, or name stronger evidence
      small/chair/seat-too-high.xml:19: example 'five' comes out as 'found', not 'clear'
        help: it answers seat_height = 52, knee_height = 45: change the example or the rule
      small/chair/uneven-sitting.xml:2:38: rule 'sitting-unevenly' is in the file 'uneven-sitting.xml'
        2 | <rule xmlns="urn:sitwell:pack:1" id="sitting-unevenly" since="1.0">
          |                                      ^^^^^^^^^^^^^^^^
        help: name the file 'sitting-unevenly.xml', or change the id
      small/exercises.xml:13: element 'exercise' is not complete
        13 |   <exercise id="walk" kind="movement" figure="five-minute-walk.svg" at-desk="yes">
           |    ^^^^^^^^
        help: expected: stop-if
      small/measures.xml:5: table 'chair_chart' has 3 cells
        help: 2 rows of 2 columns need 4, row by row
      small/muscles.xml:2: a DOCTYPE is not allowed
        help: delete the DOCTYPE; packs need none
      small/pack.xml:8:27: band 'high' begins at 200, but 'back' reaches 100 at most
        8 |     <band id="high" from="200">worth changing</band>
          |                           ^^^
        help: let it begin lower, or delete it
      small/questions.xml:47:19: nothing reads question 'remark'
        47 |     <question id="remark" kind="yes-no">
           |                   ^^^^^^
        help: delete the question, or read it in a rule
      """)
  }

  @Test("each says where, what and how to go on", arguments: Self.printed.indices)
  func isWorded(index: Int) {
    let (edit, text) = Self.printed[index]
    expectText(problems(SmallPack.edited([edit])), text)
  }

  static let printed: [(SmallPack.Edit, String)] = [
    (
      .init("chair/no-support.xml", "with=\"fit-pad\"", "with=\"fit-the-pad\""),
      """
      small/chair/no-support.xml:11:18: unknown correction 'fit-the-pad'
        11 |   <correct with="fit-the-pad"/>
           |                  ^^^^^^^^^^^
        help: choose one of: fit-pad, lower-seat, sit-even
      """
    ),
    (
      .init("chair/no-support.xml", "support is none and", "support is none or sitting_time at least 9 h and"),
      """
      small/chair/no-support.xml:5:9: 'and' and 'or' side by side can be read in two ways
        5 |   <when>support is none or sitting_time at least 9 h and sitting_time at least 2 h</when>
          |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        help: write 'support is none or (sitting_time at least 9 h and sitting_time at least 2 h)' \
      or '(support is none or sitting_time at least 9 h) and sitting_time at least 2 h'
      """
    ),
    (
      .init("chair/no-support.xml", "2 h</answer>", "20 h</answer>"),
      """
      small/chair/no-support.xml:18:37: question 'sitting_time': '20 h' is out of range
        18 |     <answer question="sitting_time">20 h</answer>
           |                                     ^^^^
        help: give a number from 0 h to 16 h
      """
    ),
    (
      .init("chair/seat-too-high.xml", "or seat_gap more", "or seat_gab more"),
      """
      small/chair/seat-too-high.xml:6:10: unknown measure 'seat_gab'
        6 |       or seat_gab more than 6 cm
          |          ^^^^^^^^
        help: did you mean 'seat_gap'?
      """
    ),
    (
      .init(
        "chair/uneven-sitting.xml", "<answer question=\"habits\">none_of_these<", "<answer question=\"habits\">none<"),
      """
      small/chair/uneven-sitting.xml:15:31: question 'habits' has no option 'none'
        15 |     <answer question="habits">none</answer>
           |                               ^^^^
        help: choose one of: cross_legs, lean, none_of_these
      """
    ),
    (
      .init(
        "chair/uneven-sitting.xml", "habits has any of (lean, cross_legs)",
        "habits has lean and habits has none_of_these"),
      """
      small/chair/uneven-sitting.xml:4:9: no answers make this 'when' true
        4 |   <when>habits has lean and habits has none_of_these</when>
          |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        help: look for parts that exclude each other
      """
    ),
    (
      .init("chair/uneven-sitting.xml", "  <example outcome=\"undetermined\" says=\"not answered\"/>\n", ""),
      """
      small/chair/uneven-sitting.xml:2: the rule can come out as 'undetermined', but no example shows it
        help: put this before </rule>, and let 'says' tell in your words who that is:
        <example outcome="undetermined" says="nothing answered"/>
      """
    ),
    (
      .init("advice.xml", "question=\"habits\" without=\"lean\"", "question=\"habits\" with=\"lean\""),
      """
      small/advice.xml:16: what 'sit-even' sets changes no finding of 'uneven-sitting'
        help: set the answers that the rule reads, or let the rule name another correction
      """
    ),
    (
      .init("measures.xml", "seat_height - knee_height", "seat_height - double_gap"),
      """
      small/measures.xml:3:16: measure 'seat_gap' is computed from itself: seat_gap → double_gap → seat_gap
        3 |   <measure id="seat_gap" unit="mm" title="Seat above the knee">seat_height - double_gap</measure>
          |                ^^^^^^^^
        help: compute one of them from answers alone
      """
    ),
    (
      .init(
        "exercises.xml", "<dose often=\"every hour\"/>\n    <cite source=\"trial-2020\"/>", "<dose often=\"now\"/>"),
      """
      small/exercises.xml:13:17: exercise 'walk' names no source
        13 |   <exercise id="walk" kind="movement" figure="five-minute-walk.svg" at-desk="yes">
           |                 ^^^^
        help: add a 'cite' behind the dose; a custom or an own proposal is a kind of source, too
      """
    ),
    (
      .init(
        "sources.xml", "</sources>",
        "<source id=\"trial-2021\" kind=\"trial\" read=\"full\"><citation>T</citation></source></sources>"),
      """
      small/sources.xml:6:13: nothing cites source 'trial-2021'
        6 | <source id="trial-2021" kind="trial" read="full"><citation>T</citation></source></sources>
          |             ^^^^^^^^^^
        help: cite it where it supports something, or delete it
      """
    ),
    (
      .init("measures.xml", "rows=\"1..2\"", "rows=\"1-2\""),
      """
      small/measures.xml:5: element 'table', attribute 'rows' cannot be '1-2'
        5 |   <table id="chair_chart" rows="1-2" columns="1..2">
          |                                 ^^^
        help: write the first and the last number, such as 2..8
      """
    ),
    (
      .init("pack.xml", "chair_chart[points(seat_type),", "chair_chart[2 * points(seat_type),"),
      """
      small/pack.xml:12:14: the row read from table 'chair_chart' can be 2 to 4, but the table has 1 to 2
        12 |     <formula>chair_chart[2 * points(seat_type), points(support)]</formula>
           |              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        help: enlarge the table, or give it clamp="yes" to read the nearest row
      """
    ),
    (
      .init("pack.xml", "<band id=\"low\" from=\"0\">", "<band id=\"low\" from=\"5\">"),
      """
      small/pack.xml:7:26: the first band 'low' begins at 5, but the score begins at 0
        7 |     <band id="low" from="5">fine</band>
          |                          ^
        help: let it begin at 0
      """
    ),
    (
      .init("questions.xml", "ask-when=\"seat_type is office_chair\"", "ask-when=\"habits has lean\""),
      """
      small/questions.xml:12:52: 'support' depends on 'habits', which is asked later
        12 |     <question id="support" kind="choice" ask-when="habits has lean">
           |                                                    ^^^^^^^^^^^^^^^
        help: move 'habits' before 'support'
      """
    ),
    (
      .init("questions.xml", "ask-when=\"seat_type is office_chair\"", "ask-when=\"  seat_typ is office_chair \""),
      """
      small/questions.xml:12:54: unknown question 'seat_typ'
        12 |     <question id="support" kind="choice" ask-when="  seat_typ is office_chair ">
           |                                                      ^^^^^^^^
        help: did you mean 'seat_type'?
      """
    ),
    (
      .init("questions.xml", "id=\"seat_type\" kind=\"choice\"", "id=\"seat_type\" kind=\"choise\""),
      """
      small/questions.xml:5: element 'question', attribute 'kind' cannot be 'choise'
        5 |     <question id="seat_type" kind="choise">
          |                                    ^^^^^^
        help: did you mean 'choice'?
      """
    ),
    (
      .init("questions.xml", "min=\"30\" max=\"60\"", "min=\"60\" max=\"30\""),
      """
      small/questions.xml:29:70: max '30' is not above min '60'
        29 |     <question id="knee_height" kind="number" unit="cm" min="60" max="30">
           |                                                                      ^^
        help: swap or change them
      """
    ),
    (
      .init("questions.xml", "alone=\"yes\"", "alone=\"true\""),
      """
      small/questions.xml:40: element 'option', attribute 'alone' cannot be 'true'
        40 |       <option id="none_of_these" alone="true">None of these</option>
           |                                         ^^^^
        help: expected: yes
      """
    ),
    (
      .init("chair/no-support.xml", "without support.</finding>", "without support."),
      """
      small/chair/no-support.xml:8: this is no well-formed XML: <finding> is not closed before </rule> in line 29
        8 |   <finding>You sit {sitting_time} a day without support.
          |    ^^^^^^^
        help: write </finding> where the element ends, or look for a name that is misspelled
      """
    ),
    (
      .init("chair/no-support.xml", "  <why>A support takes work off your back.</why>\n", ""),
      """
      small/chair/no-support.xml:9: element 'evidence' is not expected here
        9 |   <evidence source="trial-2020" strength="moderate">Less muscle work.</evidence>
          |    ^^^^^^^^
        help: <why> is missing before it, or stands further down
      """
    ),
    (
      .init("pack.xml", "<pack xmlns=\"urn:sitwell:pack:1\" ", "<pack xmlns=\"urn:sitwell:pack:1\" verson=\"1\" "),
      """
      small/pack.xml:2: element 'pack' cannot have an attribute 'verson'
        2 | <pack xmlns="urn:sitwell:pack:1" verson="1" id="small" version="1.0.0" xml:lang="en">
          |                                  ^^^^^^
        help: did you mean 'version'?
      """
    ),
    (
      .init("chair/no-support.xml", "sitting_time at least 2 h", "sitting_time at least 25 h"),
      """
      small/chair/no-support.xml:5:9: no answers make this 'when' true
        5 |   <when>support is none and sitting_time at least 25 h</when>
          |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        help: change it, or what it reads: 'sitting_time' takes 0 h to 16 h
      """
    ),
    (
      .init("chair/no-support.xml", "seat_type is office_chair</applies>", "seat_type is stool</applies>"),
      """
      small/chair/no-support.xml:2: nobody can have 'no-support': where it applies, its condition never holds
        help: change them, or what they read: 'support' is asked only where seat_type is office_chair
      """
    ),
    (
      .init("chair/no-support.xml", "119 min", "119"),
      """
      small/chair/no-support.xml:23:37: question 'sitting_time': '119' is out of range
        23 |     <answer question="sitting_time">119</answer>
           |                                     ^^^
        help: give a number from 0 h to 16 h; '119' without a unit is read as 119 h
      """
    ),
    (
      // Nothing is said of the question that was meant.
      .init("chair/no-support.xml", "<when>support is none and", "<when>suport is none and"),
      """
      small/chair/no-support.xml:5:9: unknown question 'suport'
        5 |   <when>suport is none and sitting_time at least 2 h</when>
          |         ^^^^^^
        help: did you mean 'support'?
      """
    ),
    (
      .init(
        "advice.xml", "<sets question=\"support\" to=\"in_place\"/>",
        "<sets question=\"support\" to=\"in_place\"/><example rule=\"no-support\" outcome=\"found\" says=\"a pad\">"
          + "<answer question=\"seat_type\">office_chair</answer><answer question=\"support\">none</answer>"
          + "<answer question=\"sitting_time\">3 h</answer></example>"),
      """
      small/advice.xml:6: example 'a pad': once it is done, 'no-support' comes out as 'clear', not 'found'
        help: 'fit-pad' leaves support at in_place: change the example, or what the correction sets
      """
    ),
  ]
}

private func expectText(_ problems: [Problem], _ text: String, at location: SourceLocation = #_sourceLocation) {
  #expect(problems.map(\.description).joined(separator: "\n") == text, sourceLocation: location)
}
