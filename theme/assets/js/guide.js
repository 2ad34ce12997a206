/* What a page gains with JavaScript: the dark or light choice, short addresses, open parts on paper.
   Loaded in the head so that the choice is applied before anything is drawn. */
(function () {
  "use strict";
  var root = document.documentElement;
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

  /* A link to a place inside a closed part opens it. */
  function openTarget() {
    var id = decodeURIComponent(location.hash.slice(1));
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

  document.addEventListener("DOMContentLoaded", function () {
    toneButton();
    shortAddresses();
    openTarget();
    paper();
    menu();
    window.addEventListener("hashchange", openTarget);
  });
})();
