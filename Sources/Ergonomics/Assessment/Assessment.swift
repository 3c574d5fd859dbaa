/// All that a report may say about one person: a plain value that outlives pack and answers file.
///
/// Things that several places speak of (corrections, exercises, sources, questions) are held once and named by id elsewhere.
package struct Assessment: Sendable, Hashable {
  package var header: Header
  /// An emergency answer: the care card stands alone; scores, plan, findings, exercises and reliefs are left out.
  package var isWithheld: Bool
  /// Most pressing first.
  package var careCards: [CareAdvice]
  /// The emergencies that the pack knows of, in a few words after "get help at once if"; told to every person.
  package var atOnce: [String] = []
  package var emergencyNumbers: [EmergencyNumber] = []
  package var scores: [ScoreResult]
  /// Of a brief interview: that its answers decide every level; `nil` of all others.
  package var decision: Decision?
  /// In the order to do them; what they give back adds up to the scores now less the scores after.
  package var plan: [PlanStep]
  /// Those that add most first; equal ones in pack order.
  package var findings: [Finding]
  /// Rules that missing answers leave open, in pack order.
  package var open: [OpenRule]
  /// Rules that are certainly not found, in pack order.
  package var clear: [RuleMention]
  package var notApplicable: [RuleMention]
  package var corrections: [CorrectionAdvice]
  package var exercises: [ExerciseAdvice]
  package var reliefs: [ReliefAdvice]
  /// Exercises and reliefs that the findings call for, left out because of what the person answered.
  package var leftOut: [LeftOut]
  /// Corrections that the findings call for, left out because of what the person answered. One that is not possible as
  /// things are stands here only where nothing else is left for a finding.
  package var leftOutCorrections: [LeftOut] = []
  /// Those that most findings load first.
  package var muscles: [MuscleLoad]
  /// Every question of the pack, in the order they are asked.
  package var answers: [AnswerRecord]
  /// Drawings of people at work suit this person.
  package var isDrawn = true
  /// What the pack says to everybody.
  package var general = GeneralAdvice()
  /// Those that something above cites, by id.
  package var sources: [Source]

  package init(
    header: Header, isWithheld: Bool, careCards: [CareAdvice], scores: [ScoreResult], plan: [PlanStep],
    findings: [Finding], open: [OpenRule], clear: [RuleMention], notApplicable: [RuleMention],
    corrections: [CorrectionAdvice], exercises: [ExerciseAdvice], reliefs: [ReliefAdvice], leftOut: [LeftOut],
    muscles: [MuscleLoad], answers: [AnswerRecord], sources: [Source]
  ) {
    (self.header, self.isWithheld, self.careCards, self.scores) = (header, isWithheld, careCards, scores)
    (self.plan, self.findings, self.open, self.clear) = (plan, findings, open, clear)
    (self.notApplicable, self.corrections, self.exercises) = (notApplicable, corrections, exercises)
    (self.reliefs, self.leftOut, self.muscles) = (reliefs, leftOut, muscles)
    (self.answers, self.sources) = (answers, sources)
  }
}

extension Assessment {
  /// Whom it is about, and what made it.
  package struct Header: Sendable, Hashable {
    package var personID: String?
    /// `YYYY-MM-DD`.
    package var date: String
    /// Version of the program.
    package var programVersion: String
    package var packID: Pack.ID
    package var packVersion: String
    package var packHash: String
    /// Id of the key that the signature of the pack names; `nil` where nobody signed it.
    package var packKey: String?
    package var packTitle: String
    package var language: String
    /// Lines that the licence of the pack's contents asks for.
    package var attribution: [String]
    package var disclosure: Disclosure

    package init(
      personID: String?, date: String, programVersion: String, packID: Pack.ID, packVersion: String, packHash: String,
      packTitle: String, language: String, attribution: [String], disclosure: Disclosure = .everything
    ) {
      (self.personID, self.date, self.programVersion) = (personID, date, programVersion)
      (self.packID, self.packVersion, self.packHash) = (packID, packVersion, packHash)
      (self.packTitle, self.language, self.attribution) = (packTitle, language, attribution)
      self.disclosure = disclosure
    }
  }

  package struct CareAdvice: Sendable, Hashable {
    package var id: CareCard.ID
    package var level: CareCard.Level
    package var title: String
    package var signs: [String]
    package var ask: String
    package var soon: String
    package var text: [String]
    package var sources: [Source.ID]

    package init(
      id: CareCard.ID, level: CareCard.Level, title: String, signs: [String], ask: String, soon: String,
      text: [String], sources: [Source.ID]
    ) {
      (self.id, self.level, self.title, self.signs) = (id, level, title, signs)
      (self.ask, self.soon, self.text, self.sources) = (ask, soon, text, sources)
    }
  }

  /// A rule that is neither found nor open, by name.
  package struct RuleMention: Sendable, Hashable {
    package var id: Rule.ID
    package var title: String
    /// What it would add if it were found.
    package var adds: [Rule.Points]
    package var solved: String
    /// The answers that prove it solved; none where nothing was answered that does.
    package var provenBy: [Question.ID]
    /// It waits for a length that nobody measured: neither found nor fine.
    package var isUnmeasured = false
    /// An answer that it reads has led to a finding all the same.
    package var isBesideFinding = false
    package init(id: Rule.ID, title: String, adds: [Rule.Points], solved: String, provenBy: [Question.ID] = []) {
      (self.id, self.title, self.adds, self.solved) = (id, title, adds, solved)
      self.provenBy = provenBy
    }
  }

  /// A rule that missing answers decide.
  package struct OpenRule: Sendable, Hashable {
    package var id: Rule.ID
    package var title: String
    /// What it would add if it were found.
    package var adds: [Rule.Points]
    /// The questions whose answers would decide it.
    package var decidedBy: [Question.ID]

    package init(id: Rule.ID, title: String, adds: [Rule.Points], decidedBy: [Question.ID]) {
      (self.id, self.title, self.adds, self.decidedBy) = (id, title, adds, decidedBy)
    }
  }

  /// A number of a day or a workstation, in base units.
  package struct DrawnNumber: Sendable, Hashable {
    package var what: Question.Drawn
    package var now: Int
    /// When the plan is done.
    package var planned: Int

    package init(what: Question.Drawn, now: Int, planned: Int) {
      (self.what, self.now, self.planned) = (what, now, planned)
    }
  }

  /// What a length should come to: from so much to so much above another one, below it where negative. In words.
  package struct Target: Sendable, Hashable {
    package var beside: Question.ID
    package var from: String
    package var to: String
    /// The same from the floor up; `nil` unless the other length was answered.
    package var ends: String?
    package init(beside: Question.ID, from: String, to: String, ends: String?) {
      (self.beside, self.from, self.to, self.ends) = (beside, from, to, ends)
    }
  }

  /// What a person answered to a question, in words.
  package struct AnswerRecord: Sendable, Hashable {
    package enum State: String, CaseIterable, Sendable {
      case answered
      /// "Not sure".
      case declined
      case unanswered
      /// Does not apply to this person.
      case notAsked = "not-asked"
      /// Answered, but it does not apply (any more); counts for nothing.
      case setAside = "set-aside"
      /// Not answered in a brief interview: no answer can change a level.
      case notNeeded = "not-needed"
      /// Not told to the one whom the assessment is for.
      case withheld
    }

    package var id: Question.ID
    /// Title of the section.
    package var section: String
    package var label: String
    package var question: String
    package var state: State
    /// The answer in words; `nil` unless answered or set aside.
    package var words: String?
    /// The same as a survey file would hold it.
    package var code: String?
    package var isSensitive: Bool
    /// Findings that this answer is a reason for.
    package var findings: [Rule.ID]
    /// The number as drawings take it; `nil` for what is not drawn, or not answered.
    package var drawn: DrawnNumber?
    /// It is a number that findings hold against different limits.
    package var hasSeveralLimits = false
    /// The unit of what takes a tape measure; `nil` for all else.
    package var measuredIn: UnitOfMeasure?
    /// What a length should come to; `nil` where no rule says.
    package var target: Target?

    package init(
      id: Question.ID, section: String, label: String, question: String, state: State, words: String?, code: String?,
      isSensitive: Bool, findings: [Rule.ID]
    ) {
      (self.id, self.section, self.label, self.question) = (id, section, label, question)
      (self.state, self.words, self.code) = (state, words, code)
      (self.isSensitive, self.findings) = (isSensitive, findings)
    }
  }
}
