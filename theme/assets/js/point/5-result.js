/* Draws the result of « Faire le point ». Each way is an element with data-kind, data-id and data-state,
   so that other scripts may add to it. Texts are set as text, never as markup. */
(function () {
  "use strict";
  const KINDS = { scheme: "Dispositif", pathway: "Un parcours complet" };
  const FOLDERS = { scheme: "dispositifs/", pathway: "parcours/", need: "besoins/" };

  window.__poc_point_result = function (data, root) {
    const words = window.__poc_point_words(data), most = data.constants.shown_reasons;
    const titles = {};
    data.schemes.concat(data.pathways).forEach(function (one) { titles[one.id + "/" + ("steps" in one)] = one.title; });

    function add(parent, name, className, text) {
      const element = document.createElement(name);
      if (className) { element.className = className; }
      if (text) { element.textContent = text; }
      parent.appendChild(element);
      return element;
    }
    function address(path) {
      return root + (location.protocol.indexOf("http") === 0 ? path.replace(/index\.html(?=$|#)/, "") : path);
    }
    function link(parent, text, path) {
      add(parent, "a", "", text).setAttribute("href", address(path));
    }
    function title(one) { return titles[one.id + "/" + (one.kind === "pathway")]; }
    function path(kind, id) { return FOLDERS[kind] + id + "/index.html"; }

    function lines(parent, heading, reasons) {
      if (!reasons.length) { return; }
      add(parent, "p", "point-why", heading);
      const list = add(parent, "ul");
      reasons.slice(0, most).forEach(function (one) { add(list, "li", "", words.sentence(one)); });
      if (reasons.length > most) { add(list, "li", "soft", data.texts.more); }
    }
    function having(one, effect) {
      return one.verdict.reasons.filter(function (reason) { return reason.effect === effect; });
    }
    function card(list, one, level) {
      const item = add(list, "li", "card point-way");
      item.setAttribute("data-kind", one.kind);
      item.setAttribute("data-id", one.id);
      item.setAttribute("data-state", one.verdict.state);
      link(add(item, "h" + level, "card-title"), title(one), path(one.kind, one.id));
      const kind = add(item, "p", "card-kind", KINDS[one.kind] + "\u00a0: ");
      add(kind, "strong", "point-state", words.state(one.verdict.state));
      if (one.why) { add(item, "p", "", one.why); }
      lines(item, "Ce qui convient", having(one, "fits"));
      lines(item, "Ce qui manque aujourd’hui", having(one, "blocks"));
      if (one.verdict.state !== "not_now") { lines(item, "À vérifier", having(one, "check")); }
      const before = words.before(one.before || []) || words.first(one.verdict);
      if (before) { add(item, "p", "point-before", before); }
      const place = add(item, "p", "road-add-place");
      place.setAttribute("data-road", one.kind + ":" + one.id);
      place.setAttribute("data-name", title(one));
    }
    function cards(parent, ways, level) {
      const list = add(parent, "ul", "cards wide");
      ways.forEach(function (one) { card(list, one, level); });
      window.poc.road.buttons(list);
    }

    function needs(parent, told) {
      const all = told.needs.concat(told.obstacles);
      if (!all.length) { return; }
      add(parent, "h3", "", "Ce que vous cherchez");
      const list = add(parent, "ul", "point-needs");
      all.filter(function (need, rank) { return all.indexOf(need) === rank; }).forEach(function (need) {
        const item = add(list, "li");
        item.setAttribute("data-kind", "need");
        item.setAttribute("data-id", need);
        link(item, data.needs[need].statement, path("need", need));
      });
    }
    function first(parent, found) {
      add(parent, "h3", "", "Pour commencer");
      if (found.first.length) {
        cards(add(parent, "div", "point-first"), found.first, 4);
      } else {
        add(parent, "p", "nothing", "Aujourd’hui, le guide ne connaît pas de piste directe. Ne restez pas seul\u00a0: ces personnes peuvent vous aider.");
      }
    }
    /* The map, with the lines of the pathways that suit: their codes only are in the address. */
    function plan(parent, found) {
      const open = found.roads.filter(function (one) { return one.verdict.state !== "not_now"; });
      if (!parent.hasAttribute("data-plan") || window.poc.root || !open.length) { return; }
      const codes = open.map(function (one) { return window.poc.road.code("pathway:" + one.id); }).join("");
      link(add(parent, "p", "point-plan"), "Voir sur le plan", "plan/index.html#voies=1" + codes);
    }
    function helpers(parent, found) {
      add(parent, "h3", "", "Qui rencontrer");
      const list = add(parent, "ul", "helpers");
      found.helpers.forEach(function (id) {
        const one = data.organisations[id], item = add(list, "li");
        link(add(item, "strong"), one.label, "qui-peut-aider/index.html#" + id);
        if (one.receives) { add(item, "span", "soft", " Pour qui\u00a0: " + one.receives); }
        if (one.how) { add(item, "span", "", " " + one.how); }
      });
      link(add(parent, "p"), "Voir toutes les personnes qui peuvent aider", "qui-peut-aider/index.html");
    }
    function beside(parent, found) {
      if (!found.beside.length) { return; }
      add(parent, "h3", "", "Pour lever ce qui peut bloquer");
      const list = add(parent, "ul", "point-beside");
      found.beside.forEach(function (pair) {
        const item = add(list, "li");
        link(item, data.needs[pair[0]].statement, path("need", pair[0]));
        if (pair[1]) {
          item.appendChild(document.createTextNode("\u00a0: "));
          link(item, title({ id: pair[1], kind: "scheme" }), path("scheme", pair[1]));
        }
      });
    }
    /* Drawn when it is opened: a short list first. */
    function more(parent, label, ways) {
      if (!ways.length) { return; }
      const part = add(parent, "details", "more");
      add(add(part, "summary"), "h3", "", label + " (" + ways.length + ")");
      part.addEventListener("toggle", function () {
        if (part.open && part.children.length === 1) { cards(part, ways, 4); }
      });
    }
    function rest(found, open) {
      const shown = found.first.map(function (one) { return one.kind + one.id; });
      return found.suggestions.concat(found.roads).filter(function (one) {
        return (one.verdict.state !== "not_now") === open && shown.indexOf(one.kind + one.id) < 0;
      });
    }

    return function (parent, told, found) {
      parent.textContent = "";
      needs(parent, told);
      first(parent, found);
      plan(parent, found);
      helpers(parent, found);
      beside(parent, found);
      more(parent, "En voir plus", rest(found, true));
      more(parent, "Pas maintenant, d’abord…", rest(found, false));
    };
  };
})();
