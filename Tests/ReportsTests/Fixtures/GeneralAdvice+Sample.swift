import Ergonomics

extension GeneralAdvice {
  static let sample: GeneralAdvice = {
    var sample = GeneralAdvice()
    sample.texts = [
      .breaks: "Stand up about every hour, and sit in many ways.",
      .breaksPlanned: "Stand up every {time} at the latest, and sit in many ways.",
      .breaksCount: "calls and errands on your feet count",
      .shortOfTime:
        "Short of time? Leave out what takes the fewest points off, and the exercises behind the first two.",
      .exercises: "Begin with the first two, as on your card.",
      .reliefs: "What can feel good on tired muscles. It eases for a while, and does not replace the plan.",
      .scoring: "how one sits is not an established cause of back pain",
      .reviewEarlier: "Review earlier after a change of workstation, and four to six weeks after an action.",
    ]
    sample.heightsFigure = "heights-that-fit.svg"
    sample.heights = [
      Height(
        title: "Seat", beside: .kneeHeight,
        known: "{height}, the height of the back of your knee, or a little less",
        general: "no higher than the back of your knee"),
      Height(
        title: "Desk and keys", beside: .elbowHeight, known: "{height}, the height of your elbows",
        general: "level with your elbows"),
      Height(title: "Screen", beside: nil, known: nil, general: "its top edge at eye level or a little below"),
    ]
    (sample.breaksEvery, sample.lookAgain) = (60, 28)
    return sample
  }()

  /// Something in every place that reports hold.
  static func filled(with text: String) -> GeneralAdvice {
    var filled = GeneralAdvice()
    for place in Place.allCases where place != .takes { filled.texts[place] = text }
    filled.heights = [Question.Drawn.kneeHeight, nil].map {
      Height(title: text, beside: $0, known: $0 == nil ? nil : text, general: text)
    }
    (filled.heightsFigure, filled.breaksEvery, filled.lookAgain) = (text, 45, 7)
    return filled
  }
}
