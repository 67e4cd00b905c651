/// Languages of queries, configurations and editors, whose strings name models as those of programs do.
extension CodeLanguage {
  static let sql = Self(
    name: "sql", extensions: ["pgsql", "psql", "sql"], dialect: .sql,
    calls: [
      // PostgresML, pgai
      LoadingCall("pgml.embed", labels: ["transformer"]),
      LoadingCall("embedding_ollama", of: .ollama), LoadingCall("ollama_embed", of: .ollama),
      LoadingCall("ollama_generate", of: .ollama), LoadingCall("ollama_chat_complete", of: .ollama),
      // Databricks, Snowflake
      LoadingCall("ai_query"), LoadingCall("AI_QUERY"), LoadingCall("ai_complete"), LoadingCall("AI_COMPLETE"),
      LoadingCall("cortex.complete"), LoadingCall("CORTEX.COMPLETE"), LoadingCall("EMBED_TEXT_768"),
      LoadingCall("EMBED_TEXT_1024"),
    ],
    aliases: ["pgsql", "plpgsql", "postgresql", "psql", "sql"])
  static let jsonnet = Self(
    name: "jsonnet", extensions: ["jsonnet", "libsonnet"], dialect: .jsonnet, calls: [], aliases: ["jsonnet"])
  static let cue = Self(name: "cue", extensions: ["cue"], dialect: .cue, calls: [], aliases: ["cue"])
  static let dhall = Self(name: "dhall", extensions: ["dhall"], dialect: .dhall, calls: [], aliases: ["dhall"])
  static let vim = Self(
    name: "vim", extensions: ["vim"], fileNames: [".vimrc", "vimrc"], dialect: .vim, calls: [],
    aliases: ["vim", "viml"])
}
