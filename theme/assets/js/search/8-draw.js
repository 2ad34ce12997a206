/* Results → elements, the same on the search page and under the search box of every page. */
(function () {
  "use strict";
  var poc = (window.poc = window.poc || {});
  var HEADINGS = { need: "Votre besoin", scheme: "Ce qui existe", pathway: "Des parcours", job: "Des métiers", training: "Des formations", word: "Mots expliqués" };
  var SHOWN = { need: 3, scheme: 5, pathway: 2, job: 3, training: 2, word: 1 };
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
      var rank = word ? poc.index.rank(poc.search.index.terms, poc.words.stem(word)) : -1;
      var hit = rank >= 0 && !poc.index.small(poc.search.index, rank) && stems.some(function (ranks) { return ranks.indexOf(rank) >= 0; });
      if (hit) { add(element, "mark", "", piece); } else { element.appendChild(document.createTextNode(piece)); }
    });
  }

  function reason(line, why, read) {
    line.textContent = why.label + (why.text ? "\u00a0: " : "") + (why.mark ? "" : why.text);
    if (why.mark) { marked(line, why.text, read); }
  }

  /* The part of a result that is the same whatever was typed. */
  function item(entry, root) {
    var one = document.createElement("li");
    one.setAttribute("data-kind", entry.kind);
    one.setAttribute("data-id", entry.id);
    add(one, "a", "", entry.title).setAttribute("href", address(root, entry));
    if (entry.status) { add(one, "span", "badge badge-" + entry.status, STATUS[entry.status]); }
    if (entry.line) { add(one, "p", "", entry.line); }
    return { element: one, said: "", why: add(one, "p", "why"), doubts: null };
  }

  /* Why it is there, said anew only when it changes. */
  function tell(result, row, read) {
    var why = row.why, doubts = row.doubts.join(", "), said = [why.label, why.text, doubts, why.mark ? JSON.stringify(read.map(function (one) { return one.terms; })) : ""].join("|");
    if (result.said === said) { return; }
    result.said = said;
    reason(result.why, why, read);
    if (result.doubts) { result.element.removeChild(result.doubts); }
    result.doubts = doubts ? add(result.element, "p", "why", "Non précisé, à vérifier\u00a0: " + doubts) : null;
  }

  /* Makes `wanted` the children of `parent`. What is there already stays: an old phone lays out only what
     changes from one key to the next. */
  function place(parent, wanted) {
    Array.from(parent.children).forEach(function (one) { if (wanted.indexOf(one) < 0) { parent.removeChild(one); } });
    wanted.forEach(function (one, at) {
      if (parent.children[at] !== one) { parent.insertBefore(one, parent.children[at] || null); }
    });
  }

  function put(element, text) { if (element.textContent !== text) { element.textContent = text; } }

  function sectionOf(kind) {
    var section = document.createElement("section");
    section.className = "found found-" + kind;
    section.setAttribute("aria-labelledby", "r-" + kind);
    var head = add(section, "h2", "", HEADINGS[kind]), list = add(section, "ol", "results"), more = add(section, "details", "more");
    head.id = "r-" + kind;
    return { section: section, head: head, list: list, more: more, summary: add(more, "summary"), rest: add(more, "ol", "results") };
  }

  var sections = Object.create(null), drawn = Object.create(null), asked = "";

  poc.draw = {
    add: add,
    address: address,
    HEADINGS: HEADINGS,
    put: put,
    /* The whole of a result leads where its link does; a link over it all would cost an old phone a tenth of each
       key. Text that is being selected stays. */
    follow: function (parent) {
      parent.addEventListener("click", function (event) {
        var one = event.target.closest("[data-kind]");
        var plain = !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
        if (!one || !plain || event.target.closest("a") || String(window.getSelection())) { return; }
        event.stopPropagation();
        one.querySelector("a").click();
      });
    },
    /* Groups of poc.answer.to → sections of `parent`, the only list of a page; how many results there are. */
    groups: function (parent, groups, read, root) {
      var many = 0, question = read.map(function (one) { return one.word; }).join(" ");
      place(parent, groups.map(function (group) {
        var parts = (sections[group.kind] = sections[group.kind] || sectionOf(group.kind)), most = SHOWN[group.kind];
        var items = group.rows.map(function (row) {
          var result = (drawn[row.entry.number] = drawn[row.entry.number] || item(row.entry, root));
          tell(result, row, read);
          return result.element;
        });
        place(parts.list, items.slice(0, most));
        place(parts.rest, items.slice(most));
        if (parts.section.parentNode !== parent || question !== asked) { parts.more.open = false; }
        place(parts.section, items.length > most ? [parts.head, parts.list, parts.more] : [parts.head, parts.list]);
        put(parts.summary, "En voir d’autres (" + (items.length - most) + ")");
        many += items.length;
        return parts.section;
      }));
      asked = question;
      return many;
    },
    /* « Melun (Seine-et-Marne) »: where to look near the places named. */
    places: function (parent, places, root) {
      if (!places.length && parent.hidden) { return; }
      parent.textContent = "";
      parent.hidden = !places.length;
      places.forEach(function (place) {
        var line = add(parent, "p"), name = poc.places.titled(place);
        add(line, "a", "", place.guess ? "Peut-être\u00a0: " + name + "\u00a0?" : "Près de chez vous\u00a0: " + name)
          .setAttribute("href", address(root, { path: place.path }));
      });
    }
  };
})();
