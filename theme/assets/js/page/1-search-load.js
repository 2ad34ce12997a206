/* Brings the search only when it is first used: its words and its data are heavier than a page.
   Classic scripts, so that it works from a folder. */
(function () {
  "use strict";
  var poc = (window.poc = window.poc || {});
  var waiting = null;

  /* Runs a script of the guide, by its address; the single file, which holds them all, has its own. */
  poc.script = poc.script || function (address, then, failed) {
    var element = document.createElement("script");
    element.src = address;
    element.onload = then;
    element.onerror = failed;
    document.head.appendChild(element);
  };

  /* Several scripts, whatever their order; « failed » once. */
  poc.scripts = function (addresses, then, failed) {
    var left = addresses.length, lost = false;
    addresses.forEach(function (address) {
      poc.script(address, function () { left -= 1; if (!left) { then(); } }, function () { if (!lost) { lost = true; failed(); } });
    });
  };

  function load(root, then) {
    if (poc.search) { then(); return; }
    if (waiting) { waiting.push(then); return; }
    waiting = [then];
    poc.scripts([root + "assets/search.js", root + "assets/search-data.js"], function () {
      poc.search = poc.rank.open(window.__poc_search);
      waiting.forEach(function (next) { next(); });
      "abcdefghijklmnopqrstuvwxyz".split("").forEach(function (letter, rank) {
        setTimeout(function () { poc.search.spell.prepare(letter); }, 300 + 60 * rank);
      });
    }, function () { waiting = null; });
  }

  document.addEventListener("DOMContentLoaded", function () {
    var page = document.querySelector("#resultats"), box = document.querySelector("#chercher");
    if (page) {
      var input = document.getElementById("q");
      var asked = new URLSearchParams(location.search).get("q");
      if (asked) { input.value = asked; }
      var begin = function () { load(page.getAttribute("data-root"), function () { if (!poc.started) { poc.started = true; poc.page.start(input); } }); };
      if (asked) { begin(); }
      input.addEventListener("focus", begin);
      input.addEventListener("input", begin);
    }
    if (box) {
      box.addEventListener("focus", function () {
        var root = box.getAttribute("data-root");
        load(root, function () {
          if (poc.boxed) { return; }
          poc.boxed = true;
          poc.box.start(box, document.getElementById("propositions"), document.getElementById("propositions-dites"), root);
        });
      });
    }
  });
})();
