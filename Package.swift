// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "sitwell",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "sitwell", targets: ["sitwell"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .target(name: "Markup", dependencies: ["CLibXML2"]),
    .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"]), .brew(["libzip"])]),
    .systemLibrary(
      name: "CLibXlsxWriter", pkgConfig: "xlsxwriter",
      providers: [.apt(["libxlsxwriter-dev"]), .brew(["libxlsxwriter"])]),
    .target(name: "Spreadsheets", dependencies: ["CLibXlsxWriter", "CLibZip", "Ergonomics", "Files", "Markup"]),
    // Optimised in tests too: they plan for thousands of people.
    .target(name: "Ergonomics", swiftSettings: [.unsafeFlags(["-O"], .when(configuration: .debug))]),
    .target(name: "Files", dependencies: ["Ergonomics", .product(name: "Crypto", package: "swift-crypto")]),
    .target(name: "RulePacks", dependencies: ["Ergonomics", "Files", "Markup", "Sealing"]),
    // Optimised in tests too: they change every rule in every way.
    .target(
      name: "Workbench", dependencies: ["Ergonomics", "RulePacks"],
      swiftSettings: [.unsafeFlags(["-O"], .when(configuration: .debug))]),
    .target(name: "Surveys", dependencies: ["Ergonomics", "Files", "Markup", "Spreadsheets"], exclude: ["README.md"]),
    .target(
      name: "Reports",
      dependencies: [
        "Ergonomics", "Files", "Markup", "Spreadsheets", .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .target(
      name: "Forms",
      dependencies: ["Ergonomics", "Markup", "Spreadsheets", .product(name: "Crypto", package: "swift-crypto")]),
    .target(name: "Sealing", dependencies: ["Ergonomics", .product(name: "Crypto", package: "swift-crypto")]),
    .target(
      name: "Tallies", dependencies: ["Ergonomics", .product(name: "Crypto", package: "swift-crypto")],
      exclude: ["README.md"]),
    .target(name: "Ledger", dependencies: ["Ergonomics", .product(name: "Crypto", package: "swift-crypto")]),
    .target(
      name: "Register",
      dependencies: [
        "Ergonomics", .product(name: "Crypto", package: "swift-crypto"), .product(name: "GRDB", package: "GRDB.swift"),
      ], exclude: ["README.md"]),
    .target(name: "Interview", dependencies: ["Ergonomics", "Files"]),
    .executableTarget(
      name: "sitwell",
      dependencies: [
        "Ergonomics", "Files", "Forms", "RulePacks", "Surveys", "Spreadsheets", "Reports", "Interview", "Ledger",
        "Register", "Sealing", "Tallies", "Workbench",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    .target(name: "TestSupport", dependencies: ["CLibZip", "Ergonomics", "RulePacks"], path: "Tests/TestSupport"),
    .target(
      name: "Trials", dependencies: ["Ergonomics", "Markup", "RulePacks", "Surveys", "TestSupport"],
      path: "Tests/Fuzz/Trials"),
    .executableTarget(name: "fuzz", dependencies: ["Trials"], path: "Tests/Fuzz/Program"),
    .testTarget(name: "FuzzTests", dependencies: ["Trials"], path: "Tests/Fuzz/Tests"),
    .executableTarget(name: "check-advice", dependencies: ["Ergonomics", "TestSupport"], path: "Tests/Advice"),
    .executableTarget(
      name: "check-person", dependencies: ["Ergonomics", "TestSupport"], path: "Tests/OnePerson"),
    .executableTarget(
      name: "interview-trials", dependencies: ["Ergonomics", "Interview", "RulePacks", "TestSupport"],
      path: "Tests/Interviews"),
    .testTarget(name: "MarkupTests", dependencies: ["Markup"]),
    .testTarget(name: "SpreadsheetsTests", dependencies: ["Spreadsheets", "TestSupport"]),
    .testTarget(name: "ErgonomicsTests", dependencies: ["Ergonomics", "TestSupport"]),
    .testTarget(name: "FilesTests", dependencies: ["Files"]),
    .testTarget(name: "RulePacksTests", dependencies: ["RulePacks", "Sealing", "TestSupport"]),
    .testTarget(name: "WorkbenchTests", dependencies: ["RulePacks", "TestSupport", "Workbench"]),
    .testTarget(name: "RulesTests", dependencies: ["Reports", "RulePacks", "TestSupport"]),
    .testTarget(name: "SurveysTests", dependencies: ["Surveys", "TestSupport"]),
    .testTarget(
      name: "ReportsTests",
      dependencies: ["Reports", "Surveys", "TestSupport", .product(name: "Crypto", package: "swift-crypto")],
      exclude: ["Golden", "Team/Golden"]),
    .testTarget(
      name: "FormsTests",
      dependencies: ["Forms", "Interview", "Surveys", "TestSupport", .product(name: "Crypto", package: "swift-crypto")]),
    .testTarget(name: "SealingTests", dependencies: ["Sealing"]),
    .testTarget(name: "TalliesTests", dependencies: ["Ergonomics", "Tallies", "TestSupport"]),
    .testTarget(name: "LedgerTests", dependencies: ["Ledger", "TestSupport"]),
    .testTarget(
      name: "RegisterTests",
      dependencies: ["Ergonomics", "Register", "TestSupport", .product(name: "GRDB", package: "GRDB.swift")]),
    .testTarget(name: "InterviewTests", dependencies: ["Interview", "TestSupport"]),
    .testTarget(name: "CommandTests", dependencies: ["Ergonomics", "sitwell"]),
  ],
  swiftLanguageModes: [.v6]
)
