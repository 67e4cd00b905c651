/// What the page brings along: its style sheet and its script, and the policy that lets a browser use nothing else.
enum HTMLAssets {
  /// The hashes are those of ``style`` and ``script``, held to them by a test.
  static let policy = """
    default-src 'none'; style-src 'sha256-DLaquy/KBK9gAqIOYXMOq1uNyJ2/BoewypYBOpvIVtg='; script-src 'sha256-6qyEVxC6QQCo+vsi+417um8g0A8BPac2f4I3BN6Uxhs='; base-uri 'none'; form-action 'none'
    """

  static let style = """
    :root { color-scheme: light dark; --paper: #fff; --ink: #1b1f24; --quiet: #57606a; --line: #d0d7de; --shade: #f6f8fa;
      --error: #b42318; --warning: #8a5a00; --note: #0b5cad; --good: #1a7f37; --link: #0b5cad; }
    @media (prefers-color-scheme: dark) { :root { --paper: #0f1419; --ink: #e6e9ec; --quiet: #9aa4af; --line: #343c46;
      --shade: #181e25; --error: #ff8a80; --warning: #f0b429; --note: #79b8ff; --good: #63d384; --link: #79b8ff; } }
    * { box-sizing: border-box; }
    body { margin: 0 auto; max-width: 62rem; padding: 1.5rem 1rem 3rem; background: var(--paper); color: var(--ink);
      font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; }
    h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .5rem; overflow-wrap: anywhere; }
    h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; }
    h3 { font-size: 1.1rem; margin: 0 0 .25rem; overflow-wrap: anywhere; } h3 code { font-weight: 700; }
    h4 { font-size: .85rem; margin: 1rem 0 .35rem; color: var(--quiet); font-weight: 600; }
    h5 { font-size: .9rem; margin: .6rem 0 0; }
    p { margin: .35rem 0; }
    a { color: var(--link); }
    code { font: .9em ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; }
    :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
    .skip { position: absolute; left: -99rem; } .skip:focus { left: 1rem; background: var(--paper); padding: .5rem; }
    header { border-bottom: 2px solid var(--ink); padding-bottom: 1rem; }
    .facts { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; margin: .75rem 0 0; font-size: .875rem; }
    .facts div { display: flex; gap: .4rem; min-width: 0; } .facts dt { color: var(--quiet); }
    .facts dd { margin: 0; overflow-wrap: anywhere; }
    .badge, .chip { display: inline-block; border: 1px solid currentColor; border-radius: .3rem; padding: 0 .4rem;
      font-size: .8rem; font-weight: 600; white-space: nowrap; margin-right: .25rem; }
    .badge.error { color: var(--error); } .badge.warning { color: var(--warning); } .badge.note { color: var(--note); }
    .badge.good { color: var(--good); }
    .tone-free { color: var(--good); } .tone-copyleft { color: var(--note); } .tone-restricted { color: var(--error); }
    .tone-unknown { color: var(--warning); }
    .registry, .quiet { color: var(--quiet); } .registry { font-size: .8rem; font-weight: 400; }
    .quiet { font-size: .875rem; }
    .notice { border-left: 4px solid var(--line); padding: .1rem 1rem .6rem; margin-top: 1.5rem; background: var(--shade); }
    .notice h2 { margin-top: .75rem; } .notice ul { margin: .25rem 0; padding-left: 1.25rem; } .notice.incomplete { border-color: var(--error); }
    .scroll { overflow-x: auto; }
    table { border-collapse: collapse; width: 100%; font-size: .9rem; }
    th, td { text-align: left; vertical-align: top; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid var(--line); }
    th { color: var(--quiet); font-weight: 600; white-space: nowrap; } td a { overflow-wrap: anywhere; }
    #filters { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center;
      background: var(--paper); border-block: 1px solid var(--line); padding: .6rem 0; margin: 1.5rem 0 .5rem; font-size: .9rem; }
    #filters[hidden], article[hidden], #none[hidden] { display: none; }
    input, select, button { font: inherit; color: inherit; background: var(--shade); border: 1px solid var(--line);
      border-radius: .3rem; padding: .25rem .5rem; max-width: 100%; }
    #count { display: block; color: var(--quiet); font-size: .875rem; margin-bottom: 1rem; }
    #models > article:first-child { border-top: 0; padding-top: .25rem; }
    article { border-top: 1px solid var(--line); padding: 1.1rem 0; scroll-margin-top: 5rem; content-visibility: auto;
      contain-intrinsic-size: auto 320px; }
    .findings { list-style: none; padding: 0; margin: 0; }
    .findings li { border-left: 3px solid var(--line); padding: .1rem 0 .1rem .75rem; margin: .5rem 0; overflow-wrap: anywhere; }
    .findings li.error { border-color: var(--error); } .findings li.warning { border-color: var(--warning); }
    .findings li.note { border-color: var(--note); }
    .place { font-size: .875rem; color: var(--quiet); }
    details { margin: .35rem 0; } summary { cursor: pointer; color: var(--link); font-size: .9rem; }
    details ul { margin: .25rem 0 .5rem; padding-left: 1.25rem; font-size: .9rem; } details li { overflow-wrap: anywhere; }
    .tree { display: block; font-size: 13px; height: auto; }
    .tree rect { fill: var(--shade); stroke: currentColor; stroke-width: 1.5; } .tree .self rect { stroke-width: 3; }
    .tree .name { fill: var(--ink); font-weight: 600; } .tree .under { fill: currentColor; }
    .tree .step path { stroke: var(--quiet); stroke-width: 1.5; } .tree .step .head { fill: var(--quiet); stroke: none; }
    .tree .restricted path { stroke: var(--error); stroke-dasharray: 6 4; } .tree .restricted .head { fill: var(--error); }
    .tree .label { fill: var(--quiet); font-size: 12px; } .tree .restricted .label { fill: var(--error); font-weight: 600; }
    footer { border-top: 2px solid var(--ink); margin-top: 2rem; font-size: .85rem; color: var(--quiet); }
    @media screen and (max-width: 40rem) { body { font-size: 15px; padding: 1rem .75rem 2rem; } #filters { position: static; }
      #filters label { flex: 1 1 100%; display: flex; justify-content: space-between; gap: .5rem; } thead { display: none; } tr { display: block; border-bottom: 1px solid var(--line); padding: .35rem 0; }
      td { display: flex; gap: .5rem; border: 0; padding: .1rem 0; } td:first-child { flex-wrap: wrap; }
      td[data-label]::before { content: attr(data-label); flex: 0 0 5rem; color: var(--quiet); } }
    @media print {
      :root { color-scheme: light; --paper: #fff; --ink: #000; --quiet: #444; --line: #bbb; --shade: #fff; --error: #8f1a12;
        --warning: #6b4600; --note: #0b4a8a; --good: #14602a; --link: #000; }
      @page { margin: 18mm 16mm; }
      body { max-width: none; padding: 0; font-size: 10pt; } #filters, .skip, #none { display: none; }
      article { content-visibility: visible; }
      h2, h3, h4, summary { break-after: avoid; } .findings li, tr, .tree, .facts { break-inside: avoid; }
      .again > summary::after { content: ", as above"; }
      details:not(.again)::details-content { content-visibility: visible; block-size: auto; } .scroll { overflow: visible; }
      a { text-decoration: none; } .tree { max-width: 100%; }
    }
    """

  static let script = """
    (function () {
      "use strict";
      var form = document.getElementById("filters"), search = document.getElementById("search");
      var level = document.getElementById("level"), category = document.getElementById("category");
      var role = document.getElementById("role"), count = document.getElementById("count");
      var none = document.getElementById("none");
      var articles = Array.prototype.slice.call(document.querySelectorAll("#models > article"));
      var texts = [];
      function matches(article, index) {
        var levels = article.dataset.levels ? article.dataset.levels.split(" ") : [];
        if (level.value === "any" && levels.length === 0) return false;
        if (level.value === "none" && levels.length > 0) return false;
        if (level.value && level.value !== "any" && level.value !== "none" && levels.indexOf(level.value) < 0) return false;
        if (category.value && article.dataset.category !== category.value) return false;
        if (role.value && article.dataset.role !== role.value) return false;
        if (!search.value) return true;
        if (texts[index] === undefined) texts[index] = article.textContent.toLowerCase();
        return search.value.toLowerCase().split(/\\s+/).every(function (word) { return texts[index].indexOf(word) >= 0; });
      }
      function apply() {
        var shown = 0;
        articles.forEach(function (article, index) {
          article.hidden = !matches(article, index);
          if (!article.hidden) shown += 1;
        });
        count.textContent = shown < articles.length ? shown + " of " + articles.length + " models shown" : "";
        none.hidden = shown > 0 || articles.length === 0;
      }
      if (articles.length > 1) { form.hidden = false; apply(); }
      form.addEventListener("input", apply);
      form.addEventListener("submit", function (event) { event.preventDefault(); });
      form.addEventListener("reset", function () { setTimeout(apply, 0); });
      var opened = [];
      addEventListener("beforeprint", function () {
        var told = new Set();
        document.querySelectorAll("details.terms").forEach(function (part) {
          if (part.closest("[hidden]")) return;
          part.classList.toggle("again", told.has(part.dataset.license));
          told.add(part.dataset.license);
        });
        opened = Array.prototype.filter.call(document.querySelectorAll("details:not(.again)"), function (part) { return !part.open; });
        opened.forEach(function (part) { part.open = true; });
      });
      addEventListener("afterprint", function () { opened.forEach(function (part) { part.open = false; }); });
    })();
    """
}
