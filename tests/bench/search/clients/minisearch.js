/* MiniSearch with what its README advises: titles twice as heavy, one letter in five forgiven, beginnings
   of words accepted. Documents are fetched and indexed at the first focus. With ?all, every result is shown. */
(function () {
  "use strict";
  var SHOWN = location.search === "?all" ? Infinity : 30;
  var input = document.querySelector("input[name=q]"), turn = 0, ready = null;

  function script(address) {
    return new Promise(function (resolve) {
      var element = document.createElement("script");
      element.src = address;
      element.onload = resolve;
      document.head.appendChild(element);
    });
  }
  async function load() {
    var documents = fetch("documents.json");
    await script("minisearch.js");
    var search = new window.MiniSearch({
      fields: ["title", "names", "text"],
      storeFields: ["kind", "record", "title"],
      searchOptions: { boost: { title: 2 }, fuzzy: 0.2, prefix: true }
    });
    search.addAll(await (await documents).json());
    return search;
  }
  async function answer() {
    var mine = turn += 1;
    ready = ready || load();
    var search = await ready;
    if (mine !== turn) { return; }
    window.__results.show(search.search(input.value).slice(0, SHOWN).map(function (one) {
      return [one.kind, one.record, one.title];
    }));
  }
  input.addEventListener("focus", function () { ready = ready || load(); });
  input.addEventListener("input", answer);
})();
