/* « Garder ce guide sur mon téléphone ». The button is on one page; every page tells of a newer edition
   to those who keep one, and changes nothing before they ask. Nothing here runs from a folder, nor
   where the browser cannot keep a site. The storing itself is done by sw.js. */
(function () {
  "use strict";
  var able = /^https?:$/.test(location.protocol) && window.isSecureContext && "serviceWorker" in navigator;
  var root = document.currentScript.src.replace(/assets\/kept\.js.*$/, "");
  if (!able || !root) { return; }
  var workers = navigator.serviceWorker;

  function mega(bytes) {
    return Math.max(0.1, bytes / 1e6).toFixed(1).replace(".", ",") + "\u00a0Mo";
  }

  /* Asks the worker; `tell` hears what it says on the way, the promise what it says at the end. */
  function ask(worker, what, tell) {
    return new Promise(function (done, failed) {
      var channel = new MessageChannel();
      channel.port1.onmessage = function (event) {
        var said = event.data;
        if (said.failed) { failed(said); } else if (said.of) { tell(said); } else { done(said); }
      };
      worker.postMessage(what, [channel.port2]);
    });
  }

  function newest(registration) { return registration.waiting || registration.active; }

  function registered() {
    return workers.getRegistration(root).then(function (found) {
      return found && newest(found) && found.scope === root ? found : null;
    });
  }

  function part(tag, className, text) {
    var element = document.createElement(tag);
    element.className = className;
    element.textContent = text;
    if (tag === "button") { element.type = "button"; }
    return element;
  }

  function whyNot(error) {
    return error && error.full
      ? "Il n’y a pas assez de place sur votre téléphone. Rien n’a changé."
      : "Le téléchargement s’est arrêté. Rien n’a changé sur votre téléphone. Essayez encore quand le réseau revient.";
  }

  /* The new edition shows once the new worker answers: the page is read again, at the reader's request. */
  function show(registration) {
    if (!registration.waiting && (!registration.active || workers.controller === registration.active)) { location.reload(); return; }
    workers.addEventListener("controllerchange", function () { location.reload(); });
  }

  function announce(registration, bytes) {
    if (document.querySelector(".kept-news")) { return; }
    var box = part("div", "kept-news", ""), take = part("button", "button", "Mettre à jour (" + mega(bytes) + ")");
    var later = part("button", "button plain", "Plus tard"), said = part("p", "", "");
    said.setAttribute("role", "status");
    box.append(said, take, later);
    document.getElementById("contenu").prepend(box);
    said.textContent = "Une version plus récente existe.";
    later.addEventListener("click", function () { box.remove(); });
    take.addEventListener("click", function () {
      take.disabled = later.disabled = true;
      ask(newest(registration), "store", function (step) {
        said.textContent = "Téléchargement\u00a0: " + step.done + " sur " + step.of + ".";
      }).then(function () { show(registration); }, function (error) {
        take.disabled = later.disabled = false;
        said.textContent = whyNot(error);
      });
    });
  }

  function lookForNews(registration) {
    return ask(newest(registration), "state").then(function (state) {
      if (state.kept && state.kept !== state.version) { announce(registration, state.bytes); }
      return state;
    });
  }

  function watch(registration) {
    lookForNews(registration);
    registration.addEventListener("updatefound", function () {
      var coming = registration.installing;
      coming.addEventListener("statechange", function () {
        if (coming.state === "installed") { lookForNews(registration); }
      });
    });
  }

  /* The page with the button. */
  function button(place) {
    var size = window.__poc_kept, here = place.querySelector(".keep-here");
    var act = place.querySelector(".keep-do"), remove = place.querySelector(".keep-remove");
    var bar = place.querySelector("progress"), said = place.querySelector("[role=status]");
    if (!size) { return; }

    function draw(kept) {
      act.hidden = kept;
      remove.hidden = !kept;
      bar.hidden = true;
      act.disabled = false;
    }
    function say(text) { said.textContent = text; }
    function forget() {
      return registered().then(function (found) { return found && found.unregister(); });
    }

    place.querySelector(".keep-away").hidden = true;
    here.hidden = false;
    act.textContent = "Garder ce guide (" + mega(size.packed) + ")";
    place.querySelector(".keep-size").textContent = "À télécharger\u00a0: environ " + mega(size.packed) +
      ". Place prise sur le téléphone\u00a0: " + mega(size.bytes) + ".";
    registered().then(function (found) { return found ? ask(newest(found), "state") : { kept: null }; })
      .then(function (state) {
        draw(Boolean(state.kept));
        if (state.kept) { say("Le guide est sur votre téléphone. Il marche sans réseau."); }
      });

    act.addEventListener("click", function () {
      act.disabled = true;
      bar.hidden = false;
      bar.removeAttribute("value");
      say("Téléchargement en cours. Ne fermez pas cette page.");
      workers.register(root + "sw.js", { scope: root, updateViaCache: "none" })
        .then(function () { return workers.ready; })
        .then(function (found) {
          return ask(newest(found), "store", function (step) { bar.max = step.of; bar.value = step.done; })
            .then(function () { watch(found); });
        })
        .then(function () { draw(true); say("C’est fait. Vous pouvez couper le réseau\u00a0: le guide marche, la recherche aussi."); },
          function (error) { forget(); draw(false); say(whyNot(error)); });
    });
    remove.addEventListener("click", function () {
      registered().then(function (found) { return found ? ask(newest(found), "remove") : null; })
        .then(forget)
        .then(function () { draw(false); say("Le guide n’est plus sur votre téléphone."); });
    });
  }

  /* For the icon of a home screen. Written in the page, it would make browsers complain from a folder. */
  function manifest() {
    var link = document.createElement("link");
    link.rel = "manifest";
    link.href = root + "manifest.webmanifest";
    document.head.appendChild(link);
  }

  document.addEventListener("DOMContentLoaded", function () {
    var place = document.getElementById("garder");
    registered().then(function (found) { if (found) { manifest(); watch(found); } });
    if (place) { manifest(); button(place); }
  });
})();
