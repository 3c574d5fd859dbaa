extension Problem {
  /// Stable name of what is wrong, for tests and scripts; the wording may change, this may not. Those of packs stand
  /// first, and a test wants a mistake planted for each of them.
  package enum Code: String, Hashable, Sendable, CaseIterable {
    // Any file.
    case notWellFormed = "not-well-formed"
    case doctype
    case tooDeep = "too-deep"
    case tooLarge = "too-large"
    case schema

    // Folders of packs.
    case noPackFormat = "no-pack-format"
    case unknownPack = "unknown-pack"
    case unreadablePack = "unreadable-pack"
    case missingPackFile = "missing-pack-file"
    case doublePackFile = "double-pack-file"
    case fileNameDiffers = "file-name-differs"
    case signedOtherwise = "signed-otherwise"
    case badSignature = "bad-signature"
    case notSigned = "not-signed"
    case signedByAnother = "signed-by-another"

    // More than a pack can hold.
    case tooManyQuestions = "too-many-questions"
    case tooManyMeasures = "too-many-measures"
    case tooManyTables = "too-many-tables"
    case tooManySections = "too-many-sections"
    case tooManyScores = "too-many-scores"
    case tooManyRules = "too-many-rules"
    case tooManyCorrections = "too-many-corrections"
    case tooManyExercises = "too-many-exercises"
    case tooManyReliefs = "too-many-reliefs"
    case tooManyMuscles = "too-many-muscles"
    case tooManySources = "too-many-sources"
    case tooManyCareCards = "too-many-care-cards"
    case tooManyLimits = "too-many-limits"
    case tooManyOptions = "too-many-options"
    case tooManyPoints = "too-many-points"

    // Names.
    case doubleID = "double-id"
    case doubleReference = "double-reference"
    case reservedWord = "reserved-word"
    case reservedOption = "reserved-option"
    case unknownQuestion = "unknown-question"
    case unknownMeasure = "unknown-measure"
    case unknownTable = "unknown-table"
    case unknownScore = "unknown-score"
    case unknownRule = "unknown-rule"
    case unknownCorrection = "unknown-correction"
    case unknownExercise = "unknown-exercise"
    case unknownRelief = "unknown-relief"
    case unknownMuscle = "unknown-muscle"
    case unknownSource = "unknown-source"
    case unknownOption = "unknown-option"
    case unknownLevel = "unknown-level"
    case unknownFigure = "unknown-figure"
    case unknownPlaceholder = "unknown-placeholder"
    case openPlaceholder = "open-placeholder"
    case strayPlaceholder = "stray-placeholder"
    case unitTwice = "unit-twice"
    case optionAsQuantity = "option-as-quantity"

    // Questions and the answers of examples.
    case noQuestions = "no-questions"
    case attributeOfNumbers = "attribute-of-numbers"
    case incompleteNumber = "incomplete-number"
    case numberBounds = "number-bounds"
    case numberStep = "number-step"
    case optionOfNoChoice = "option-of-no-choice"
    case optionsOfYesNo = "options-of-yes-no"
    case tooFewOptions = "too-few-options"
    case optionText = "option-text"
    case doubleOptionText = "double-option-text"
    case aloneOutsideChoices = "alone-outside-choices"
    case drawnAs = "drawn-as"
    case doubleAnswer = "double-answer"
    case answerNotAccepted = "answer-not-accepted"

    // How conditions and formulas are written.
    case emptyCondition = "empty-condition"
    case conditionTooLong = "condition-too-long"
    case conditionTooDeep = "condition-too-deep"
    case numberTooLarge = "number-too-large"
    case decimalComma = "decimal-comma"
    case division
    case unexpected
    case unclosedParenthesis = "unclosed-parenthesis"
    case symbolInsteadOfWord = "symbol-instead-of-word"
    case mixedAndOr = "mixed-and-or"
    case unknownFunction = "unknown-function"
    case unknownUnit = "unknown-unit"
    case optionOfAnotherQuestion = "option-of-another-question"

    // What conditions and formulas ask.
    case textQuestion = "text-question"
    case isOnMultiSelect = "is-on-multi-select"
    case hasOnSingleChoice = "has-on-single-choice"
    case isOnNumber = "is-on-number"
    case notAQuestion = "not-a-question"
    case notACondition = "not-a-condition"
    case notANumber = "not-a-number"
    case wrongArguments = "wrong-arguments"
    case atLeastOutOfRange = "at-least-out-of-range"
    case mixedUnits = "mixed-units"
    case unitMissing = "unit-missing"
    case notWhole = "not-whole"
    case quantitiesMultiplied = "quantities-multiplied"
    case limitNotConstant = "limit-not-constant"
    case swappedEnds = "swapped-ends"
    case emptyRange = "empty-range"

    // Other elements of packs.
    case tableRange = "table-range"
    case tableCells = "table-cells"
    case doubleCap = "double-cap"
    case setsForm = "sets-form"
    case setsOnSingleChoice = "sets-on-single-choice"
    case doublePrices = "double-prices"
    case priceUpsideDown = "price-upside-down"
    case doubleReviews = "double-reviews"

    // Packs as a whole: questions, formulas, scores.
    case circularMeasures = "circular-measures"
    case circularAskWhen = "circular-ask-when"
    case askWhenLater = "ask-when-later"
    case unreadQuestion = "unread-question"
    case questionWithoutEffect = "question-without-effect"
    case unreadMeasure = "unread-measure"
    case formulaTooLarge = "formula-too-large"
    case lookupOutsideTable = "lookup-outside-table"
    case doubleRegion = "double-region"
    case addsToFormula = "adds-to-formula"
    case scoreNothingAdds = "score-nothing-adds"
    case bandGap = "band-gap"
    case bandOrder = "band-order"
    case bandOutOfReach = "band-out-of-reach"

    // Packs as a whole: rules.
    case symptomAddsPoints = "symptom-adds-points"
    case symptomShown = "symptom-shown"
    case pointsAboveEvidence = "points-above-evidence"
    case sameCondition = "same-condition"
    case sameTitle = "same-title"
    case sameExample = "same-example"
    case sinceAfterVersion = "since-after-version"
    case pointsAboveScore = "points-above-score"
    case coversEverybody = "covers-everybody"
    case familyOrder = "family-order"
    case neverTrue = "never-true"
    case neverFalse = "never-false"
    case missingExample = "missing-example"
    case neverFound = "never-found"
    case exampleDisagrees = "example-disagrees"
    case scoreExampleDisagrees = "score-example-disagrees"
    case correctionExampleDisagrees = "correction-example-disagrees"
    case shownUnanswered = "shown-unanswered"
    case wordsOfAnotherLimit = "words-of-another-limit"
    case solvedUnproven = "solved-unproven"
    case solvedWhileFound = "solved-while-found"

    // Packs as a whole: advice and prices.
    case emergencyNotTold = "emergency-not-told"
    case atOnceWithoutEmergency = "at-once-without-emergency"
    case correctionForNobody = "correction-for-nobody"
    case correctionHelpsNothing = "correction-helps-nothing"
    case findingStays = "finding-stays"
    case oppositeCorrections = "opposite-corrections"
    case exerciseWithoutSource = "exercise-without-source"
    case uncitedSource = "uncited-source"
    case doublePrice = "double-price"
    case priceOfNothing = "price-of-nothing"
    case itemWithoutPrice = "item-without-price"

    // Packs as a whole: when to look again.
    case doubleReview = "double-review"
    case reviewOfNothing = "review-of-nothing"
    case levelWithoutReview = "level-without-review"
    case reviewOrder = "review-order"

    // Packs that are used together.
    case packNamedTwice = "pack-named-twice"
    case unknownSameAs = "unknown-same-as"
    case sharedTwice = "shared-twice"
    case sharedDiffers = "shared-differs"

    // Workbooks and other containers of tables.
    case otherContainer = "other-container"
    case encryptedWorkbook = "encrypted-workbook"
    case damagedWorkbook = "damaged-workbook"
    case workbookTooLarge = "workbook-too-large"
    case whichSheet = "which-sheet"
    case noSuchSheet = "no-such-sheet"
    case workbookNotWritten = "workbook-not-written"
    case formulaWithoutValue = "formula-without-value"

    // Survey files.
    case emptySurvey = "empty-survey"
    case wrongEncoding = "wrong-encoding"
    case otherEncoding = "other-encoding"
    case openQuote = "open-quote"
    case rowTooLong = "row-too-long"
    case shortRow = "short-row"
    case tooManyColumns = "too-many-columns"
    case readOnceOnly = "read-once-only"
    case nameTooLate = "name-too-late"
    case encrypted

    // Columns of surveys.
    case unknownColumn = "unknown-column"
    case doubleColumn = "double-column"
    case personalColumn = "personal-column"
    case noQuestionColumn = "no-question-column"
    case doubtfulColumn = "doubtful-column"
    case missingOption = "missing-option"
    case mappingMistake = "mapping-mistake"
    case wrongMapping = "wrong-mapping"
    case noIDColumn = "no-id-column"
    case repeatedIDs = "repeated-ids"
    case roundedIDs = "rounded-ids"

    // Answers and prices of people.
    case unreadableAnswers = "unreadable-answers"
    case wrongAnswer = "wrong-answer"
    case wrongPrice = "wrong-price"

    // Tables that the register takes in.
    case wrongRow = "wrong-row"
    case conflict

    // Forms.
    case form

    // Templates of reports.
    case templateMissing = "template-missing"
    case templateEncoding = "template-encoding"
    case templateSize = "template-size"
    case templateSyntax = "template-syntax"
    case templateField = "template-field"
    case templateWords = "template-words"
    case templateStyle = "template-style"
    case templateFigure = "template-figure"
  }
}
