/* What every client shares: the list our own page has, so that one driver reads them all. */
window.__results = (function () {
  "use strict";
  var KINDS = { besoins: "need", dispositifs: "scheme" };

  /* Address of a page → [kind, id]; anything else is a page. */
  function record(address) {
    var found = /(?:^|\/)(besoins|dispositifs)\/([^/#?]+)\//.exec(address);
    return found ? [KINDS[found[1]], found[2]] : ["page", address];
  }
  /* `rows`: [kind, id, title]. */
  function show(rows) {
    var list = document.getElementById("resultats");
    list.textContent = "";
    rows.forEach(function (row) {
      var item = document.createElement("li");
      item.setAttribute("data-kind", row[0]);
      item.setAttribute("data-id", row[1]);
      item.textContent = row[2];
      list.appendChild(item);
    });
    list.setAttribute("data-count", String(rows.length));
    list.setAttribute("data-state", "done");
  }
  return { record: record, show: show };
})();
