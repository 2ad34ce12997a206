/* Results → elements, the same on the search page and under the search box of every page. */
(function () {
  "use strict";
  var poc = (window.poc = window.poc || {});
  var HEADINGS = { need: "Votre besoin", scheme: "Ce qui existe", pathway: "Des parcours", job: "Des métiers", training: "Des formations", word: "Mots expliqués" };
  var SHOWN = { need: 3, scheme: 5, pathway: 3, job: 3, training: 3, word: 2 };
  var STATUS = { experimental: "Expérience : ce n’est pas un droit", announced: "Annoncé, pas encore ouvert", suspended: "Suspendu", closed: "Fermé" };

  function add(parent, name, className, text) {
    var element = document.createElement(name);
    if (className) { element.className = className; }
    if (text) { element.textContent = text; }
    parent.appendChild(element);
    return element;
  }

  function path(entry) {
    if (entry.path) { return entry.path; }
    return { need: "besoins/", scheme: "dispositifs/", pathway: "parcours/", job: "metiers/" }[entry.kind] + entry.id.toLowerCase() + "/index.html";
  }

  function address(root, entry) {
    var place = entry.kind === "word" ? (entry.path || "glossaire/index.html") + "#" + entry.id : path(entry);
    return root + (location.protocol.indexOf("http") === 0 ? place.replace(/index\.html(?=$|#)/, "") : place);
  }

  /* The words typed, marked in the sentence that was found. */
  function marked(element, text, read) {
    var stems = read.map(function (one) { return one.terms.map(function (term) { return term[0]; }); });
    text.split(/([^0-9A-Za-zÀ-ÖØ-öø-ÿœŒæÆ]+)/).forEach(function (piece) {
      var word = poc.words.split(piece)[0];
      var rank = word ? poc.search.index.terms.indexOf(poc.words.stem(word)) : -1;
      var hit = rank >= 0 && !poc.search.small[rank] && stems.some(function (ranks) { return ranks.indexOf(rank) >= 0; });
      if (hit) { add(element, "mark", "", piece); } else { element.appendChild(document.createTextNode(piece)); }
    });
  }

  function reason(parent, why, read) {
    if (!why.label) { return; }
    var line = add(parent, "p", "why");
    line.appendChild(document.createTextNode(why.label + (why.text ? "\u00a0: " : "")));
    if (why.mark) { marked(line, why.text, read); } else if (why.text) { line.appendChild(document.createTextNode(why.text)); }
  }

  function item(list, row, read, root) {
    var one = add(list, "li"), entry = row.entry;
    one.setAttribute("data-kind", entry.kind);
    one.setAttribute("data-id", entry.id);
    add(one, "a", "", entry.title).setAttribute("href", address(root, entry));
    if (entry.status) { add(one, "span", "badge badge-" + entry.status, STATUS[entry.status]); }
    if (entry.line) { add(one, "p", "", entry.line); }
    reason(one, row.why, read);
    if (row.doubts.length) { add(one, "p", "why", "Non précisé, à vérifier\u00a0: " + row.doubts.join(", ")); }
  }

  poc.draw = {
    add: add,
    address: address,
    HEADINGS: HEADINGS,
    /* Groups of poc.answer.to → sections of `parent`; how many results were drawn. */
    groups: function (parent, groups, read, root) {
      var drawn = 0;
      parent.textContent = "";
      groups.forEach(function (group) {
        var section = add(parent, "section", "found found-" + group.kind);
        section.setAttribute("aria-labelledby", "r-" + group.kind);
        add(section, "h2", "", HEADINGS[group.kind]).id = "r-" + group.kind;
        var list = add(section, "ol", "results"), most = SHOWN[group.kind];
        group.rows.slice(0, most).forEach(function (row) { item(list, row, read, root); });
        if (group.rows.length > most) {
          var more = add(section, "details", "more");
          add(more, "summary", "", "En voir d’autres (" + (group.rows.length - most) + ")");
          var rest = add(more, "ol", "results");
          group.rows.slice(most).forEach(function (row) { item(rest, row, read, root); });
        }
        drawn += group.rows.length;
      });
      return drawn;
    },
    /* « Melun (Seine-et-Marne) »: where to look near the places named. */
    places: function (parent, places, root) {
      parent.textContent = "";
      parent.hidden = !places.length;
      places.slice(0, 2).forEach(function (place) {
        var line = add(parent, "p");
        add(line, "a", "", "Près de chez vous\u00a0: " + place.name + (place.within ? " (" + place.within + ")" : ""))
          .setAttribute("href", address(root, { path: place.path }));
      });
    }
  };
})();
