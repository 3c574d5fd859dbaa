import Ergonomics
import Foundation
import TestSupport
import Testing

@Suite("What is asked, and in which words")
struct AuditTestsQuestions {
  private func option(_ id: AnswerOption.ID, of question: Question.ID) throws -> String {
    try #require(try AuditPeople.pack.get().question(question)?.options.first { $0.id == id }).text
  }

  @Test(
    "names each warning sign as its source does",
    arguments: [
      ("urgent_signs", "worse_straining", ["cough", "sneeze", "strain"]),
      ("urgent_signs", "cancer", ["now or in the past"]),
      ("emergency_signs", "bowel_change", ["new trouble emptying them"]),
      ("emergency_signs", "cancer_weakness", ["arm or leg", "trouble walking"]),
      ("emergency_signs", "cannot_stand", ["with or without a fall"]),
    ])
  func signs(question: Question.ID, sign: AnswerOption.ID, words: [String]) throws {
    let text = try option(sign, of: question)
    for word in words { #expect(text.contains(word)) }
  }

  @Test("is for adults, and says so before the first question")
  func adults() throws {
    let about = try #require(try AuditPeople.pack.get().sections.first?.about)
    #expect(about.contains("adults, 16 and over"))
  }

  @Test("names the emergency number of each place, and none for everybody")
  func numbers() throws {
    let pack = try AuditPeople.pack.get()
    let numbers = Dictionary(uniqueKeysWithValues: pack.emergencyNumbers.map { ($0.place, $0.number) })
    #expect(
      numbers == [
        "European Union": "112", "United Kingdom": "999 or 112", "United States and Canada": "911", "Australia": "000",
        "New Zealand": "111", "India": "112", "South Africa": "112 or 10177", "Singapore": "995",
      ])
    for card in pack.careCards where card.level == .emergency {
      #expect(card.ask.contains("local emergency number"), "\(card.id)")
    }
  }

  @Test(
    "leads to something for what matters most",
    arguments: [
      (["health_conditions": "earlier_back_pain"], "back-pain-before", ""),
      (["sitting_spell": "90 min", "break_obstacles": "workload"], "too-much-to-do", "talk-about-the-work"),
      (["sitting_spell": "90 min", "break_obstacles": "no_say"], "too-much-to-do", "talk-about-the-work"),
      (["seat_type": "wheelchair"], "work-in-a-wheelchair", "desk-for-a-wheelchair"),
      (["seat_feel": "over_limit"], "chair-too-weak", "special-size-chair"),
      (["screen_trouble": "two_screens"], "two-screens-apart", "two-screens-together"),
      (["screen_trouble": "glasses"], "glasses-and-the-screen", "lower-for-glasses"),
      (
        ["desk_type": "sit_stand", "standing_time": "3 h", "standing_place": "hard_floor"], "standing-on-a-hard-floor",
        "mat-or-soft-shoes"
      ),
      (["chair_adjusts": "seat_height;not_shown"], "adjustment-never-shown", "train-adjustment"),
      (["health_conditions": "heart_or_pressure"], "heart-or-blood-pressure", "ask-about-activity"),
    ] as [([Question.ID: String], Rule.ID, Correction.ID)])
  func leads(answers: [Question.ID: String], finding: Rule.ID, correction: Correction.ID) throws {
    let person = try AuditPeople.typical("well-set-up-office", saying: answers)
    #expect(person.assessment.findings.contains { $0.id == finding })
    #expect(correction.isEmpty || person.corrections.contains(correction), "\(person.corrections)")
  }

  @Test("about the work and about health adds no points")
  func withoutPoints() throws {
    let pack = try AuditPeople.pack.get()
    for rule in [
      "too-much-to-do", "back-pain-before", "heart-or-blood-pressure", "work-in-a-wheelchair",
      "glasses-and-the-screen", "adjustment-never-shown",
    ] {
      #expect(try #require(pack.rule(rule)).adds.isEmpty, "\(rule)")
    }
  }

  @Test("has none of the words that were wrong, in packs and in reports")
  func gone() throws {
    let texts = try ["Rules", "Reports"].flatMap { folder in
      let path = "\(Shipped.repository)/\(folder)"
      return try FileManager.default.subpathsOfDirectory(atPath: path)
        .filter { $0.hasSuffix(".xml") || $0.hasSuffix(".mustache") || $0.hasSuffix("words.txt") }
        .map { ("\(folder)/\($0)", try String(contentsOfFile: "\(path)/\($0)", encoding: .utf8)) }
    }
    #expect(texts.count > 200)
    for (name, text) in texts {
      let plain = text.replacing(#/\s+/#, with: " ")
      for wrong in [
        "helps for good", "999, 112, 911", "several good studies", "In 21 trials, ergonomic adjustment alone",
        "type A only", "odds ratio", "CG75)", "warning signs first", "Helps {",
      ] {
        #expect(!plain.contains(wrong), "\(name): \(wrong)")
      }
      if let ratio = plain.firstRange(of: "hazard ratio") {
        #expect(plain[..<ratio.lowerBound].suffix(60).contains("less likely ("), "\(name): explain a hazard ratio")
      }
    }
  }
}
