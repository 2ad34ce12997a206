/* Overhears mkdocs-material: its own page, box, worker and lunr answer; their answers are copied, whole,
   into the list the driver reads (the page itself shows ten and loads more as one scrolls). */
(function () {
  "use strict";
  var QUERY = 2, RESULT = 3; /* SearchMessageType in material's integrations/search/worker/message */
  var Real = window.Worker, waiting = 0;

  window.Worker = function (address, options) {
    var worker = new Real(address, options), post = worker.postMessage;
    worker.postMessage = function (message) {
      if (message.type === QUERY) { waiting += 1; }
      post.call(worker, message);
    };
    worker.addEventListener("message", function (event) {
      if (event.data.type !== RESULT) { return; }
      waiting -= 1;
      /* After Material has drawn its own list, whose cost is part of the answer. */
      if (waiting === 0) { setTimeout(show, 0, event.data.data.items); }
    });
    return worker;
  };
  /* An item is a page: its sections that match, best first. */
  function show(items) {
    window.__results.show(items.map(function (sections) {
      return window.__results.record(sections[0].location).concat(sections[0].title);
    }));
  }
  document.addEventListener("DOMContentLoaded", function () {
    var list = document.createElement("ul");
    list.id = "resultats";
    list.hidden = true;
    document.body.appendChild(list);
  });
})();
