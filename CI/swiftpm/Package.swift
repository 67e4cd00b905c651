// swift-tools-version: 6.2

// The plugin with the released binary: nothing has to be built. A release has this folder with the bundle in it
// (proviso-swiftpm-<version>.tar.gz); unpack it beside a package and depend on it by path.

import PackageDescription

let package = Package(
  name: "proviso-swiftpm",
  products: [
    .plugin(name: "ProvisoPlugin", targets: ["ProvisoPlugin"])
  ],
  targets: [
    .binaryTarget(name: "proviso", path: "proviso.artifactbundle.zip"),
    .plugin(
      name: "ProvisoPlugin",
      capability: .command(
        intent: .custom(
          verb: "proviso", description: "Find the AI models this package uses and the conditions of their licenses.")),
      dependencies: ["proviso"]),
  ]
)
