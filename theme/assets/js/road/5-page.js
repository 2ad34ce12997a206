/* The page: the list that the address holds, and nothing else, decides what is shown. */
(function () {
  "use strict";
  var poc = (window.poc = window.poc || {});
  var data = null, waiting = null, shown = [], app, papers, said;

  function part(name) { return app.querySelector(name); }
  /* The choices weigh more than the page: they come when there is one to show or to look for. */
  function ready(then) {
    if (data) { then(data); return; }
    if (waiting) { waiting.push(then); return; }
    waiting = [then];
    poc.scripts([app.getAttribute("data-root") + "assets/road-data.js"], function () {
      data = window.__poc_road;
      waiting.forEach(function (next) { next(data); });
    }, function () {
      waiting = null;
      say("Le réseau ne répond pas. Essayez encore dans un moment.");
    });
  }

  function known(code) { return Object.prototype.hasOwnProperty.call(data.choices, code); }
  /* What the address names, each under its code of today; it may name what the guide no longer has. */
  function named() { return poc.road.read(location.hash).map(function (code) { return data.moved[code] || code; }); }
  function codes() {
    return named().filter(function (code, at, all) { return known(code) && all.indexOf(code) === at; });
  }
  function go(list) { location.hash = list.length ? poc.road.written(list) : ""; }
  function say(text) { said.textContent = text; }

  function button(label, name, then) {
    var made = document.createElement("button");
    made.type = "button";
    made.className = "button plain";
    made.textContent = label;
    made.setAttribute("aria-label", label + "\u00a0: " + name);
    made.addEventListener("click", then);
    return made;
  }

  function remove(code) {
    go(codes().filter(function (one) { return one !== code; }));
    say("Retiré\u00a0: " + data.choices[code].title + ".");
    part("#t-choix").focus();
  }

  function add(code) {
    var list = codes().slice(0, poc.road.most);
    if (list.indexOf(code) >= 0) { say("Déjà dans vos choix."); return; }
    go(list.concat(code));
    if (list.length < poc.road.most) { say("Ajouté\u00a0: " + data.choices[code].title + "."); }
  }

  function showList(list) {
    var place = part(".road-choices");
    place.textContent = "";
    list.forEach(function (code) {
      var item = document.createElement("li"), link = document.createElement("a");
      link.href = poc.road.root + data.choices[code].path + "#road=" + poc.road.written(list);
      link.textContent = data.choices[code].title;
      item.appendChild(link);
      item.appendChild(button("Retirer", data.choices[code].title, function () { remove(code); }));
      place.appendChild(item);
    });
    part(".road-none").hidden = list.length > 0;
    part(".road-tools").hidden = list.length === 0;
  }

  /* The fourth: never added, always with the reason, and a way out. */
  function showFourth(list, fourth) {
    var box = part(".road-fourth"), place = part(".road-replace");
    var was = box.hidden;
    box.hidden = !fourth;
    place.textContent = "";
    if (!fourth) { return; }
    part(".road-fourth-name").textContent = data.choices[fourth].title;
    list.forEach(function (code, at) {
      var item = document.createElement("li"), name = data.choices[code].title;
      item.appendChild(button("Remplacer « " + name + " »", data.choices[fourth].title, function () {
        var next = list.slice();
        next[at] = fourth;
        go(next);
        say("Remplacé\u00a0: " + name + ".");
        part("#t-choix").focus();
      }));
      place.appendChild(item);
    });
    var keep = document.createElement("li");
    keep.appendChild(button("Garder mes trois choix", "sans changer", function () { go(list); part("#t-choix").focus(); }));
    place.appendChild(keep);
    if (was) { box.focus(); }
  }

  /* The public address of this list, where the guide has one. */
  function live(list) {
    var address = app.getAttribute("data-address");
    return address ? address + "#" + poc.road.written(list) : "";
  }

  function showPapers(list) {
    var choices = list.map(function (code) { return data.choices[code]; });
    papers.querySelectorAll(".made").forEach(function (one) { one.remove(); });
    papers.querySelector(".blank").hidden = choices.length > 0;
    if (!choices.length) { return; }
    ["person", "adviser"].forEach(function (which) {
      var sheet = poc.paper(which, choices, live(list));
      sheet.classList.add("made");
      papers.appendChild(sheet);
    });
    part(".road-case").value = poc.roadCopy.forTheFile(choices, live(list));
    part(".road-message").value = poc.roadCopy.forThePerson(choices, live(list));
    version();
  }

  function version() {
    var wanted = part("input[name=road-who]:checked").value;
    papers.querySelectorAll(".made").forEach(function (one) { one.hidden = !one.classList.contains("paper-" + wanted); });
  }

  function show() {
    var found = codes(), list = found.slice(0, poc.road.most);
    if (!named().every(known)) { say("Un choix de cette adresse n’est plus dans le guide."); }
    poc.road.keep(list);
    shown = found;
    showList(list);
    showFourth(list, found[poc.road.most]);
    showPapers(list);
  }

  /* « #contenu » is no list: one went to a place of this page, and its address has its list again. */
  function goneTo(place) {
    if (!shown.length || !place || !document.getElementById(place)) { return false; }
    try { history.replaceState(null, "", "#" + poc.road.written(shown)); } catch (error) { /* the page still shows the list */ }
    return true;
  }

  /* In the single file the address may be another page's. */
  function showAsked() {
    if (!app.getClientRects().length || goneTo(location.hash.slice(1))) { return; }
    shown = poc.road.read(location.hash);
    if (data || shown.length) { ready(show); } else { showList([]); showPapers([]); }
  }

  document.addEventListener("DOMContentLoaded", function () {
    app = document.getElementById("feuille");
    papers = document.getElementById("papiers");
    said = part(".road-said");
    document.documentElement.classList.add("road-paper"); /* printing, where CSS has no :has */
    poc.roadPick(app, ready, add);
    part(".road-clear").addEventListener("click", function () { go([]); say("Effacé."); part("#t-choix").focus(); });
    part(".road-print").addEventListener("click", function () { window.print(); });
    app.querySelectorAll("input[name=road-who]").forEach(function (one) { one.addEventListener("change", version); });
    app.querySelectorAll("[data-copy]").forEach(function (one) {
      one.addEventListener("click", function () {
        poc.roadCopy.copy(part(".road-" + one.getAttribute("data-copy")), function (text) { part(".road-copied").textContent = text; });
      });
    });
    showAsked();
    window.addEventListener("hashchange", showAsked);
  });
})();
