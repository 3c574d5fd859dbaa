import ArgumentParser
import Ergonomics
import Foundation
import Register

extension Failure {
  init(_ failure: RegisterFailure) {
    switch failure {
    case .missing(let path):
      self = .input(
        "there is no register '\(path)'\n  help: 'sitwell register invite' or 'add' makes one; --register names another"
      )
    case .cannotOpen(let path, let errno):
      self = .input("cannot open '\(path)': \(String(cString: strerror(errno)))")
    case .notARegister(let path):
      self = .input("'\(path)' is no register\n  help: name another file with --register")
    case .newer(let path):
      self = .input("'\(path)' was written by a later version of sitwell\n  help: use that version")
    case .isOpenToOthers(let path):
      self = .input("'\(path)' is open to others, and cannot be closed\n  help: chmod 600 it")
    case .busy(let path):
      self = .input("another program keeps '\(path)' to itself\n  help: wait until it has ended, and try again")
    case .damaged(let path):
      self = .input("'\(path)' is damaged\n  help: go back to a backup; 'sitwell register check' tells more")
    case .cannotWrite(let path, let why): self = .input("cannot write '\(path)': \(why)")
    case .unknownPerson, .severalWorkstations, .unknownWorkstation: self = .usage(Self.words(ofPerson: failure))
    case .unknownActions(let numbers):
      self = .usage(
        "the register has no action \(list: numbers.map(String.init))\n  help: 'sitwell register list' shows their numbers"
      )
    case .illegal(let move, let states):
      let stuck = states.sorted { $0.key < $1.key }.map { "\($0.key) is \($0.value.rawValue)" }
      self = .usage(
        "cannot \(move.words): action \(list: stuck); nothing was changed\n"
          + "  help: that takes one that is \(list: ActionState.before(move).map(\.rawValue))")
    }
  }

  private static func words(ofPerson failure: RegisterFailure) -> TerminalText {
    switch failure {
    case .unknownPerson(let id, let near):
      let help = near.map { "did you mean '\($0.printable)'?" } ?? "'sitwell register people' lists them"
      return "the register has nobody with the id '\(id)'\n  help: \(help)"
    case .severalWorkstations(let person, let names):
      return names.isEmpty
        ? "'\(person)' was invited, and has no workstation yet\n  help: add the answers first"
        : "'\(person)' has several workstations: \(list: names)\n  help: name one with --workstation"
    case .unknownWorkstation(let person, let name, let names):
      return "'\(person)' has no workstation '\(name)'\n  help: there is \(list: names)"
    default: preconditionFailure("no person")
    }
  }
}

extension ActionMove {
  /// As a command does it.
  fileprivate var words: String {
    switch self {
    case .agree: "agree"
    case .done: "be done"
    case .confirm: "confirm"
    case .reject: "reject"
    case .reopen: "reopen"
    case .signOff: "sign off"
    case .foundAgain, .solved, .replaced: rawValue
    }
  }
}
