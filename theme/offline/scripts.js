/* The scripts of the site inside the single file: run when they are asked for, each for its page. */
(function () {
  "use strict";
  var poc = (window.poc = window.poc || {});
  var ran = {}, ready = false;
  window.__poc_document = document;

  function id(name) { return document.getElementById(name); }
  /* The document as a script of that page sees it: its ids without their page, nothing of other pages. */
  function scoped(section) {
    function own(name) { return id(section.id + ":" + name) || id(name); }
    function named(selector) {
      return selector.replace(/#([\w-]+)/g, function (all, name) {
        return id(section.id + ":" + name) ? '[id="' + section.id + ":" + name + '"]' : all;
      });
    }
    var ours = {
      getElementById: own,
      querySelector: function (selector) { return section.querySelector(named(selector)); },
      querySelectorAll: function (selector) { return section.querySelectorAll(named(selector)); }
    };
    return new Proxy(document, {
      get: function (whole, name) {
        if (Object.prototype.hasOwnProperty.call(ours, name)) { return ours[name]; }
        return typeof whole[name] === "function" ? whole[name].bind(whole) : whole[name];
      },
      set: function (whole, name, value) { whole[name] = value; return true; }
    });
  }
  function text(name) { return document.querySelector('script[data-path="' + name + '"]'); }
  function execute(held, seen) {
    var element = document.createElement("script"), size = Number(held.getAttribute("data-size"));
    window.__poc_document = seen;
    element.textContent = size ? poc.unpacked(held.textContent, size) : held.textContent;
    document.head.appendChild(element);
    window.__poc_document = document;
  }
  /* The scripts of a page, once for each page. */
  poc.run = function (section) {
    if (ran[section.id]) { return; }
    ran[section.id] = true;
    (section.getAttribute("data-scripts") || "").split(" ").forEach(function (name) {
      if (name && text(name)) { execute(text(name), scoped(section)); }
    });
  };

  /* Every script of the guide is in the file: « #assets/search.js » is one of them. */
  poc.root = "#";
  poc.script = function (address, then, failed) {
    var name = address.replace(/^#/, ""), held = text(name);
    if (!held) { if (failed) { failed(); } return; }
    if (!ran[name]) {
      ran[name] = true;
      execute(held, document);
    }
    setTimeout(then, 0);
  };

  /* A page's script may wait for a document that is ready since long: it runs when its page is first shown. */
  var listen = document.addEventListener;
  document.addEventListener = function (kind, act, options) {
    if (kind === "DOMContentLoaded" && ready) { setTimeout(act, 0); } else { listen.call(document, kind, act, options); }
  };

  document.addEventListener("DOMContentLoaded", function () { ready = true; });
})();
