/* Pagefind by its JavaScript API, as its documentation says: imported at the first focus, five results
   read at once. With ?all, every result is read, to be judged. */
(function () {
  "use strict";
  var SHOWN = location.search === "?all" ? Infinity : 5;
  var input = document.querySelector("input[name=q]"), turn = 0, ready = null;

  function load() {
    ready = ready || import("./pagefind/pagefind.js").then(async function (pagefind) {
      await pagefind.init();
      return pagefind;
    });
    return ready;
  }
  async function answer() {
    var mine = turn += 1;
    var found = await (await load()).search(input.value);
    var pages = await Promise.all(found.results.slice(0, SHOWN).map(function (one) { return one.data(); }));
    if (mine !== turn) { return; }
    window.__results.show(pages.map(function (page) {
      return window.__results.record(page.url).concat(page.meta.title);
    }));
  }
  input.addEventListener("focus", load);
  input.addEventListener("input", answer);
})();
