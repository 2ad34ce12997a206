/* What a copy must tell: its age, by this machine's clock, and that a link leaves it.
   A clock set before the day the guide was made says nothing. */
(function () {
  "use strict";
  var NB = "\u00a0";
  var STEPS = [
    [12, "age-4", "Beaucoup de choses ont pu changer. Appelez avant de vous déplacer, et demandez une copie récente."],
    [6, "age-3", "Appelez avant de vous déplacer."],
    [3, "age-2", "Vérifiez avant de vous déplacer."]
  ];
  var local = location.protocol === "file:";
  var copy = local || document.documentElement.classList.contains("single");

  function meta(name) {
    var found = document.querySelector('meta[name="' + name + '"]');
    return found ? found.getAttribute("content") : "";
  }
  /* Whole months from « 2026-11-21 » (or « 2019-02 ») until today; negative before. */
  function months(since) {
    var parts = since.split("-").map(Number), now = new Date();
    var count = (now.getFullYear() - parts[0]) * 12 + now.getMonth() + 1 - parts[1];
    return parts[2] && now.getDate() < parts[2] ? count - 1 : count;
  }
  function long(count) {
    var years = Math.floor(count / 12);
    return count < 24 ? count + NB + "mois" : years + NB + "ans";
  }
  function add(parent, name, className, text) {
    var element = document.createElement(name);
    if (className) { element.className = className; }
    element.textContent = text;
    parent.appendChild(element);
    return element;
  }

  function age() {
    var built = meta("built"), count = built ? months(built) : 0, main = document.getElementById("contenu");
    if (count < 1 || !main) { return; }
    Array.prototype.forEach.call(document.querySelectorAll(".built"), function (line) {
      line.appendChild(document.createTextNode(", il y a " + long(count)));
    });
    var step = STEPS.filter(function (one) { return count >= one[0]; })[0];
    if (!step) { return; }
    var line = document.createElement("p"), live = meta("live");
    line.className = "age " + step[1];
    line.setAttribute("role", "note");
    add(line, "strong", "", (copy ? "Cette copie a " : "Ce guide a ") + long(count) + ".");
    line.appendChild(document.createTextNode(" " + step[2]));
    if (copy && live) {
      line.appendChild(document.createTextNode(" Le guide à jour est ici" + NB + ": "));
      add(line, "a", "", live).href = live;
    }
    main.insertBefore(line, main.firstChild);
  }
  /* « Information de février 2019, à vérifier »: how long ago that is. */
  function sheets(all) {
    Array.prototype.forEach.call(all, function (sheet) {
      var count = months(sheet.getAttribute("data-as-of")), badge = sheet.querySelector(".as-of");
      if (count >= 1 && badge) { (badge.querySelector(".ago") || badge).appendChild(document.createTextNode(" (il y a " + long(count) + ")")); }
    });
  }

  var box = null, from = null;
  function close() {
    if (box.close) { box.close(); } else { box.removeAttribute("open"); }
    if (from) { from.focus(); }
  }
  function button(parent, text, act) {
    var made = add(parent, "button", "button plain", text);
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  }
  function make() {
    box = document.createElement("dialog");
    box.className = "leave";
    box.setAttribute("aria-labelledby", "leave-title");
    add(box, "h2", "", "Ce lien sort du guide").id = "leave-title";
    add(box, "p", "", "Il lui faut Internet. Vous pouvez copier son adresse" + NB + ":");
    var field = document.createElement("input");
    field.type = "text";
    field.readOnly = true;
    field.setAttribute("aria-label", "Adresse du lien");
    box.appendChild(field);
    var row = add(box, "div", "leave-moves", ""), told = document.createElement("p");
    button(row, "Copier l’adresse", function () {
      field.select();
      told.textContent = document.execCommand("copy") ? "L’adresse est copiée." : "Copiez l’adresse à la main.";
    });
    var open = add(row, "a", "button", "Ouvrir avec Internet");
    open.rel = "noopener noreferrer";
    open.setAttribute("data-go", "");
    button(row, "Rester dans le guide", close);
    told.setAttribute("role", "status");
    box.appendChild(told);
    box.addEventListener("keydown", function (event) { if (event.key === "Escape") { event.preventDefault(); close(); } });
    document.body.appendChild(box);
  }
  /* Without scripts a copy has no link that leaves it: here they come back, for they ask first. */
  function outgoing(scope) {
    Array.prototype.forEach.call(scope.querySelectorAll("a[data-out]"), function (link) {
      link.href = link.getAttribute("data-out");
      link.rel = "noopener noreferrer";
    });
  }
  function ask(link) {
    if (!box) { make(); }
    from = link;
    box.querySelector("input").value = link.href;
    box.querySelector("[data-go]").href = link.href;
    box.querySelector("[role=status]").textContent = "";
    if (box.showModal) { box.showModal(); } else { box.setAttribute("open", ""); }
    box.querySelector("button").focus();
  }
  function leaving(event) {
    if (event.button === 2) { return; }   /* « auxclick » is also the right button: its menu asks for nothing */
    var link = event.target.closest && event.target.closest("a[href]");
    if (!link || !/^https?:/.test(link.protocol) || link.hasAttribute("data-go")) { return; }
    event.preventDefault();
    ask(link);
  }

  document.addEventListener("DOMContentLoaded", function () {
    age();
    sheets(document.querySelectorAll("[data-as-of]"));
    outgoing(document);
    document.addEventListener("poc:open", function (event) {
      if (event.detail.hasAttribute("data-as-of")) { sheets([event.detail]); }
      outgoing(event.detail);
    });
    if (local) { ["click", "auxclick"].forEach(function (name) { document.addEventListener(name, leaving); }); }
  });
})();
