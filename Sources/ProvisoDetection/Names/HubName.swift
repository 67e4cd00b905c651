package import ProvisoCore
internal import ProvisoText

/// Tells names of hub models from the other strings with a slash in them.
package enum HubName {
  /// The model that `text` names, where a loading call or a `base_model` key takes it for one: `owner/name`, a name
  /// without owner (`gpt2`), or an address on the hub. Nil for paths, templates and placeholders.
  package static func model(in text: String) -> ModelName? {
    if let address = HubAddress.parse(text) { return .huggingFace(address.id) }
    guard isID(text) || isBareName(text), !isPlaceholder(text) else { return nil }
    return .huggingFace(text)
  }

  /// `owner/name` in the hub's alphabet: letters, digits, `-`, `_`, `.`; each at most 96 characters; neither part begins or
  /// ends with `.` or `-` or has two of them in a row. A name has a letter (`ViT-L/14` has none) and ends in no file's
  /// extension, and the owner is no folder and no kind of content (`models/x`, `text/html`).
  package static func isID(_ text: String, mayEndLikeFile: Bool = false) -> Bool {
    isID(text.utf8.span, 0..<text.utf8.count, mayEndLikeFile: mayEndLikeFile)
  }

  static func isID(_ text: Span<UInt8>, _ range: Range<Int>, mayEndLikeFile: Bool = false) -> Bool {
    guard let slash = range.first(where: { text[$0] == UInt8(ascii: "/") }) else { return false }
    let (owner, name) = (range.lowerBound..<slash, slash + 1..<range.upperBound)
    return isPart(text, owner) && isPart(text, name) && name.contains { ASCII.isLetter(text[$0]) }
      && (mayEndLikeFile || !FileEnding.isOne(of: fileExtensions, text, name)) && !notOwners.contains(text, owner)
  }

  /// Whether a size or a format stands in the name, as in no repository of code.
  static func hasModelMarks(_ text: String) -> Bool {
    let words = ModelWords(text)
    return words.hasBillions || words.hasFormat
  }

  /// `owner/name` whose name says nothing of a model: no family, no size, no format.
  static func isPlain(_ text: String) -> Bool {
    guard isID(text), let slash = text.utf8.firstIndex(of: UInt8(ascii: "/")) else { return false }
    let words = ModelWords(String(text[text.utf8.index(after: slash)...]))
    return !words.hasFamily && !words.hasSize && !words.hasFormat
  }

  /// `owner/name` of a publisher that is known, or with an owner, a family and a size: nothing else is called so.
  static func isKnownModel(_ text: String) -> Bool {
    guard isID(text), let slash = text.utf8.firstIndex(of: UInt8(ascii: "/")) else { return false }
    let words = ModelWords(String(text[text.utf8.index(after: slash)...]))
    guard words.isModel, !words.isNoModel else { return false }
    let owner = String(text[..<slash])
    if Publishers.contains(owner) || Publishers.isMaker(owner) { return true }
    return words.hasFamily && words.hasSize && !isNoOwner(owner)
  }

  /// A name from before the hub had owners, such as `bert-base-uncased`: there is a digit or a `-` in it.
  package static func isBareName(_ text: String) -> Bool {
    isPart(text) && !hasFileExtension(text)
      && text.utf8.contains { ASCII.isDigit($0) || $0 == UInt8(ascii: "-") }
  }

  static func isPart(_ text: String) -> Bool { isPart(text.utf8.span, 0..<text.utf8.count) }

  /// Whether `name` is a folder or a kind of content rather than an owner: `models`, `text`, `saves`.
  static func isNoOwner(_ name: String) -> Bool {
    notOwners.contains(name)
      || folderWords.containsAny(in: name.utf8.span) && !name.lowercased().hasSuffix("modelscope")
  }

  /// Whether `name` is one of the folders that paths begin with.
  static func isFolder(_ name: String) -> Bool { notOwners.contains(name) }

  /// Whether `name` counts parts of a text or a course: `chapter4`, `lesson2`.
  static func isNumbered(_ name: String) -> Bool {
    guard name.utf8.last.map(ASCII.isDigit) == true else { return false }
    return numbered.contains(name.prefix { !$0.isNumber && $0 != "-" && $0 != "_" })
  }

  /// Words of small letters and digits, three or more, joined by `_` alone.
  static func isSnakeCase(_ name: String) -> Bool {
    name.utf8.count { $0 == UInt8(ascii: "_") } > 1
      && name.utf8.allSatisfy { ASCII.isWord($0) && !ASCII.isUpper($0) }
  }

  private static let numbered = WordTable(
    "appendix ch chap chapter day example exercise lab lecture lesson module part section step task tutorial unit week")

  /// Words in names of folders.
  private static let folderWords = NeedleSet(
    ["models", "checkpoint", "output", "results", "weights", "answers", "examples"], ignoresCase: true)

  private static func isPart(_ text: Span<UInt8>, _ part: Range<Int>) -> Bool {
    guard let first = part.first, let last = part.last, part.count <= 96 else { return false }
    guard ASCII.isWord(text[first]), ASCII.isWord(text[last]) else { return false }
    var previous: UInt8 = 0
    for offset in part {
      let byte = text[offset]
      let isMark = byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
      guard ASCII.isWord(byte) || (isMark && byte != previous) else { return false }
      previous = byte
    }
    return true
  }

  private static let fileExtensions = WordTable(
    """
    adoc apk astro avi bat bib bin cc cfg cjs ckpt cmake cpp css csproj csv cu cuh dart deb dll dmg doc docx dylib env epub ex exe exs gd git flac gguf gif gz h h5 hh hpp html hxx ico ini ipynb jar java jinja jl jpeg jpg js json jsonl log lua kt lock md mdx mjs mk mlmodel mlpackage mnn model mov mp3
    mp4 npy npz ogg onnx orig parquet pbtxt php patch pdf pkl plist png pptx properties proto ps1 pt pte pth py qmd rb rd rmd rst safetensors sbs scala scss sh so sql svelte svg swift tar template tex tflite tgz toml ts tsv tsx ttf txt uqff vim vue war wav webm webp whl woff woff2 xls xlsx xml
    yaml yml zip
    """)

  /// Folders that paths begin with, and the first half of MIME types.
  private static let notOwners = WordTable(
    """
    api application assets audio bin bugfix build cache checkpoint checkpoints ckpt ckpts config configmap configs cronjob daemonset data
    datasets deploy dist deployment deployment.apps deployments examples feat feature features font hotfix image images include inferenceservice inferenceset ingress
    isvc job jobs kernels-community lib logs node_modules model models multipart origin output outputs pod pods pvc refs release releases replicaset repositories results samples saves scripts server service
    services api-reference blob concepts docs getting-started guide guides how-to how-tos integrations pass_through providers
    reference tree tutorial tutorials src target vendor statefulset statefulset.apps static sts svc tests text tmp video weights
    """)

  static func hasFileExtension(_ text: String) -> Bool {
    FileEnding.isOne(of: fileExtensions, text)
  }

  /// Owners and names that stand for "put yours here".
  package static func isPlaceholder(_ text: String) -> Bool { Placeholders.contains(text) }
}
