/* The search page: answers as you type, filters that combine and undo, the question kept in the address. */
(function () {
  "use strict";
  var poc = (window.poc = window.poc || {});
  var NUMBERS = { age: Number, status: Number, near: Number };

  function filtersOf(form) {
    var found = {};
    form.querySelectorAll("[data-filter]").forEach(function (field) {
      var name = field.getAttribute("data-filter"), value = field.type === "checkbox" ? (field.checked ? "yes" : "") : field.value;
      if (value !== "") { found[name] = name in NUMBERS ? NUMBERS[name](value) : name === "alone" ? value === "yes" : value; }
    });
    return found;
  }

  /* What is set, each with a button that undoes it. */
  function chips(form, parent, changed) {
    if (parent.hidden && !Object.keys(filtersOf(form)).length) { return; }
    parent.textContent = "";
    form.querySelectorAll("[data-filter]").forEach(function (field) {
      var set = field.type === "checkbox" ? field.checked : field.value !== "";
      if (!set) { return; }
      var text = field.type === "checkbox" ? field.parentElement.textContent.trim() : field.options[field.selectedIndex].text;
      var button = poc.draw.add(parent, "button", "chip", text);
      button.type = "button";
      poc.draw.add(button, "span", "hush", " (retirer)");
      button.addEventListener("click", function () {
        if (field.type === "checkbox") { field.checked = false; } else { field.value = ""; }
        field.focus();
        changed();
      });
    });
    parent.hidden = !parent.children.length;
  }

  function sayHowMany(count, places) {
    if (count === 0) { return places ? places + " Dites aussi ce que vous cherchez." : "Aucune réponse."; }
    return count === 1 ? "1 réponse" : count + " réponses, les plus proches d’abord";
  }

  function start(input) {
    var list = document.getElementById("resultats"), root = list.getAttribute("data-root");
    var form = document.getElementById("filtres"), wait = null, before = input.value;

    function show(typing) {
      var result = poc.rank.find(poc.search, input.value, typing), empty = !result.read.length && !result.places.length;
      var count = poc.draw.groups(list, empty ? [] : poc.answer.to(poc.search, result, filtersOf(form)), result.read, root);
      var places = count ? "" : poc.answer.placesAlone(poc.search, result);
      poc.draw.places(document.getElementById("pres"), result.places, root);
      chips(form, document.getElementById("choisis"), settled);
      document.getElementById("tout").hidden = !empty;
      document.getElementById("rien").hidden = empty || count > 0 || places !== "";
      var summary = document.getElementById("resume"), told = empty ? "" : sayHowMany(count, places);
      if (typing) { poc.draw.put(summary, told); } else { summary.textContent = told; }   /* an act is answered aloud, even alike */
      list.setAttribute("data-count", String(count));
      list.setAttribute("data-state", "done");
    }

    function settled() { show(false); }

    /* A whole word come at once (pasted, chosen on the keyboard of a phone) is not being typed. */
    function later() {
      var typing = document.activeElement === input && Math.abs(input.value.length - before.length) < 2;
      before = input.value;
      list.setAttribute("data-state", "busy");
      clearTimeout(wait);
      wait = setTimeout(show, 60, typing);
    }

    poc.draw.follow(list);
    input.addEventListener("input", later);
    form.addEventListener("change", settled);
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    document.getElementById("sans-filtre").addEventListener("click", function () { form.reset(); settled(); });
    input.form.addEventListener("submit", function (event) {
      event.preventDefault();
      clearTimeout(wait);
      settled();
      try { history.replaceState(null, "", location.pathname + "?q=" + encodeURIComponent(input.value)); } catch (error) { /* from a folder, some browsers refuse */ }
    });
    show(document.activeElement === input);
  }

  poc.page = { start: start };
})();
