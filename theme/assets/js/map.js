/* The map of pathways, with a hand: show one line, what starts from a need, or the pathways that
   the answers of « Faire le point » left (« #voies=1… »: their codes); « vous êtes ici ».
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
    var said = document.getElementById("plan-dit"), mine = null;
    var names = form.getAttribute("data-ways").split(" ");   /* a pathway is told by its rank here */

    /* The pathways of the address, among those of the map; null where it names none. */
    function answered() {
      var codes = /[#&]voies=1((?:[0-9a-z]{6})+)/.exec(location.hash);
      return codes && Object.keys(names).filter(function (way) {
        return codes[1].match(/.{6}/g).indexOf(window.poc.road.code("pathway:" + names[way])) >= 0;
      });
    }
    /* A choice made here takes the place of the answers, in the address too. */
    function forget() {
      if (!mine) { return; }
      mine = null;
      var state = window.poc.road.beside("");
      try { history.replaceState(null, "", location.pathname + location.search + (state ? "#" + state : "")); } catch (error) { /* the page stays right */ }
    }

    /* Ways of the pathways to keep, or null for all; a line keeps its own tracks only. */
    function wanted() {
      if (line.value) {
        var ways = [];
        each('.rail[data-line="' + line.value + '"]', function (rail) {
          ways = ways.concat(rail.getAttribute("data-ways").split(" "));
        });
        return ways;
      }
      return need.value ? need.value.split(" ") : mine && mine.length ? mine : null;
    }

    function show() {
      var ways = wanted(), lines = {}, stations = {};
      each(".plan", function (plan) {
        var marks = Array.prototype.slice.call(plan.querySelectorAll(".mark"));
        Array.prototype.forEach.call(plan.querySelectorAll(".rail"), function (rail) {
          var kept = !ways || meets(rail.getAttribute("data-ways"), ways);
          rail.classList.toggle("dim", !kept);
          if (rail.classList.contains("marked")) { marks.shift().classList.toggle("dim", !kept); }
          if (kept) { lines[rail.getAttribute("data-line")] = true; }
        });
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
      if (mine) {
        said.textContent = mine.length ? "Le plan montre ce qui répond à vos réponses\u00a0: " + said.textContent :
          "Aucune ligne du plan ne répond à vos réponses. Le plan est entier.";
      }
    }
    function read() {
      mine = answered();
      if (mine) { line.value = need.value = ""; }
      show();
    }

    function here() {
      var id = window.poc.own(location.hash), found = null;
      each(".stop-link", function (link) {
        var same = link.getAttribute("data-station") === id;
        link.classList.toggle("here", same);
        if (same) {
          link.setAttribute("aria-current", "location");
          if (!found && link.getBoundingClientRect().width) { found = link; }
        } else { link.removeAttribute("aria-current"); }
      });
      if (!found) { return; }
      said.textContent = "Vous êtes ici\u00a0: " + found.getAttribute("aria-label").replace(/, lignes? \d.*$/, "").trim() + ".";
      found.scrollIntoView({ block: "center" });
    }

    form.hidden = false;
    line.addEventListener("change", function () { forget(); need.value = ""; show(); });
    need.addEventListener("change", function () { forget(); line.value = ""; show(); });
    form.addEventListener("reset", function () { forget(); setTimeout(show, 0); });
    read();
    /* The browser goes to the list first: the map is shown after that. */
    function soon() { setTimeout(here, 0); }
    if (document.readyState === "complete") { soon(); } else { window.addEventListener("load", soon); }
    window.addEventListener("hashchange", function () { read(); soon(); });
  }

  var form = document.getElementById("plan-outils");
  if (form) { start(form); }
})();
