/* The search box of every page: suggestions as you type, by keyboard and screen reader (combobox with a
   list, as the ARIA Authoring Practices describe it). Enter without a choice goes to the search page. */
(function () {
  "use strict";
  var poc = (window.poc = window.poc || {});
  var SHOWN = { need: 3, scheme: 2, pathway: 1, job: 2, training: 1, word: 1 };

  function options(list, groups, root) {
    list.textContent = "";
    var found = [];
    groups.forEach(function (group) {
      var place = poc.draw.add(list, "li"), part = poc.draw.add(place, "div");
      place.setAttribute("role", "presentation");
      part.setAttribute("role", "group");
      part.setAttribute("aria-label", poc.draw.HEADINGS[group.kind]);
      poc.draw.add(part, "span", "suggest-head", poc.draw.HEADINGS[group.kind]).setAttribute("aria-hidden", "true");
      var inner = poc.draw.add(part, "ul");
      inner.setAttribute("role", "presentation");
      group.rows.slice(0, SHOWN[group.kind]).forEach(function (row) {
        var option = poc.draw.add(inner, "li", "suggest-one", row.entry.title);
        option.id = "choix-" + found.length;
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        option.setAttribute("data-href", poc.draw.address(root, row.entry));
        found.push(option);
      });
    });
    return found;
  }

  function said(count, places) {
    if (count) { return count + " propositions. Flèches pour choisir, Entrée pour tout voir."; }
    return places ? places + " Appuyez sur Entrée." : "Aucune proposition.";
  }

  function start(input, list, status, root) {
    var shown = [], at = -1, wait = null;

    function open(yes) {
      list.hidden = !yes;
      input.setAttribute("aria-expanded", String(yes));
      if (!yes) { choose(-1); }
    }
    function choose(next) {
      if (shown[at]) { shown[at].setAttribute("aria-selected", "false"); }
      at = next;
      if (shown[at]) {
        shown[at].setAttribute("aria-selected", "true");
        shown[at].scrollIntoView({ block: "nearest" });
        input.setAttribute("aria-activedescendant", shown[at].id);
      } else {
        input.removeAttribute("aria-activedescendant");
      }
    }
    function show() {
      var result = poc.rank.find(poc.search, input.value, true);
      if (!result.read.length && !result.places.length) { status.textContent = ""; open(false); return; }
      at = -1;
      shown = options(list, poc.answer.to(poc.search, result, {}), root);
      status.textContent = said(shown.length, poc.answer.placesAlone(poc.search, result));
      open(shown.length > 0);
    }

    function settle() {
      if (wait === null) { return; }
      clearTimeout(wait);
      wait = null;
      show();
    }
    input.addEventListener("input", function () { clearTimeout(wait); wait = setTimeout(settle, 60); });
    input.addEventListener("keydown", function (event) {
      var down = event.key === "ArrowDown", up = event.key === "ArrowUp";
      if (down || up) { settle(); }
      if ((down || up) && shown.length) {
        event.preventDefault();
        if (list.hidden) { open(true); }
        choose(down ? (at + 1 >= shown.length ? -1 : at + 1) : (at < 0 ? shown.length - 1 : at - 1));
      } else if (event.key === "Escape" && !list.hidden) {
        event.preventDefault();
        open(false);
      } else if (event.key === "Enter" && shown[at] && !list.hidden) {
        event.preventDefault();
        location.href = shown[at].getAttribute("data-href");
      }
    });
    list.addEventListener("mousedown", function (event) { event.preventDefault(); });
    list.addEventListener("click", function (event) {
      var option = event.target.closest("[data-href]");
      if (option) { location.href = option.getAttribute("data-href"); }
    });
    input.addEventListener("blur", function () { open(false); });
    show();
  }

  poc.box = { start: start };
})();
