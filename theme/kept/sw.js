/* The worker of the kept guide. Above this line, the build writes VERSION, PARTS ([path, bytes to
   download]), SIZE ([path, text]), TYPES, HEADERS, and BUILT, the day that pages show in place of DAYS
   (in figures, in words): a build that changes nothing else changes no part. It stores nothing until a page asks for it, and
   serves whichever kept edition is whole: a newer worker goes on serving the older one until the
   reader takes the new. `fetch` is a worker's only means; pages never use it. */
"use strict";
/* A cache belongs to a whole origin, which may hold several guides: its name says whose it is. « # » is
   in no scope, so that « /guide/ » and « /guide/autre/ » do not take one for the other. */
var PREFIX = "poc-kept-" + self.registration.scope + "#";
var WHOLE = "kept-whole";

self.addEventListener("install", function () { /* nothing is downloaded here: data cost money */ });
self.addEventListener("activate", function (event) { event.waitUntil(self.clients.claim()); });

function root() { return self.registration.scope; }

function version(name) { return name.slice(PREFIX.length); }

/* The caches of this guide, each with whether its edition is whole: it has its mark. */
function ours() {
  return caches.keys().then(function (names) {
    names = names.filter(function (name) { return name.indexOf(PREFIX) === 0; });
    return Promise.all(names.map(function (name) {
      return caches.open(name).then(function (cache) { return cache.match(root() + WHOLE); });
    })).then(function (marks) {
      return names.map(function (name, rank) { return { name: name, whole: Boolean(marks[rank]) }; });
    });
  });
}

/* The name of the kept edition, or null; an edition half stored does not count. */
function keptName() {
  return ours().then(function (all) {
    var whole = all.filter(function (one) { return one.whole; }).map(function (one) { return one.name; });
    return whole.filter(function (name) { return version(name) === VERSION; })[0] || whole[0] || null;
  });
}

/* The mark of a kept edition: the day it was made, and what was stored, { part: [files] }. */
function mark(name) {
  if (!name) { return Promise.resolve({}); }
  return caches.open(name).then(function (cache) { return cache.match(root() + WHOLE); })
    .then(function (found) { return found ? found.json() : {}; });
}
function keptParts(name) { return mark(name).then(function (found) { return found.parts || {}; }); }
function day(name) {
  return version(name) === VERSION ? Promise.resolve(BUILT) : mark(name).then(function (found) { return found.built || BUILT; });
}

/* A kept page with the day of its edition; other files as they are. */
function dated(answer, name) {
  if ((answer.headers.get("Content-Type") || "").indexOf("text/html") !== 0) { return answer; }
  return Promise.all([answer.text(), day(name)]).then(function (both) {
    var text = DAYS.reduce(function (done, sign, rank) { return done.split(sign).join(both[1][rank]); }, both[0]);
    return new Response(text, { headers: answer.headers });
  });
}

function missing(parts) { return PARTS.filter(function (part) { return !parts[part[0]]; }); }

function state() {
  return keptName().then(function (name) {
    return keptParts(name).then(function (parts) {
      var bytes = missing(parts).reduce(function (sum, part) { return sum + part[1]; }, 0);
      return { kept: name ? version(name) : null, version: VERSION, bytes: bytes };
    });
  });
}

function page(path, text) {
  var headers = Object.assign({ "Content-Type": TYPES[path.split(".").pop()] }, HEADERS);
  return new Response(text, { headers: headers });
}

function putAll(cache, texts) {
  return Promise.all(Object.keys(texts).map(function (path) {
    return cache.put(root() + path, page(path, texts[path]));
  }));
}

function download(path) {
  return fetch(root() + path, { cache: "no-store" }).then(function (answer) {
    if (!answer.ok) { throw new Error(String(answer.status)); }
    return answer.json();
  });
}

function copy(from, cache, names) {
  return Promise.all(names.map(function (path) {
    return from.match(root() + path).then(function (answer) { return cache.put(root() + path, answer); });
  }));
}

/* Stores this edition beside the one there may be: what is known is copied, the rest downloaded, part
   after part; the mark comes last, then the older edition goes. */
function store(tell) {
  var fresh = PREFIX + VERSION, whole = {};
  return keptName().then(function (old) {
    return Promise.all([keptParts(old), old ? caches.open(old) : null, caches.open(fresh)]).then(function (all) {
      var known = all[0], from = all[1], cache = all[2], done = 0;
      return PARTS.reduce(function (before, part) {
        return before.then(function () {
          if (known[part[0]]) {
            whole[part[0]] = known[part[0]];
            return old === fresh ? null : copy(from, cache, known[part[0]]);
          }
          return download(part[0]).then(function (texts) {
            whole[part[0]] = Object.keys(texts);
            return putAll(cache, texts);
          });
        }).then(function () { done += 1; tell({ done: done, of: PARTS.length }); });
      }, Promise.resolve()).then(function () {
        return cache.put(root() + SIZE[0], page(SIZE[0], SIZE[1]));
      }).then(function () {
        return cache.put(root() + WHOLE, new Response(JSON.stringify({ built: BUILT, parts: whole })));
      }).then(function () { return removeBut(fresh); });
    }).catch(function (error) {
      return (old === fresh ? Promise.resolve() : caches.delete(fresh)).then(function () { throw error; });
    });
  });
}

function removeBut(name) {
  return ours().then(function (all) {
    return Promise.all(all.filter(function (one) { return one.name !== name; }).map(function (one) {
      return caches.delete(one.name);
    }));
  });
}

self.addEventListener("message", function (event) {
  var port = event.ports[0], asked = event.data;
  function tell(said) { port.postMessage(said); }
  function failed(error) { tell({ failed: true, full: error && error.name === "QuotaExceededError" }); }
  if (asked === "state") { event.waitUntil(state().then(tell, failed)); }
  if (asked === "store") {
    event.waitUntil(store(tell).then(function () { return self.skipWaiting(); })
      .then(function () { tell({ stored: true }); }, failed));
  }
  if (asked === "remove") { event.waitUntil(removeBut(null).then(function () { tell({ removed: true }); }, failed)); }
});

/* The address of the file behind an address: no query, « besoins/ » is « besoins/index.html ». */
function file(address) { return address.replace(/[?#].*$/, "").replace(/\/$/, "/index.html"); }

self.addEventListener("fetch", function (event) {
  var request = event.request;
  if (request.method !== "GET" || request.url.indexOf(root()) !== 0) { return; }
  event.respondWith(keptName().then(function (name) {
    if (!name) { return fetch(request); }
    return caches.open(name).then(function (cache) {
      return cache.match(file(request.url)).then(function (found) {
        if (found) { return dated(found, name); }
        return fetch(request).catch(function () {
          if (request.mode !== "navigate") { return Response.error(); }
          return cache.match(root() + "404.html").then(function (lost) {
            return lost ? dated(lost, name) : Response.error();
          });
        });
      });
    });
  }));
});
