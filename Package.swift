// swift-tools-version: 6.2

import PackageDescription

// One set of settings for every target. Warnings are errors only where we build ourselves (CI and `make`): a package
// that uses the plugin may have a newer compiler with newer warnings.
let settings: [SwiftSetting] =
  [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .strictMemorySafety(),
  ] + (Context.environment["PROVISO_WARNINGS_AS_ERRORS"] == nil ? [] : [.treatAllWarnings(as: .error)])

@MainActor
func library(_ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []) -> Target {
  .target(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: settings)
}

@MainActor
func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(
    name: name, dependencies: dependencies + ["ProvisoTestSupport"], exclude: exclude, swiftSettings: settings)
}

let package = Package(
  name: "proviso",
  products: [
    .executable(name: "proviso", targets: ["proviso"]),
    .plugin(name: "ProvisoPlugin", targets: ["ProvisoPlugin"]),
  ],
  traits: [
    .trait(
      name: "Online",
      description: "`--online`: asks the model hub, with async-http-client. Without it nothing can reach the network.")
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    // For the trait Online only: without it they are not even fetched.
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
  ],
  targets: [
    // Data flows down this list: each stage is a function from values to values.
    .systemLibrary(
      name: "CProvisoYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .target(name: "CProvisoData"),
    library("ProvisoCore"),
    library("ProvisoText", ["CProvisoYAML"]),
    library("ProvisoFiles"),
    library(
      "ProvisoKnowledge", ["CProvisoData", "ProvisoText", "ProvisoCore"],
      exclude: ["Licenses", "Models", "Recognition/README.md"]),
    library("ProvisoDetection", ["ProvisoText", "ProvisoCore"], exclude: ["DETECTORS.md"]),
    library("ProvisoResolution", ["ProvisoKnowledge", "ProvisoCore"]),
    library("ProvisoPolicy", ["ProvisoText", "ProvisoCore"]),
    library("ProvisoReports", ["ProvisoCore"], exclude: ["Schemas"]),
    library("ProvisoHub", ["ProvisoFiles", "ProvisoText", "ProvisoCore"]),
    // Empty without the trait.
    library(
      "ProvisoNetwork",
      [
        "ProvisoHub",
        .product(name: "AsyncHTTPClient", package: "async-http-client", condition: .when(traits: ["Online"])),
        .product(name: "NIOCore", package: "swift-nio", condition: .when(traits: ["Online"])),
        .product(name: "NIOHTTP1", package: "swift-nio", condition: .when(traits: ["Online"])),
        .product(name: "NIOPosix", package: "swift-nio", condition: .when(traits: ["Online"])),
      ]),
    library(
      "ProvisoKit",
      [
        "ProvisoFiles", "ProvisoDetection", "ProvisoResolution", "ProvisoPolicy", "ProvisoReports",
        "ProvisoHub", "ProvisoKnowledge", "ProvisoText", "ProvisoCore",
      ]),
    .executableTarget(
      name: "proviso",
      dependencies: [
        "ProvisoKit", "ProvisoNetwork", "ProvisoHub", "ProvisoReports", "ProvisoPolicy", "ProvisoKnowledge",
        "ProvisoFiles", "ProvisoText",
        "ProvisoCore",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "proviso-knowledge", dependencies: ["ProvisoKnowledge", "ProvisoFiles", "ProvisoText", "ProvisoCore"],
      swiftSettings: settings),
    .plugin(
      name: "ProvisoPlugin",
      capability: .command(
        intent: .custom(
          verb: "proviso", description: "Find the AI models this package uses and the conditions of their licenses."))
    ),

    .target(name: "ProvisoTestSupport", path: "Tests/ProvisoTestSupport", swiftSettings: settings),
    tests("ProvisoCoreTests", ["ProvisoCore"]),
    tests("ProvisoTextTests", ["ProvisoText"]),
    tests("ProvisoFilesTests", ["ProvisoFiles"]),
    tests("ProvisoKnowledgeTests", ["ProvisoKnowledge", "ProvisoText", "ProvisoCore"]),
    tests("ProvisoDetectionTests", ["ProvisoDetection", "ProvisoText", "ProvisoCore"]),
    tests("ProvisoResolutionTests", ["ProvisoResolution", "ProvisoKnowledge", "ProvisoCore"]),
    tests("ProvisoPolicyTests", ["ProvisoPolicy", "ProvisoText", "ProvisoCore"]),
    tests("ProvisoReportsTests", ["ProvisoReports", "ProvisoCore"]),
    tests("ProvisoHubTests", ["ProvisoHub", "ProvisoText", "ProvisoCore"]),
    tests("ProvisoNetworkTests", ["ProvisoNetwork", "ProvisoHub", "ProvisoCore"]),
    tests(
      "ProvisoKitTests",
      [
        "ProvisoKit", "ProvisoHub", "ProvisoResolution", "ProvisoPolicy", "ProvisoKnowledge", "ProvisoText",
        "ProvisoCore",
      ]),
    // The C file is built by the tests that use it.
    tests(
      "ProvisoSampleTests", ["proviso", "ProvisoKit", "ProvisoPolicy", "ProvisoCore"], exclude: ["Faults/faults.c"]),
    tests(
      "ProvisoContractTests", ["ProvisoKit", "ProvisoPolicy", "ProvisoDetection", "ProvisoKnowledge", "ProvisoCore"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .gnu2x
)

// Built by `make fuzz` and `make bench` alone, each in a folder of its own: libFuzzer brings its own `main`.
let everything: [Target.Dependency] = [
  "ProvisoKit", "ProvisoHub", "ProvisoReports", "ProvisoPolicy", "ProvisoResolution", "ProvisoDetection",
  "ProvisoKnowledge", "ProvisoFiles", "ProvisoText", "ProvisoCore",
]
if Context.environment["PROVISO_FUZZ_BUILD"] != nil {
  package.targets.append(
    .executableTarget(
      name: "proviso-fuzz", dependencies: everything, path: "Fuzz/Sources",
      swiftSettings: settings + [.unsafeFlags(["-parse-as-library"])]))
}
if Context.environment["PROVISO_BENCH_BUILD"] != nil {
  package.targets.append(
    .executableTarget(
      name: "proviso-bench", dependencies: everything, path: "Bench/Sources", swiftSettings: settings))
}
