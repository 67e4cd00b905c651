extension CodeLanguage {
  static let javaScript = Self(
    name: "javascript",
    extensions: [
      "astro", "cjs", "cshtml", "cts", "ejs", "gohtml", "handlebars", "hbs", "htm", "html", "js", "jsp", "jsx",
      "liquid", "mjs",
      "mts", "njk", "svelte", "ts", "tsx", "twig", "vue",
    ],
    dialect: .javaScript,
    calls: [
      // transformers.js, huggingface.js, ollama-js, web-llm
      LoadingCall("from_pretrained", revision: "revision"),
      LoadingCall("pipeline", at: 1...1, revision: "revision"),
      LoadingCall("CreateMLCEngine"), LoadingCall("replicate.run"),
      LoadingCall("ollama", of: .ollama),
      LoadingCall("createOllama", of: .ollama),
      LoadingCall("ChatOllama", labels: ["model"], first: false, of: .ollama),
    ],
    finders: [ImplicitModels.transformersJS],
    aliases: [
      "cjs", "javascript", "js", "jsx", "mjs", "node", "ts", "tsx", "typescript", "html", "vue", "astro",
      "javascriptreact", "mts", "svelte", "typescriptreact",
    ])
}
