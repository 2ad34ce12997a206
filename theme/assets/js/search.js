/* Search as you type over window.__poc_search (see generator/views/search.py). No network, no worker:
   it works from a folder. Accents and capitals are folded, words split on apostrophes and hyphens. */
(function () {
  "use strict";
  var KINDS = { need: "Besoin", scheme: "Dispositif", pathway: "Parcours", word: "Mot expliqué" };
  var BONUS = { need: 1.25, scheme: 1.1, pathway: 1, word: 0.8 };
  var SMALL = /^(?:a|ai|au|aux|avec|c|ce|ces|d|dans|de|des|du|e|elle|en|est|et|il|j|je|l|la|le|les|ma|me|mes|moi|mon|n|ne|on|ou|par|pour|qu|que|qui|s|se|si|suis|sur|t|un|une|y)$/;
  var SHOWN = 30;

  var input = document.getElementById("q");
  var list = document.getElementById("resultats");
  var summary = document.getElementById("resume");
  var nothing = document.getElementById("rien");
  var all = document.getElementById("tout");
  var rows = window.__poc_search || [];
  var root = list.getAttribute("data-root");
  var weightOf = {};

  function fold(text) {
    return text.toLowerCase().replace(/œ/g, "oe").replace(/æ/g, "ae").normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  }
  function tokens(text) { return fold(text).split(/[^a-z0-9]+/).filter(Boolean); }
  /* A plural is its singular: enough here, the real stemmer comes with the index. */
  function bare(word) { return word.length > 3 ? word.replace(/(?:s|x)$/, "") : word; }

  function prepare() {
    var seen = {};
    rows.forEach(function (row) {
      row.fields = [
        { text: row.t, weight: 3, tokens: tokens(row.t).map(bare) },
        { text: row.d, weight: 1, tokens: tokens(row.d).map(bare) }
      ].concat(row.w.map(function (text) {
        return { text: text, weight: row.k === "need" ? 2 : 3, tokens: tokens(text).map(bare) };
      }));
      var own = {};
      row.fields.forEach(function (field) { field.tokens.forEach(function (token) { own[token] = true; }); });
      Object.keys(own).forEach(function (token) { seen[token] = (seen[token] || 0) + 1; });
    });
    Object.keys(seen).forEach(function (token) { weightOf[token] = Math.log(1 + rows.length / seen[token]); });
  }

  function near(a, b) {
    if (Math.abs(a.length - b.length) > 1 || a.length < 5 || a[0] !== b[0]) { return false; }
    var i = 0;
    while (i < a.length && a[i] === b[i]) { i += 1; }
    var rest = [a.slice(i), b.slice(i)];
    return rest[0].slice(1) === rest[1].slice(1) || rest[0].slice(1) === rest[1] || rest[0] === rest[1].slice(1) ||
      (rest[0].slice(2) === rest[1].slice(2) && rest[0][0] === rest[1][1] && rest[0][1] === rest[1][0]);
  }
  function match(wanted, token) {
    if (wanted === token) { return 1; }
    if (wanted.length > 3 && token.indexOf(wanted) === 0) { return 0.75; }
    if (token.length > 4 && wanted.indexOf(token) === 0) { return 0.5; }
    return near(wanted, token) ? 0.45 : 0;
  }
  function scoreField(field, wanted) {
    var sum = 0, total = 0;
    wanted.forEach(function (word) {
      var best = 0, bestToken = "";
      field.tokens.forEach(function (token) {
        var value = match(word, token);
        if (value > best) { best = value; bestToken = token; }
      });
      var heavy = weightOf[bestToken] || weightOf[word] || 3;
      sum += best * heavy;
      total += heavy;
    });
    var whole = field.weight > 2 && field.tokens.length === wanted.length && sum > 0.95 * total;
    return total ? sum * (sum / total) * (whole ? 2.5 : 1) : 0;
  }
  function scoreRow(row, wanted) {
    var best = { score: 0, field: null }, sum = 0;
    row.fields.forEach(function (field) {
      var score = scoreField(field, wanted) * (1 + field.weight / 10);
      sum += score;
      if (score > best.score) { best = { score: score, field: field }; }
    });
    return { row: row, field: best.field, score: (best.score + sum / (row.fields.length + 4)) * BONUS[row.k] };
  }

  function find(query) {
    var words = tokens(query).map(bare);
    var wanted = words.filter(function (word) { return !SMALL.test(word); });
    if (!wanted.length) { wanted = words; }
    var found = rows.map(function (row) { return scoreRow(row, wanted); }).filter(function (one) { return one.score > 0.4; });
    found.sort(function (a, b) { return b.score - a.score || (a.row.i < b.row.i ? -1 : 1); });
    var best = found.length ? found[0].score : 0;
    return { wanted: wanted, found: found.filter(function (one) { return one.score > best * 0.12; }).slice(0, SHOWN) };
  }

  function mark(element, text, wanted) {
    text.split(/([^0-9A-Za-zÀ-ÖØ-öø-ÿœŒæÆ]+)/).forEach(function (piece) {
      var word = bare(fold(piece));
      var hit = word && wanted.some(function (one) { return match(one, word) >= 0.45; });
      if (hit) {
        var marked = document.createElement("mark");
        marked.textContent = piece;
        element.appendChild(marked);
      } else {
        element.appendChild(document.createTextNode(piece));
      }
    });
  }
  function add(parent, name, className, text) {
    var element = document.createElement(name);
    if (className) { element.className = className; }
    if (text) { element.textContent = text; }
    parent.appendChild(element);
    return element;
  }
  function draw(one, wanted) {
    var item = add(list, "li");
    item.setAttribute("data-kind", one.row.k);
    item.setAttribute("data-id", one.row.i);
    var address = one.row.u;
    if (location.protocol.indexOf("http") === 0) { address = address.replace(/index\.html(?=$|#)/, ""); }
    add(item, "a", "", one.row.t).setAttribute("href", root + address);
    add(item, "span", "tag", KINDS[one.row.k]);
    if (one.row.d) { add(item, "p", "", one.row.d); }
    var text = one.field.text;
    if (text !== one.row.d) {
      var why = add(item, "p", "why", one.row.k === "need" && text !== one.row.t ? "On dit aussi : " : "Trouvé dans : ");
      mark(why, text, wanted);
    }
  }

  function show() {
    var query = input.value.trim();
    var empty = !tokens(query).length;
    list.textContent = "";
    all.hidden = !empty;
    var result = empty ? { wanted: [], found: [] } : find(query);
    result.found.forEach(function (one) { draw(one, result.wanted); });
    nothing.hidden = empty || result.found.length > 0;
    summary.textContent = empty ? "" : result.found.length === 0 ? "Aucune réponse." :
      result.found.length === 1 ? "1 réponse" : result.found.length + " réponses, les plus proches d’abord";
    list.setAttribute("data-count", String(result.found.length));
    list.setAttribute("data-state", "done");
  }

  prepare();
  var asked = new URLSearchParams(location.search).get("q");
  if (asked) { input.value = asked; }
  show();
  var wait = null;
  input.addEventListener("input", function () {
    list.setAttribute("data-state", "busy");
    clearTimeout(wait);
    wait = setTimeout(show, 80);
  });
  input.form.addEventListener("submit", function (event) {
    event.preventDefault();
    clearTimeout(wait);
    show();
    try { history.replaceState(null, "", location.pathname + "?q=" + encodeURIComponent(input.value)); } catch (error) { /* from a folder, some browsers refuse */ }
  });
})();
