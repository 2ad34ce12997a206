/* What a page gains with JavaScript: the dark or light choice, short addresses, open parts on paper,
   the simple version kept from page to page, acronyms that unfold.
   Loaded in the head so that the choice is applied before anything is drawn. */
(function () {
  "use strict";
  var root = document.documentElement, poc = (window.poc = window.poc || {});
  root.classList.remove("no-js");

  function kept() {
    try { return localStorage.getItem("poc-theme"); } catch (error) { return null; }
  }
  function keep(theme) {
    try { localStorage.setItem("poc-theme", theme); } catch (error) { /* the choice lasts one page */ }
  }
  function isDark() {
    var theme = root.getAttribute("data-theme");
    return theme ? theme === "dark" : window.matchMedia("(prefers-color-scheme: dark)").matches;
  }
  var chosen = kept();
  if (chosen === "dark" || chosen === "light") { root.setAttribute("data-theme", chosen); }

  function toneButton() {
    var button = document.querySelector(".tone");
    if (!button) { return; }
    function show() { button.setAttribute("aria-pressed", String(isDark())); }
    button.hidden = false;
    show();
    button.addEventListener("click", function () {
      var theme = isDark() ? "light" : "dark";
      root.setAttribute("data-theme", theme);
      keep(theme);
      show();
    });
  }

  /* On a server « besoins/index.html » is also « besoins/ »; from a folder it is not. */
  function shortAddresses() {
    if (location.protocol.indexOf("http") !== 0) { return; }
    document.querySelectorAll('a[href*="index.html"]').forEach(function (link) {
      var href = link.getAttribute("href");
      if (!/^[a-z]+:/i.test(href)) {
        link.setAttribute("href", href.replace(/(^|\/)index\.html(?=$|[?#])/, function (all, slash) { return slash || "./"; }));
      }
    });
    if (/\/index\.html$/.test(location.pathname)) {
      history.replaceState(null, "", location.pathname.replace(/index\.html$/, "") + location.search + location.hash);
    }
  }

  /* What an address holds after « # »: of its own, and the road sheet's list that travels behind it. */
  poc.own = function (hash) { return hash.replace(/^#/, "").replace(/(^|&)road=.*$/, ""); };
  poc.carried = function (hash) { return (/(?:^#?|&)(road=.*)$/.exec(hash) || ["", ""])[1]; };

  /* A link to a place inside a closed part opens it. */
  function openTarget() {
    var id = poc.own(location.hash);
    var target = id && document.getElementById(id);
    if (!target) { return; }
    var closed = false, first = target.querySelector(":scope > details");
    if (first) { first.open = true; }
    for (var part = target.closest("details"); part; part = part.parentElement.closest("details")) {
      closed = closed || !part.open;
      part.open = true;
    }
    if (closed) { target.scrollIntoView(); }
  }

  function paper() {
    var opened = [];
    window.addEventListener("beforeprint", function () {
      opened = Array.prototype.filter.call(document.querySelectorAll(".poc-page details"), function (part) {
        return !part.open && !part.closest(".adviser:not([open])");
      });
      opened.forEach(function (part) { part.open = true; });
    });
    window.addEventListener("afterprint", function () {
      opened.forEach(function (part) { part.open = false; });
    });
  }

  /* The simple version is in the address, and nowhere else: « #simple » opens it, alone or before the
     road sheet's list (« #simple&road=1… »), and links hand it on.
     A link to a place within a page keeps its place and says « ?simple ». */
  var CARRIED = "simple-carried";
  function simpleHere() { return poc.own(location.hash) === "simple"; }
  function simpleOn() { return simpleHere() || /[?&]simple(?=&|$)/.test(location.search); }
  function simpleAddress(href) {
    if (poc.root && /^#[^#:?]+$/.test(href || "")) { return href + "#simple"; }   /* the single file */
    if (!href || /^([a-z][a-z0-9+.-]*:|#|\/\/)/i.test(href)) { return href; }
    var cut = href.split("#"), place = cut[1];
    if (place === undefined || place === "") { return cut[0] + "#simple"; }
    if (!poc.own(place)) { return cut[0] + "#simple&" + place; }
    if (poc.own(place) === "simple" || /[?&]simple(?=&|$)/.test(cut[0])) { return href; }
    return cut[0] + (cut[0].indexOf("?") < 0 ? "?" : "&") + "simple#" + place;
  }
  function carrySimple(link) {
    var href = link.getAttribute("href"), carried = simpleAddress(href);
    if (carried !== href) {
      link.setAttribute("data-" + CARRIED, href);
      link.setAttribute("href", carried);
    }
  }
  function showSimple() {
    root.classList.toggle("simple-on", simpleHere());
    document.querySelectorAll("[data-" + CARRIED + "]").forEach(function (link) {
      link.setAttribute("href", link.getAttribute("data-" + CARRIED));
      link.removeAttribute("data-" + CARRIED);
    });
    if (simpleOn()) { document.querySelectorAll("a[href]").forEach(carrySimple); }
  }
  function simpleVersion() {
    showSimple();
    window.addEventListener("hashchange", function () {
      showSimple();
      var part = document.getElementById("simple");   /* the browser goes to « #simple » alone */
      if (part && location.hash.indexOf("#simple&") === 0) { part.focus({ preventScroll: true }); window.scrollTo(0, 0); }
    });
    document.addEventListener("click", function (event) {
      var link = event.target.closest && event.target.closest("a[href]");
      if (!link || !simpleOn()) { return; }
      if (simpleHere() && link.className === "skip") {
        event.preventDefault();
        document.getElementById("contenu").focus();
        return;
      }
      carrySimple(link);
    }, true);
  }

  /* An acronym is a button that shows its words; without JavaScript they are in parentheses. */
  function acronyms(scope) {
    scope.querySelectorAll(".term").forEach(function (term) {
      var word = term.querySelector(".term-word"), button = document.createElement("button"), hint = document.createElement("span");
      button.type = "button";
      button.className = "term-word";
      button.textContent = word.textContent;
      hint.className = "hush";
      hint.textContent = "\u00a0: en toutes lettres";
      button.appendChild(hint);
      button.setAttribute("aria-expanded", "false");
      term.replaceChild(button, word);
      button.addEventListener("click", function () {
        var open = term.classList.toggle("open");
        button.setAttribute("aria-expanded", String(open));
      });
    });
  }

  function menu() {
    var part = document.querySelector(".menu");
    if (!part) { return; }
    document.addEventListener("keydown", function (event) {
      if (event.key === "Escape" && part.open) { part.open = false; part.querySelector("summary").focus(); }
    });
    document.addEventListener("click", function (event) {
      if (part.open && !part.contains(event.target)) { part.open = false; }
    });
  }

  root.classList.toggle("simple-on", simpleHere());
  document.addEventListener("DOMContentLoaded", function () {
    toneButton();
    shortAddresses();
    simpleVersion();
    acronyms(document);
    document.addEventListener("poc:open", function (event) { acronyms(event.detail); });
    openTarget();
    paper();
    menu();
    window.addEventListener("hashchange", openTarget);
  });
})();
