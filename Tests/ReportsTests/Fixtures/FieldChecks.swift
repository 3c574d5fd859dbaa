@testable import Reports

/// Where lists are empty, that is, templates are not checked.
func emptyLists(in value: any ViewValue, at path: String) -> [String] {
  if let fields = value as? Fields {
    return fields.names.flatMap { emptyLists(in: fields[$0]!, at: "\(path).\($0)") }
  }
  guard let list = value as? [any ViewValue] else { return [] }
  return list.isEmpty ? [path] : emptyLists(in: TemplateCheck.fullest(list), at: path)
}

/// Where the fields are not those of `full`.
func differences(_ value: any ViewValue, _ full: any ViewValue, at path: String) -> [String] {
  if let fields = value as? Fields, let full = full as? Fields {
    let names = Set(fields.names).symmetricDifference(full.names).map { "\(path).\($0)" }
    return names
      + fields.names.flatMap { name in
        full[name].map { differences(fields[name]!, $0, at: "\(path).\(name)") } ?? []
      }
  }
  if let list = value as? [any ViewValue], let all = full as? [any ViewValue], !all.isEmpty {
    let full = TemplateCheck.fullest(all)
    return list.flatMap { differences($0, full, at: path) }
  }
  return type(of: value) == type(of: full) ? [] : [path]
}
