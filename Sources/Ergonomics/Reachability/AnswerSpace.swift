/// The answers that some conditions tell apart, of each kind one: what there is to try to know all that they can say.
///
/// Options that no condition tells from each other are one class, as are numbers between the same limits. Numbers that a
/// formula brings together are tried together, so that of each that the formula can come to one is there.
package struct AnswerSpace: Sendable {
  /// Conditions of a program; those of several programs are told apart by the same people.
  package struct Side: Sendable {
    package let program: RuleProgram
    let nodes: [RuleProgram.Node]
    let part: RuleProgram.Part

    package init(_ program: RuleProgram, _ nodes: [RuleProgram.Node]) {
      (self.program, self.nodes, part) = (program, nodes, program.part(for: nodes))
    }

    package init(_ program: RuleProgram, rules: [Int]) {
      let nodes = rules.map { program.rules[$0] }.flatMap { [$0.holds, $0.when] + [$0.applies].compactMap { $0 } }
      self.init(program, nodes)
    }
  }

  /// Questions whose answers are tried together: one, or the numbers of a formula.
  package struct Axis: Sendable {
    package let questions: [Question.ID]
    /// An answer to each of the questions, or none.
    package let choices: [[Answer?]]
    /// No answer is left out that some condition tells from these.
    package let isExact: Bool

    fileprivate func leaving(_ open: Set<Question.ID>) -> Axis {
      if open.isDisjoint(with: questions) { return self }
      let left = choices.filter { choice in zip(questions, choice).allSatisfy { !open.contains($0) || $1 == nil } }
      return Axis(questions: questions, choices: left, isExact: isExact)
    }

    func weight(_ choice: Int) -> Int { choices[choice].count { $0 != nil } }
    /// The choices that answer everything; of an axis that leaves something out also nothing, which stands for all.
    var complete: [Int] {
      choices.indices.filter { weight($0) == questions.count || !isExact && weight($0) == 0 }
    }
  }

  package let sides: [Side]
  package let axes: [Axis]

  /// - Parameters:
  ///   - fixed: Answers that everybody gives, as far as no formula brings them together with others.
  ///   - open: Questions that nobody answers.
  package init(_ sides: [Side], fixed: [Question.ID: Answer] = [:], open: Set<Question.ID> = []) {
    self.sides = sides
    let reads = sides.map(SideReading.init)
    var ids: [Question.ID] = []
    for reading in reads { ids += reading.ids.filter { !ids.contains($0) } }
    var (axes, taken) = ([Axis](), Set<Question.ID>())
    for id in ids where !taken.contains(id) {
      let together = AxisBuilder.numbersTogether(with: id, in: reads)
      taken.formUnion(together)
      let builder = AxisBuilder(questions: ids.filter(together.contains), reads)
      let answer = together.count == 1 ? fixed[id] : nil
      let axis = answer.map { Axis(questions: [id], choices: [[$0]], isExact: true) } ?? builder.axis()
      axes.append(axis.leaving(open))
    }
    self.axes = axes
  }

  /// No condition tells more apart than is tried.
  package var isExact: Bool { axes.allSatisfy(\.isExact) }

  /// Selections of options are left out: not even all of somebody's own answers can be tried.
  var isCutShort: Bool {
    axes.contains { axis in
      !axis.isExact && sides.contains { !($0.program.pack.question(axis.questions[0])?.options.isEmpty ?? true) }
    }
  }

  /// How many combinations of answers there are to try, with those that leave questions open; at most `Int.max`.
  package var combinations: Int { Self.product(axes.map(\.choices.count)) }
  /// Of those that answer everything.
  package var completeCombinations: Int { Self.product(axes.map(\.complete.count)) }

  private static func product(_ counts: [Int]) -> Int {
    counts.reduce(1) { product, count in
      let (next, isTooLarge) = product.multipliedReportingOverflow(by: count)
      return isTooLarge ? .max : next
    }
  }

  /// The most combinations that are tried: above, nothing is proved.
  package static let limit = 1 << 18
}
