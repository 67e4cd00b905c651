extension CodeLanguage {
  /// Clojure and its data, Emacs Lisp, Scheme, Racket, Common Lisp.
  static let lisp = Self(
    name: "lisp", extensions: ["bb", "clj", "cljc", "cljs", "edn", "el", "lisp", "rkt", "scm"], dialect: .lisp,
    calls: [],
    aliases: ["clj", "clojure", "edn", "elisp", "emacs-lisp", "lisp", "racket", "scheme"])
  /// Haskell, PureScript and Elm.
  static let haskell = Self(
    name: "haskell", extensions: ["elm", "hs", "purs"], dialect: .haskell, calls: [], aliases: ["haskell", "hs"])
  static let ocaml = Self(name: "ocaml", extensions: ["ml", "mli"], dialect: .ocaml, calls: [], aliases: ["ocaml"])
  static let erlang = Self(
    name: "erlang", extensions: ["erl", "hrl"], dialect: .erlang, calls: [], aliases: ["erl", "erlang"])
}
