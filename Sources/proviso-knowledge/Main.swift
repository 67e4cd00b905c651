internal import ProvisoFiles
internal import ProvisoKnowledge

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Writes the packed knowledge of the package in the current directory, or with `--check` says whether it is up to date.
///
/// With `--texts <folder>` also the index that license texts are recognized by, from a folder of `<id>.txt` and
/// `<id>.use-policy.txt`: the texts are other people's and no part of the package, and those that are not there stay in the index. With `--catalog <folder>` also the table of
/// hub models, from the lists in the folder; `--omit <file>` leaves out the models whose ids begin a line there, to measure what is
/// answered without them (`.ci/measure-catalog`).
/// With `--data-sets <file>` the table of data sets, from the `dataset_licenses.tsv` of the Data Provenance Initiative's audits.
@main
struct Main {
  static let folder = "Sources/CProvisoData/packed"

  static func main() async {
    let arguments = Array(CommandLine.arguments.dropFirst())
    let isCheck = arguments.contains("--check")
    do {
      try checkUsage(arguments)
      let packer = KnowledgePacker(
        licenses: try await sources(in: "Sources/ProvisoKnowledge/Licenses", ending: ".yaml"),
        packs: try await sources(in: "Policies", ending: ".yaml"),
        models: try await sources(in: "Sources/ProvisoKnowledge/Models", ending: ".tsv"))
      var tables = try packer.pack()
      if let option = arguments.firstIndex(of: "--texts"), option + 1 < arguments.count {
        let texts = try await sources(in: arguments[option + 1], ending: ".txt")
        let file = "license-index.bin"
        let current = (try? FileReader.readAbsolute(path: "\(folder)/\(file)", limit: 1 << 28)) ?? []
        tables.append(PackedTable(fileName: file, bytes: try packer.index(of: texts, keeping: current)))
      }
      if let option = arguments.firstIndex(of: "--catalog"), option + 1 < arguments.count {
        tables.append(
          PackedTable(
            fileName: "hub-models.bin",
            bytes: try hubModels(in: arguments[option + 1], omitting: try omittedModels(arguments))))
      }
      if let option = arguments.firstIndex(of: "--data-sets"), option + 1 < arguments.count {
        let audited = try FileReader.readAbsolute(path: arguments[option + 1], limit: 1 << 28)
        tables.append(PackedTable(fileName: "data-sets.tsv", bytes: DataSets.pack(audited)))
      }
      for table in tables {
        let path = "\(folder)/\(table.fileName)"
        let current = try? FileReader.readAbsolute(path: path, limit: 1 << 28)
        if current == table.bytes { continue }
        if isCheck { throw PackingError(description: "\(path) is out of date: run 'swift run proviso-knowledge'.") }
        try FileWriter.writeAtomically(table.bytes, to: path)
        print("wrote \(path), \(table.bytes.count) bytes")
      }
    } catch {
      print("proviso-knowledge: \(error)")
      exit(1)
    }
  }

  /// Anything unknown would otherwise repack where only help was asked for.
  static func checkUsage(_ arguments: [String]) throws(PackingError) {
    let isUsage = arguments.indices.allSatisfy { index in
      let options = ["--texts", "--catalog", "--omit", "--data-sets"]
      return arguments[index] == "--check" || options.contains(arguments[index])
        || (index > 0 && options.contains(arguments[index - 1]))
    }
    guard isUsage else {
      throw PackingError(
        description:
          "usage: proviso-knowledge [--check] [--texts <folder>] [--catalog <folder> [--omit <file of ids>]] [--data-sets <file>]"
      )
    }
  }

  static func hubModels(in folder: String, omitting omitted: Set<String>) throws -> [UInt8] {
    var builder = CatalogBuilder(omitting: omitted, renamed: ModelCatalog.renamed)
    for list in CatalogList.ofHub + CatalogList.ofRegistries {
      builder.add(try FileReader.readAbsolute(path: "\(folder)/\(list.name).tsv", limit: 1 << 28), of: list)
    }
    return ModelTableWriter.write(builder.rows)
  }

  static func omittedModels(_ arguments: [String]) throws -> Set<String> {
    guard let option = arguments.firstIndex(of: "--omit"), option + 1 < arguments.count else { return [] }
    let bytes = try FileReader.readAbsolute(path: arguments[option + 1], limit: 1 << 28)
    let lines = String(decoding: bytes, as: UTF8.self).lowercased().split(whereSeparator: \.isNewline)
    return Set(lines.map { String($0.prefix { $0 != "\t" }) })
  }

  /// The files right in `folder` whose names end in `ending`.
  static func sources(in folder: String, ending: String) async throws -> [KnowledgeSource] {
    var options = WalkOptions()
    options.respectIgnoreFiles = false
    let walk = try await Walker.walk(root: folder, options: options)
    return try walk.files.filter { $0.path.hasSuffix(ending) && !$0.path.contains("/") }.map { file in
      KnowledgeSource(
        name: String(file.path.dropLast(ending.count)), path: "\(folder)/\(file.path)",
        bytes: try FileReader.read(file, limit: 1 << 28))
    }
  }
}
