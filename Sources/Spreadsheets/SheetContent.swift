import Markup

/// The rows of one sheet, as its XML is read.
protocol SheetContent: MarkupListener {
  var text: FieldText { get set }
  /// Cells with a formula whose value is not stored: how many, and the first.
  var unknownFormulas: (count: Int, first: CellReference?) { get }
  /// What is wrong with the sheet; nothing is read behind that.
  var refusal: WorkbookRefusal? { get }
}
