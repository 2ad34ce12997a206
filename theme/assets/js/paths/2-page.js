/* « Des chemins possibles », below the result of « Faire le point »: a goal chosen by a large button, then at most
   three lines of stations. Each step has data-id and data-state. Texts are set as text, never as markup. */
(function () {
  "use strict";
  const KINDS = { ability: "level", levels: "level", condition: "level", territory: "place", region: "place" };

  /* data: window.__poc_point; ground: window.__poc_paths; root: the way back to the root of the site. */
  window.__poc_paths_page = function (data, ground, root) {
    const words = ground.words, most = data.constants.shown_reasons, said = window.__poc_point_words(data);
    const search = window.__poc_paths_search(data, ground);
    const buttons = Array.prototype.slice.call(document.querySelectorAll("#point-paths [data-goal]"));
    const place = document.getElementById("point-paths-found"), status = document.getElementById("point-paths-count");
    if (!place) { return { told: function () { /* this edition has no goal to aim at */ }, forget: function () { /* nor to forget */ } }; }
    const titles = {}, pathways = {};
    let goal = null, person = null;
    data.schemes.forEach(function (one) { titles[one.id] = one.title; });
    data.pathways.forEach(function (one) { pathways[one.id] = one.title; });

    function add(parent, name, className, text) {
      const element = document.createElement(name);
      if (className) { element.className = className; }
      if (text) { element.textContent = text; }
      parent.appendChild(element);
      return element;
    }
    function fill(template, name, value) { return template.replace("{" + name + "}", value); }
    function link(parent, text, path) {
      const short = location.protocol.indexOf("http") === 0 ? path.replace(/index\.html$/, "") : path;
      add(parent, "a", "", text).setAttribute("href", root + short);
    }
    /* The badge of a verdict: its drawing is in the page. */
    function badge(parent, verdict) {
      parent.appendChild(document.createTextNode(" "));
      parent.appendChild(document.importNode(document.getElementById("verdict-" + verdict).content, true));
    }

    /* What is to be secured or checked; where nothing is, what fits. */
    function whys(step) {
      const own = step.reasons.map(function (one) {
        return { kind: KINDS[one.rule] || "public", effect: one.effect, text: said.sentence(one) };
      });
      const all = step.seams.concat(own);
      const wanting = all.filter(function (one) { return one.effect === "secure"; })
        .concat(all.filter(function (one) { return one.effect === "check"; }));
      return wanting.length ? wanting : all.filter(function (one) { return one.effect === "fits"; });
    }
    function passage(list, step, number) {
      const item = add(add(list, "li", "seam"), "details");
      item.open = step.verdict === "to_secure";
      const summary = add(item, "summary", "", number === 1 ? words.start : fill(words.passage, "number", number));
      if (number > 1) { badge(summary, step.verdict); } else { add(summary, "span", "found-state", "\u00a0: " + said.state(step.state)); }
      const rows = add(item, "ul", "whys");
      const found = whys(step);
      found.slice(0, most).forEach(function (one) {
        const row = add(rows, "li");
        add(row, "strong", "", words.kinds[one.kind] + "\u00a0: ");
        row.appendChild(document.createTextNode(one.text));
      });
      if (found.length > most) { add(rows, "li", "", data.texts.more); }
    }
    function station(list, step, number) {
      const item = add(list, "li", "step");
      item.setAttribute("data-kind", "scheme");
      item.setAttribute("data-id", step.scheme);
      item.setAttribute("data-state", step.state);
      const title = add(item, "h5");
      add(title, "span", "hush", fill(words.step, "number", number));
      link(title, titles[step.scheme], "dispositifs/" + step.scheme + "/index.html");
      if (step.condition) { add(item, "p", "soft", words.condition + step.condition); }
      const road = add(item, "p", "road-add-place");
      road.setAttribute("data-road", "scheme:" + step.scheme);
      road.setAttribute("data-name", titles[step.scheme]);
    }
    function draw(path, number) {
      const part = add(place, "section", "found-path"), heading = add(part, "h4", "", fill(words.title, "number", number));
      heading.id = "point-path-" + number;
      part.setAttribute("aria-labelledby", heading.id);
      add(part, "p", "tag", path.pathway ? words.known : words.found);
      const note = add(part, "p", "soft", path.pathway ? words.known_note : words.found_note);
      if (path.pathway) {
        part.setAttribute("data-pathway", path.pathway);
        link(note, pathways[path.pathway], "parcours/" + path.pathway + "/index.html");
      }
      const list = add(part, "ol", "journey");
      path.steps.forEach(function (step, rank) {
        passage(list, step, rank + 1);
        station(list, step, rank + 1);
      });
    }
    function show() {
      place.textContent = "";
      if (!goal || !person) { return; }
      const found = search(person.situation, person.needs.length ? person.needs : person.obstacles, [goal]);
      found.forEach(function (path, rank) { draw(path, rank + 1); });
      window.poc.road.buttons(place);
      status.textContent = !found.length ? words.none :
        found.length === 1 ? words.count_one : fill(words.count, "count", found.length);
    }
    function aim(wanted) {
      goal = wanted;
      buttons.forEach(function (one) { one.setAttribute("aria-pressed", String(one.getAttribute("data-goal") === goal)); });
      status.textContent = "";
      show();
    }
    buttons.forEach(function (button) {
      button.addEventListener("click", function () { aim(button.getAttribute("data-goal")); });
    });

    return {
      /* told: what the answers tell, after each change of them. */
      told: function (told) {
        person = told;
        show();
      },
      /* No goal any more, and no path drawn. */
      forget: function () { aim(null); }
    };
  };
})();
