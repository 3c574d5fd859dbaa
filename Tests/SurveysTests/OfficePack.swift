import Ergonomics
import TestSupport

extension Pack {
  /// A few questions of each kind, with rules over all of them.
  static let office = Pack.small(
    questions: [
      .choice("seat_type", ["office_chair", "stool"]),
      .choice(
        "lumbar_support", ["in_place", "not_touching", "none"], askWhen: .isOneOf("seat_type", ["office_chair"])),
      .number("sitting_time", 0...1440, unit: .hour),
      .number("desk_height", 500...1300, unit: .centimetre),
      .number("elbow_height", 500...1300, unit: .millimetre),
      .choices("breaks", ["walk", "stand", "stretch", "no_breaks"], alone: ["no_breaks"]),
      .yesNo("has_pain", isSensitive: true),
      .choices("pain_areas", ["lower_back", "hips"], askWhen: .isOneOf("has_pain", ["yes"]), isSensitive: true),
      .yesNo("eased_by_standing", askWhen: .isOneOf("has_pain", ["yes"])),
    ],
    rules: [
      .small(
        "lumbar-support-missing", applies: .isOneOf("seat_type", ["office_chair"]),
        when: .all([
          .isOneOf("lumbar_support", ["not_touching", "none"]),
          .isWithin(.answer("sitting_time"), 120...Int.max),
        ]), points: 12),
      .small("sits-long", when: .isWithin(.answer("sitting_time"), 360...Int.max), points: 5),
      .small("desk-too-high", when: .isWithin(.measure("desk_gap"), 31...Int.max), points: 8),
      .small("no-breaks", when: .hasAny("breaks", ["no_breaks"]), points: 4),
      .small("few-breaks", when: .not(.isWithin(.count("breaks"), 2...Int.max)), points: 2),
      .small("hip-pain", when: .hasAny("pain_areas", ["hips"])),
      .small("standing-eases", when: .isOneOf("eased_by_standing", ["yes"])),
    ],
    scores: [
      .load,
      Score(
        id: "gap", title: "Gap", formula: .measure("desk_gap"),
        bands: [Band(id: "level", from: -800, word: "level"), Band(id: "high", from: 31, word: "high")]),
    ],
    measures: [
      Measure(
        id: "desk_gap", title: "Gap", unit: .millimetre,
        formula: .difference(.answer("desk_height"), .answer("elbow_height")))
    ])
}
