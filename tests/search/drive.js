/* Asks the search of the page it is injected into, whichever engine answers: sets the words, tells the
   page, waits until the list of results says it is settled. Every client follows our own page: an input,
   and #resultats with data-state="done" and elements with data-kind and data-id. */
window.__drive = (function () {
  "use strict";
  var PATIENCE = 180000;
  function input() { return document.querySelector(".md-search__input, main input[name=q]"); }
  function box() { return document.getElementById("resultats"); }

  function settled(text) {
    return new Promise(function (resolve, reject) {
      var late = setTimeout(function () { reject(new Error("sans réponse : " + text)); }, PATIENCE);
      var watch = new MutationObserver(function () {
        if (box().getAttribute("data-state") === "done") {
          watch.disconnect();
          clearTimeout(late);
          resolve();
        }
      });
      watch.observe(box(), { attributes: true, attributeFilter: ["data-state"] });
    });
  }
  /* Resolves when `text` is answered. Styles and layout are then made, as the eye would need. */
  async function put(text) {
    if (input().value === text) { input().value = ""; }
    box().setAttribute("data-state", "asked");
    var done = settled(text);
    input().value = text;
    input().dispatchEvent(new Event("input", { bubbles: true }));
    if (input().matches(".md-search__input")) { input().dispatchEvent(new KeyboardEvent("keyup", { bubbles: true })); }
    await done;
    return document.body.offsetHeight;
  }
  async function ask(text) {
    await put(text);
    return Array.from(box().querySelectorAll("[data-kind]"), function (one) {
      return [one.getAttribute("data-kind"), one.getAttribute("data-id")];
    });
  }
  /* Milliseconds from the first focus to the first answer. */
  async function first(text) {
    var start = performance.mark("asked").startTime;
    input().focus();
    await put(text);
    return performance.mark("answered").startTime - start;
  }
  /* Resolves once the answer is on the screen: nobody types before, and painting it is not the next key's work. */
  function painted() {
    return new Promise(function (resolve) { requestAnimationFrame(function () { setTimeout(resolve, 0); }); });
  }
  /* Milliseconds from each key to its answer, `text` being typed letter by letter. */
  async function type(text) {
    var times = [], letters = Array.from(text);
    for (var end = 1; end <= letters.length; end += 1) {
      var start = performance.mark("asked").startTime;
      await put(letters.slice(0, end).join(""));
      times.push(performance.mark("answered").startTime - start);
      await painted();
    }
    return times;
  }
  return { ask: ask, first: first, type: type };
})();
