internal import ProvisoCore
internal import ProvisoText

/// Sentences of a card that say whose outputs the model, or the data set, learns from (`Distilled from
/// meta-llama/Meta-Llama-3-70B-Instruct.`), and, where the front matter names no base, what it was made from. What a README without
/// front matter says counts where weights lie beside it; see ``OriginSentence`` for what counts as such a sentence.
struct Origins: Detector {
  let id = "origins"
  let summary =
    "Sentences of a card about the models that it was made or distilled from, or whose outputs it was trained on."
  let needles: [String] = []

  func wants(_ path: FilePath) -> Bool {
    CardName.isCard(path)
  }

  func mayFind(in bytes: [UInt8], at path: FilePath, hints: UInt64) -> Bool {
    FrontMatter.locate(in: bytes) != nil || NameNeedles.shared.mayName(bytes.span, 0..<bytes.count)
  }

  private static let mostOrigins = 20

  func detect(_ input: DetectionInput) -> Detections {
    let isOfData = !DataSetCard().detect(input).declarations.isEmpty
    let cards = isOfData ? [] : ModelCard().detect(input).declarations
    // What the front matter states is all that the model was made from.
    let readsBases = !isOfData && cards.allSatisfy(\.bases.isEmpty)
    // Where it does not say how, a sentence about the same base does.
    let unsaid = isOfData ? [] : Set(cards.flatMap(\.bases).filter { $0.relation == nil }.map(\.model))
    var bases: [DeclaredBase] = []
    var dataSets: [ModelReference] = []
    var isInMergeList = false
    var minuend: DeclaredName?
    var changes = unsaid.isEmpty ? nil : quantizer(input)
    for sentence in MarkdownProse(input.source).sentences() where bases.count < Self.mostOrigins {
      let read = OriginSentence(input.source, sentence.range, isOfData: isOfData, readsBases: readsBases)
      let listed = readsBases && isInMergeList ? Self.listed(sentence, input).map { [$0] } ?? [] : []
      let ways =
        unsaid.isEmpty
        ? []
        : OriginSentence(input.source, sentence.range, isOfData: false, readsBases: true).origins.filter {
          unsaid.contains($0.model) && Self.adapts($0.relation)
        }
      if !unsaid.isEmpty, changes == nil, ChangeSentence.states(input.source, sentence.range, of: unsaid) {
        changes = input.location(sentence.range)
      }
      for origin in read.origins + listed + ways where !bases.contains(where: { $0.model == origin.model }) {
        bases.append(
          DeclaredBase(
            model: origin.model, relation: origin.relation, location: input.location(origin.range),
            confidence: origin.model.id.utf8.contains(UInt8(ascii: "/")) ? .medium : .low))
      }
      minuend =
        minuend
        ?? (read.minuend ?? read.unowned).map { DeclaredName(name: $0.name, location: input.location($0.range)) }
      dataSets += read.dataSets.map { self.dataSet($0.id, $0.range, input) }
      isInMergeList = Self.opensMergeList(sentence) || isInMergeList && Self.isListItem(sentence)
    }
    if readsBases, bases.isEmpty { bases = Self.recipe(in: input) }
    var detections = Detections(references: statesDataSets(input) ? [] : dataSets.prefix(Self.mostOrigins).map { $0 })
    let isPlain = FrontMatter.locate(in: input.source.bytes) == nil
    if isPlain { detections.references = [] }
    // A base that the card names elsewhere is what it is a difference to.
    let unread = bases.contains { $0.relation != .trainedOnOutputs } ? nil : minuend
    if let location = bases.first?.location ?? unread?.location ?? changes {
      var declaration = ModelDeclaration(
        model: input.path.directory, source: .readme, location: location, bases: bases, establishesModel: false,
        scope: input.path.scope)
      declaration.unreadBases = [unread].compactMap(\.self)
      declaration.changes = changes
      declaration.isOfFolder = isPlain
      detections.declarations.append(declaration)
    }
    return detections
  }

  /// How a model is made into another. That something else was made of it takes nothing away from what the front matter states.
  private static func adapts(_ relation: Relation?) -> Bool { [.finetune, .adapter, .merge].contains(relation) }

  private static let recipeWords = NeedleSet(["merge_method", "experts:"])
  /// What axolotl writes above the settings of the run.
  private static let runWords = NeedleSet(["axolotl config", "axolotl version"], ignoresCase: true)
  private static let mostBlocks = 8

  /// What the recipe in a block of the card merges, or trains.
  private static func recipe(in input: DetectionInput) -> [DeclaredBase] {
    let source = input.source
    // A card may show settings that somebody else could train it with.
    let showsRun = runWords.containsAny(in: source.bytes.span)
    guard showsRun || recipeWords.containsAny(in: source.bytes.span) else { return [] }
    var number = 1
    var blocks = 0
    while number <= source.lineCount, blocks < mostBlocks {
      let line = source.lineRange(number)
      number += 1
      guard let fence = Fence(line, source) else { continue }
      let end = fence.end(from: number, source)
      defer { number = end + 1 }
      guard ["yaml", "yml", ""].contains(fence.language), number < end else { continue }
      blocks += 1
      let range = source.lineRange(number).lowerBound..<source.lineRange(end - 1).upperBound
      var bases = MergeRecipe.models(in: range, of: input)
      if bases.isEmpty, showsRun, let base = TrainingRecipe.base(in: range, of: input) { bases = [base] }
      if !bases.isEmpty { return Array(bases.prefix(mostOrigins)) }
    }
    return []
  }

  private func dataSet(_ id: String, _ range: Range<Int>, _ input: DetectionInput) -> ModelReference {
    input.reference(
      .huggingFace(id), at: range, as: id, kind: .modelCard, role: .dataset, derivative: input.path.directory)
  }

  /// `quantized_by: acme` of the front matter.
  private func quantizer(_ input: DetectionInput) -> Location? {
    guard let root = try? FrontMatter.read(input.source)?.document.root, let name = root["quantized_by"],
      name.string?.isEmpty == false
    else { return nil }
    return input.location(of: name)
  }

  private func statesDataSets(_ input: DetectionInput) -> Bool {
    guard let root = try? FrontMatter.read(input.source)?.document.root else { return false }
    return root["datasets"] != nil
  }

  /// `The following models were included in the merge:`, as mergekit writes it above a list.
  private static func opensMergeList(_ sentence: MarkdownProse.Sentence) -> Bool {
    ASCII.lowercased(sentence.text).contains("models were included in the merge")
  }

  private static func isListItem(_ sentence: MarkdownProse.Sentence) -> Bool {
    ["* ", "- ", "+ "].contains { sentence.text.hasPrefix($0) }
  }

  /// The model that an item of a list begins with.
  private static func listed(
    _ sentence: MarkdownProse.Sentence, _ input: DetectionInput
  ) -> OriginSentence.Origin? {
    guard isListItem(sentence), case let words = CardWord.words(of: input.source, sentence.range),
      let word = words.first(where: { !["-", "+"].contains($0.text) }), word.text.contains("/"),
      let model = BaseName.model(in: word.text)
    else { return nil }
    return OriginSentence.Origin(model: model, relation: .merge, range: word.range)
  }
}
