/* The single file with scripts: one section at a time, as one page after another.
   The fragment is an address inside the guide: « #besoins/handicap », « #recherche?q=permis », « #faire-le-point#1ab »
   (what follows the second # is the page's own). Other scripts get `__poc_location` and `__poc_history` as theirs. */
(function () {
  "use strict";
  var HOME = "accueil", ABSENT = "absent";
  var poc = (window.poc = window.poc || {});
  var root = document.documentElement, real = window.location;
  var here = null, title = document.title, ready = false, moved = false, heights = {}, asked = {};
  root.classList.add("single-js");
  if (real.hash.length > 1) { root.classList.add("single-wait"); }

  function decoded(text) {
    try { return decodeURIComponent(text); } catch (error) { return text; }
  }
  function id(name) { return name ? document.getElementById(name) : null; }
  /* A page is text (a noscript) until it is first shown. */
  function open(section) {
    var text = section.firstElementChild;
    if (!text || text.tagName !== "NOSCRIPT") { return; }
    section.innerHTML = text.textContent;
    document.dispatchEvent(new CustomEvent("poc:open", { detail: section }));
  }
  /* The element of that name, wherever it waits. */
  function named(name) {
    if (id(name) || !name) { return id(name); }
    var ends = [" id=" + name + " ", " id=" + name + ">"];
    Array.prototype.some.call(document.querySelectorAll("#contenu > section > noscript"), function (text) {
      var found = ends.some(function (end) { return text.textContent.indexOf(end) >= 0; });
      if (found) { open(text.parentNode); }
      return found;
    });
    return id(name);
  }
  function sectionOf(element) {
    var found = element;
    while (found && !(found.tagName === "SECTION" && found.parentNode.id === "contenu")) { found = found.parentElement; }
    return found;
  }

  /* « #a/b/index.html?q=x#y » → { page: "a/b", query: "?q=x", state: "#y" } */
  function read(hash) {
    var parts = /^#?([^?#]*)(\?[^#]*)?(#.*)?$/.exec(hash) || [];
    var page = decoded(parts[1] || "").replace(/index\.html$/, "").replace(/\/$/, "");
    return { page: page || HOME, query: parts[2] || "", state: parts[3] || "" };
  }
  /* The section asked for, and the place in it. */
  function find(route) {
    var target = named(route.page), section = sectionOf(target);
    if (!section) { return { section: target ? null : id(ABSENT), anchor: null }; }
    if (target !== section) { return { section: section, anchor: target }; }
    open(section);
    var name = decoded(route.state.slice(1)), anchor = id(section.id + ":" + name) || id(name);
    return { section: section, anchor: anchor && sectionOf(anchor) === section ? anchor : null };
  }

  /* A page that has fields named in its address opens with them filled. */
  function fill(section, query) {
    if (!query || asked[section.id] === query) { return; }
    asked[section.id] = query;
    new URLSearchParams(query).forEach(function (value, name) {
      Array.prototype.forEach.call(section.querySelectorAll("input"), function (field) {
        if (field.name === name) {
          field.value = value;
          field.dispatchEvent(new Event("input", { bubbles: true }));
        }
      });
    });
  }
  function mark(section) {
    Array.prototype.forEach.call(document.querySelectorAll(".top nav a"), function (link) {
      var page = read(link.getAttribute("href")).page;
      link.removeAttribute("aria-current");
      if (page === section.id) { link.setAttribute("aria-current", "page"); }
      else if (section.id.indexOf(page + "/") === 0) { link.setAttribute("aria-current", "true"); }
    });
    var heading = section.querySelector("h1");
    document.title = section.id === HOME || !heading ? title : heading.textContent.trim() + " – " + title;
  }

  /* A link to a place inside a closed part opens it. */
  function reveal(target) {
    var first = target.querySelector(":scope > details");
    if (first) { first.open = true; }
    for (var part = target; part && part !== here; part = part.parentElement) {
      if (part.tagName === "DETAILS") { part.open = true; }
    }
  }
  function show() {
    var route = read(real.hash), found = find(route), section = found.section;
    if (!section || (!ready && section.id === ABSENT)) { return; }
    root.classList.remove("single-wait");
    var changed = section !== here, first = here === null;
    if (changed) {
      Array.prototype.forEach.call(document.querySelectorAll("#contenu > .here"), function (one) { one.classList.remove("here"); });
      section.classList.add("here");
      here = section;
      mark(section);
    }
    poc.run(section);
    fill(section, route.query);
    if (found.anchor) {
      reveal(found.anchor);
      if (!found.anchor.matches(":target")) { real.replace("#" + found.anchor.id); }
      found.anchor.scrollIntoView();
    } else if (changed) {
      window.scrollTo(0, moved || first ? 0 : heights[section.id] || 0);
    }
    if (changed && !first) { (found.anchor || section).focus({ preventScroll: true }); }
    moved = false;
  }

  window.__poc_location = {
    get hash() {
      var route = read(real.hash), found = find(route);
      if (found.anchor) { return "#" + found.anchor.id.replace(found.section.id + ":", ""); }
      return found.section && found.section.id === route.page ? route.state : "";
    },
    set hash(value) {
      var state = String(value).replace(/^#/, "");
      real.hash = "#" + read(real.hash).page + (state ? "#" + state : "");
    },
    get search() { return read(real.hash).query; },
    get pathname() { return "#" + read(real.hash).page; },
    get href() { return real.href; },
    set href(value) { moved = true; real.href = value; },
    get protocol() { return real.protocol; },
    replace: function (value) { real.replace(/^#/.test(value) ? "#" + read(real.hash).page + value : value); },
    toString: function () { return real.href; }
  };
  window.__poc_history = {
    replaceState: function (state, text, address) { history.replaceState(state, text, address); },
    pushState: function (state, text, address) { history.pushState(state, text, address); },
    back: function () { history.back(); }
  };

  document.addEventListener("click", function (event) {
    if (here && event.target.closest && event.target.closest("a.skip")) { event.preventDefault(); here.focus(); return; }   /* the address is the page's */
    var link = event.target.closest && event.target.closest('a[href^="#"]');
    moved = !!link && !event.defaultPrevented;
    if (moved && link.getAttribute("href") === real.hash) { show(); }
  });
  window.addEventListener("submit", function (event) {
    var action = event.target.getAttribute("action") || "";
    if (event.defaultPrevented || action.charAt(0) !== "#") { return; }
    event.preventDefault();
    var said = new URLSearchParams();
    new FormData(event.target).forEach(function (value, name) { said.append(name, value); });
    moved = true;
    real.hash = action + "?" + said.toString();
  });
  window.addEventListener("scroll", function () { if (here) { heights[here.id] = window.pageYOffset; } }, { passive: true });
  window.addEventListener("hashchange", show);
  document.addEventListener("DOMContentLoaded", function () {
    ready = true;
    if ("scrollRestoration" in history) { history.scrollRestoration = "manual"; }
    show();
    window.addEventListener("load", function () { if (here && !find(read(real.hash)).anchor) { window.scrollTo(0, 0); } });
  });
})();
