extension [Pack] {
  /// All questions of packs that are used together as one pack, each once: for interviews and for reading answers. It has
  /// the care cards of all, and of the rest only what the first has; people are assessed with each pack on its own.
  ///
  /// - Precondition: There is at least one pack. A question, and a measure or table that decides what is asked, is the
  ///   same in all packs that have its id.
  package var questionnaire: Pack {
    var joint = self[0]
    joint.joint = JointPackID(map(\.id))
    joint.hash = map(\.hash).joined(separator: ".")
    for pack in dropFirst() {
      var sections: [Section.ID: Section.ID] = [:]
      for section in pack.sections {
        let isTaken = joint.sections.contains { $0.id == section.id && $0 != section }
        sections[section.id] = isTaken ? "\(pack.id)/\(section.id)" : section.id
        let renamed = Section(id: sections[section.id]!, title: section.title, about: section.about)
        if !joint.sections.contains(renamed) { joint.sections.append(renamed) }
      }
      for var question in pack.questions {
        if let place = joint.questions.firstIndex(where: { $0.id == question.id }) {
          joint.questions[place].ask(alsoWhen: question.askWhen)
          continue
        }
        question.section = sections[question.section] ?? question.section
        joint.questions.append(question)
      }
      joint.measures += pack.measures.filter { measure in !joint.measures.contains { $0.id == measure.id } }
      joint.tables += pack.tables.filter { table in !joint.tables.contains { $0.id == table.id } }
      joint.generalAdvice.texts[.takes] = nil
      joint.careCards += pack.careCards.filter { !joint.careCards.contains($0) }
    }
    return joint
  }
}

extension Question {
  /// `nil` = always.
  fileprivate mutating func ask(alsoWhen condition: Condition?) {
    guard let own = askWhen, let condition else {
      askWhen = nil
      return
    }
    if own != condition { askWhen = .any([own, condition]) }
  }
}
