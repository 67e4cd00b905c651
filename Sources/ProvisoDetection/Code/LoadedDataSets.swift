internal import ProvisoCore
internal import ProvisoText

/// Data sets that Python loads from the hub: `load_dataset("owner/name", split="train")`, `LeRobotDataset("owner/name")`, also by a
/// constant of the file. The names
/// of builders (`json`, `imagefolder`) and paths are none; a name without an owner counts where the table of data sets has it.
struct LoadedDataSets: LibraryFinder {
  func find(in part: CodePart) -> [ModelReference] {
    let (code, bytes, source) = (part.code, part.bytes, part.input.source)
    let calls = Set(
      code.scopes.indices.filter { index in
        code.scopes[index].callee.map { callee in Self.callees.contains { bytes[callee].elementsEqual($0.utf8) } }
          == true
      })
    guard !calls.isEmpty else { return [] }
    let places = Self.places(in: code, source)
    let constants = Set(
      code.arguments.filter { !$0.isKey && calls.contains($0.scope) && Self.isName($0.argument, $0.label, bytes) }
        .map { source.string(in: $0.name) })
    return code.literals.compactMap { literal in
      guard !literal.isComputed, !literal.isPart, !literal.isInComment, !literal.isKey, literal.range.count <= 100
      else {
        return nil
      }
      let isArgument = literal.scope.map(calls.contains) == true && Self.isName(literal.argument, literal.label, bytes)
      let isConstant =
        !constants.isEmpty && literal.label.map { constants.contains(source.string(in: $0)) } == true
      guard isArgument || isConstant || places?.load(of: literal) != nil else { return nil }
      let name = source.string(in: literal.range)
      guard HubName.isID(name) || isArgument && HubName.isPart(name) && !HubName.hasFileExtension(name),
        !Self.builders.contains(name), !NameJudge.isPlaceholder(name)
      else { return nil }
      return part.input.reference(
        .huggingFace(name), at: literal.range, as: name, kind: part.kind, role: .dataset,
        confidence: HubName.isID(name) ? .high : .low)
    }
  }

  /// Where the names stand that the calls take from a loop, a choice or a function's caller.
  static func places(in code: CodeLiterals, _ source: SourceText) -> ValuePlaces? {
    let arguments = code.arguments.lazy.filter { argument in
      !argument.isKey && isName(argument.argument, argument.label, source.bytes)
        && code.scopes[argument.scope].callee.map { callee in
          callees.contains { source.bytes[callee].elementsEqual($0.utf8) }
        } == true
    }.prefix(mostLoads)
    return arguments.isEmpty ? nil : ValuePlaces(code, source, arguments: Array(arguments))
  }

  private static let mostLoads = 100

  private static func isName(_ argument: Int, _ label: Range<Int>?, _ bytes: [UInt8]) -> Bool {
    label.map { bytes[$0].elementsEqual("path".utf8) || bytes[$0].elementsEqual("repo_id".utf8) } ?? (argument == 0)
  }

  static let callees = [
    "load_dataset", "load_dataset_builder", "LeRobotDataset", "LeRobotDatasetMetadata", "StreamingLeRobotDataset",
  ]
  var calls: [LoadingCall] { Self.callees.map { LoadingCall($0) } }
  private static let builders: Set<String> = [
    "json", "csv", "parquet", "text", "arrow", "pandas", "sql", "xml", "imagefolder", "audiofolder", "videofolder",
    "webdataset", "generator", "hdf5", "lance", "pdffolder", "niftifolder",
  ]
}
