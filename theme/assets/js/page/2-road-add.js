/* « Ajouter à la feuille de route » on every page. The list of choices is in the address only
   (« #road=1… », or after what a page keeps there: « #210108&road=1… », « #simple&road=1… », « #lettre-d&road=1… »),
   as codes; it travels from page to page in the links one follows, and is stored nowhere. It stays after the « # »:
   servers read what comes before, and the road sheet promises that nothing is sent.
   `poc.road.buttons(scope)` fills every [data-road="scheme:pee"] of a list made later. */
(function () {
  "use strict";
  var poc = (window.poc = window.poc || {});
  var SIGNS = "0123456789abcdefghjkmnpqrstvwxyz", SIZE = 6, VERSION = "1";
  var MOST = 3;   /* « 3 choix au plus »: charte de prescription (document 002), partie IV, 4.2 */
  var root = poc.root || document.currentScript.src.replace(/assets\/page\.js.*$/, "");   /* « # » in the single file */
  var kept = [];

  /* The same six signs as generator/road/codes.py, for « scheme:pee ». */
  function code(name) {
    var found = 0x811c9dc5, bytes = unescape(encodeURIComponent(name)), signs = "";
    for (var at = 0; at < bytes.length; at += 1) { found = Math.imul(found ^ bytes.charCodeAt(at), 0x01000193) >>> 0; }
    for (var place = SIZE - 1; place >= 0; place -= 1) { signs += SIGNS[(found >>> (5 * place)) & 31]; }
    return signs;
  }

  /* The codes of an address, at most one too many: the fourth is kept so that its refusal survives a reload. */
  function read(hash) {
    var found = /^#(?:simple&)?(?:road=)?1((?:[0-9a-z]{6})*)$/.exec(hash);
    return (found ? found[1].match(/.{6}/g) || [] : []).filter(function (one, at, all) {
      return all.indexOf(one) === at;
    }).slice(0, MOST + 1);
  }

  function written(codes) { return VERSION + codes.join(""); }
  function sheet(codes) { return root + "feuille-de-route/index.html#" + written(codes); }
  /* What a page writes in its address, with the list after it. */
  function beside(own) { return own + (kept.length ? (own ? "&" : "") + "road=" + written(kept) : ""); }

  function button(place) {
    var one = code(place.getAttribute("data-road")), there = kept.indexOf(one) >= 0;
    var link = document.createElement("a");
    link.className = "button plain road-add";
    link.href = sheet(there ? kept : kept.slice(0, MOST).concat(one));
    link.textContent = there ? "Déjà dans ma feuille de route : la voir" : "Ajouter à la feuille de route";
    if (place.hasAttribute("data-name")) { link.setAttribute("aria-label", link.textContent + "\u00a0: " + place.getAttribute("data-name")); }
    place.textContent = "";
    place.appendChild(link);
    place.hidden = false;
  }

  function buttons(scope) { (scope || document).querySelectorAll("[data-road]").forEach(button); }

  function bar() {
    var page = (document.querySelector("#contenu > .here") || document).querySelector(".poc-page"), old = document.querySelector(".road-bar");
    if (old) { old.remove(); }
    if (!page || !kept.length || page.querySelector("#feuille")) { return; }
    var line = document.createElement("p"), link = document.createElement("a");
    line.className = "road-bar";
    link.href = sheet(kept);
    link.textContent = "Ma feuille de route\u00a0: " + Math.min(kept.length, MOST) + "\u00a0choix sur\u00a0" + MOST;
    line.appendChild(link);
    page.insertBefore(line, page.firstChild);
  }

  /* Just before a link is followed: its address takes the list along, unless it goes to a place of this very
     page or holds codes. */
  function carry(event) {
    var link = event.target.closest && event.target.closest("a[href]"), href = link && link.getAttribute("href");
    if (!href || !kept.length || new URL(href, document.baseURI).href.indexOf(root) !== 0) { return; }
    var parts = href.split("#"), own = poc.own(parts[1] || "");
    if (!own || own === "simple" || own.indexOf("=") > 0 || (parts[0] && /^[a-z]/.test(own))) {
      link.setAttribute("href", parts[0] + "#" + beside(own));
    }
  }

  /* « #lettre-d&road=1… » names no place: the browser goes to « #lettre-d », then the address has its list again. */
  function land() {
    var own = poc.own(location.hash), whole = location.href;
    var place = poc.carried(location.hash) && own !== "simple" && document.getElementById(own);
    if (!place || place.matches(":target")) { return; }
    location.replace("#" + own);
    try { history.replaceState(null, "", whole); } catch (error) { /* the page still knows the list */ }
  }

  function start() {
    var found = read("#" + poc.carried(location.hash)).slice(0, MOST);
    if (found.length) { kept = found; }
    buttons();
    bar();
    land();
  }

  poc.road = { code: code, read: read, written: written, buttons: buttons, root: root, most: MOST, beside: beside, show: start };
  poc.road.keep = function (codes) { kept = codes; };
  /* One more choice, by name, where there is room. */
  poc.road.take = function (name) {
    var one = code(name);
    if (kept.indexOf(one) < 0 && kept.length < MOST) { kept = kept.concat(one); }
  };
  ["click", "auxclick", "contextmenu"].forEach(function (name) { document.addEventListener(name, carry, true); });
  document.addEventListener("submit", function (event) {
    if (kept.length && !poc.root) { event.target.action = event.target.action.split("#")[0] + "#" + beside(""); }
  });
  document.addEventListener("DOMContentLoaded", start);
  window.addEventListener("hashchange", start);
  /* Firefox forgets the place of a page it kept just after it shows it again. */
  window.addEventListener("pageshow", function (event) { if (event.persisted) { setTimeout(start, 0); } });
})();
