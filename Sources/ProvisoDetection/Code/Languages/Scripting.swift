extension CodeLanguage {
  static let ruby = Self(
    name: "ruby", extensions: ["cr", "gemspec", "rake", "rb"],
    fileNames: ["brewfile", "gemfile"], dialect: .ruby,
    calls: [
      // informers (transformers for Ruby), ruby_llm
      LoadingCall("from_pretrained"), LoadingCall("Informers.pipeline", at: 1...1),
    ],
    aliases: ["rb", "ruby", "cr", "crystal"])
  static let elixir = Self(
    name: "elixir", extensions: ["ex", "exs", "heex"], dialect: .elixir,
    // Bumblebee: `Bumblebee.load_model({:hf, "owner/name"})`
    calls: [
      LoadingCall("load_model"), LoadingCall("load_tokenizer"), LoadingCall("load_featurizer"),
      LoadingCall("load_generation_config"),
    ],
    aliases: ["elixir", "ex", "exs", "heex", "iex"])
  static let lua = Self(name: "lua", extensions: ["lua"], dialect: .lua, calls: [], aliases: ["lua", "luau"])
  static let php = Self(
    name: "php", extensions: ["php", "phtml"], dialect: .php,
    calls: [LoadingCall("pipeline", labels: ["modelName"], at: 1...1), LoadingCall("fromPretrained")],
    aliases: ["php"])
  static let r = Self(
    name: "r", extensions: ["r", "rd"], dialect: .r,
    calls: [
      LoadingCall("from_pretrained"), LoadingCall("hf_load_model"), LoadingCall("textEmbed", labels: ["model"]),
      // audio.whisper
      LoadingCall("whisper", of: .whisper),
    ],
    aliases: ["r", "rscript"])
  static let julia = Self(
    name: "julia", extensions: ["jl"], dialect: .julia,
    calls: [LoadingCall("load_model"), LoadingCall("from_pretrained")], aliases: ["jl", "julia"])
  static let perl = Self(name: "perl", extensions: ["pl", "pm"], dialect: .perl, calls: [], aliases: ["perl", "pl"])
  static let nim = Self(name: "nim", extensions: ["nim", "nims"], dialect: .nim, calls: [], aliases: ["nim"])
  static let visualBasic = Self(
    name: "visualbasic", extensions: ["bas", "vb", "vbs"], dialect: .visualBasic, calls: [], aliases: ["vb", "vbnet"])
}
