/// A call by which a library loads a model, and where in it the model and its revision stand.
struct LoadingCall: Sendable {
  /// The function, method or type: the word before the bracket.
  var callee: String
  /// The word before the callee and a full stop, where the callee alone says too little: `hub` of `torch.hub.load`.
  var qualifier: String?
  /// Labels under which the model stands. Empty: the first argument without a label.
  var labels: [String]
  /// The unlabelled arguments that name the model: the first, unless another is said.
  var positions: ClosedRange<Int>?
  /// The label of the revision; nil where the call has none.
  var revisionLabel: String?
  /// Whose short names the call takes.
  var library: ModelLibrary?

  init(
    _ callee: String, labels: [String] = [], first: Bool = true, at positions: ClosedRange<Int>? = nil,
    revision: String? = nil, of library: ModelLibrary? = nil
  ) {
    let parts = callee.split(separator: ".")
    self.callee = parts.last.map(String.init) ?? callee
    qualifier = parts.count > 1 ? parts.first.map(String.init) : nil
    self.labels = labels
    self.positions = positions ?? (first ? 0...0 : nil)
    revisionLabel = revision
    self.library = library
  }

  var context: NameContext { library.map { .library($0) } ?? .loadingCall }
}

/// Calls in which a name and what is taken where it says nothing stand side by side: `os.getenv("MODEL", "owner/name")`,
/// `add_argument("--model", default="owner/name")`. The first argument says what the others are.
enum KeyedCalls {
  static let callees = WordTable(
    """
    DEFINE_string GetEnv GetEnvironmentVariable GetValue Getenv String StringP StringVar StringVarP add_argument config
    env fetch flag get getEnv getOrDefault getProperty getString get_env getenv lookupEnv option optional setdefault
    getOption Option env_or env_str getEnvOrDefault GetEnvOrDefault envOr
    """, ignoresCase: false)

  /// Calls and macros around a field, in which a label says the name of the setting and another its default.
  static let annotations = WordTable(
    "ConfigProperty ConfigItem WithDefault arg clap structopt argh Parameter Property", ignoresCase: false)

  /// Calls that stand for the value of what they are assigned to.
  static let declarations = WordTable(
    "Field field mapped_column Argument Query Param Var StringVar ClassVar Input", ignoresCase: false)
}
