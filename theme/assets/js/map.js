/* The map of pathways, with a hand: show one line, or what starts from a need; « vous êtes ici ».
   Without it the map and its list are whole. */
(function () {
  "use strict";

  function each(selector, act) {
    Array.prototype.forEach.call(document.querySelectorAll(selector), act);
  }
  function meets(words, wanted) {
    return (words || "").split(" ").some(function (word) { return wanted.indexOf(word) >= 0; });
  }
  function count(number, one) { return number + "\u00a0" + one + (number > 1 ? "s" : ""); }

  function start(form) {
    var line = document.getElementById("plan-ligne"), need = document.getElementById("plan-besoin");
    var said = document.getElementById("plan-dit");

    /* Ways of the pathways to keep, or null for all; a line keeps its own tracks only. */
    function wanted() {
      if (line.value) {
        var ways = [];
        each('.rail[data-line="' + line.value + '"]', function (rail) {
          ways = ways.concat(rail.getAttribute("data-ways").split(" "));
        });
        return ways;
      }
      return need.value ? need.value.split(" ") : null;
    }

    function show() {
      var ways = wanted(), lines = {}, stations = {};
      each(".rail, .mark[data-ways]", function (part) {
        var kept = !ways || meets(part.getAttribute("data-ways"), ways);
        part.classList.toggle("dim", !kept);
        if (kept) { lines[part.getAttribute("data-line")] = true; }
      });
      each(".stop-link, .capsule[data-station]", function (part) {
        var id = part.getAttribute("data-station");
        var link = document.querySelector('.stop-link[data-station="' + id + '"]');
        var kept = !ways || meets(link.getAttribute("data-ways"), ways);
        part.classList.toggle("dim", !kept);
        if (kept) { stations[id] = true; }
      });
      each(".line-name, .plan-strip, .plan-list, .plan-key a", function (part) {
        part.classList.toggle("dim", !lines[part.getAttribute("data-line")]);
      });
      said.textContent = ways
        ? count(Object.keys(lines).length, "ligne") + ", " + count(Object.keys(stations).length, "station") + "."
        : "";
    }

    function here() {
      var id = decodeURIComponent(location.hash.slice(1)), found = null;
      each(".stop-link", function (link) {
        var same = link.getAttribute("data-station") === id;
        link.classList.toggle("here", same);
        if (same) {
          link.setAttribute("aria-current", "location");
          if (!found && link.getBoundingClientRect().width) { found = link; }
        } else { link.removeAttribute("aria-current"); }
      });
      if (!found) { return; }
      said.textContent = "Vous êtes ici\u00a0: " + found.getAttribute("aria-label").replace(/, lignes? [^,]*$/, "").trim() + ".";
      found.scrollIntoView({ block: "center" });
    }

    form.hidden = false;
    line.addEventListener("change", function () { need.value = ""; show(); });
    need.addEventListener("change", function () { line.value = ""; show(); });
    form.addEventListener("reset", function () { setTimeout(show, 0); });
    show();
    /* The browser goes to the list first: the map is shown after that. */
    function soon() { setTimeout(here, 0); }
    if (document.readyState === "complete") { soon(); } else { window.addEventListener("load", soon); }
    window.addEventListener("hashchange", soon);
  }

  var form = document.getElementById("plan-outils");
  if (form) { start(form); }
})();
