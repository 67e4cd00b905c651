// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "AcmeNotes",
  platforms: [.macOS(.v15), .iOS(.v18)],
  dependencies: [
    .package(url: "https://github.com/huggingface/swift-transformers", from: "1.0.0"),
    .package(url: "https://github.com/ml-explore/mlx-swift-lm", from: "2.0.0"),
  ],
  targets: [
    .executableTarget(
      name: "AcmeNotes",
      dependencies: [
        .product(name: "MLXLLM", package: "mlx-swift-lm"),
        .product(name: "MLXEmbedders", package: "mlx-swift-lm"),
        .product(name: "Transformers", package: "swift-transformers"),
      ])
  ]
)
