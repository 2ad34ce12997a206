/* Reading aloud, with a French voice installed on the device and no other: a distant voice would send the
   text elsewhere. Sentence by sentence, the sentence marked; never by itself. Pausing stops the voice and
   keeps the place, because speechSynthesis.pause() does nothing on many phones. */
(function () {
  "use strict";
  var BLOCKS = "p, li, dt, dd, h1, h2, h3, h4, div, section, nav, header";
  var SILENT = ".hush, .reading, .simple-next, nav, summary, button:not(.term-word), .source, .note, [hidden]";
  var SHORT = /(?:^|[\s(«’'])(?:M|MM|Mme|Mlle|Dr|Pr|St|Ste|art|chap|p|ex|env|n|etc|cf|av|apr|tél|[A-ZÀ-Ý])$/;
  var NEXT = /^[\s\u00a0\u202f]*[«"“(]?[\s\u00a0\u202f]*[A-ZÀ-ÝŒ0-9]/;

  /* Where each sentence of a French text begins and ends: [[0, 12], [13, 40]]. Only an end sign before a
     capital, a figure or an opening quote ends one: « M. Dupont », « 2 500 », « p. 3 » and « 8 h 30 » do not. */
  function sentences(text) {
    var found = [], start = 0, end = /[.!?…]+(?:[\s\u00a0\u202f]*[»”)])*(?=\s)/g, match;
    while ((match = end.exec(text))) {
      var stop = match.index + match[0].length;
      var short = match[0] === "." && SHORT.test(text.slice(start, match.index));
      if (!short && NEXT.test(text.slice(stop))) {
        found.push([start, stop]);
        start = stop;
      }
    }
    found.push([start, text.length]);
    return found.map(function (one) {
      var said = text.slice(one[0], one[1]);
      return [one[0] + /^\s*/.exec(said)[0].length, one[0] + said.replace(/\s+$/, "").length];
    }).filter(function (one) { return /[A-Za-zÀ-ÿ0-9]/.test(text.slice(one[0], one[1])); });
  }

  /* The French voice of the device, France's first; null where there is none. */
  function voiceOf(voices) {
    var french = Array.prototype.filter.call(voices || [], function (one) {
      return one.localService === true && /^fr([-_]|$)/i.test(one.lang);
    });
    return french.filter(function (one) { return /^fr[-_]FR/i.test(one.lang); })[0] || french[0] || null;
  }

  function texts(area) {
    var walk = document.createTreeWalker(area, NodeFilter.SHOW_TEXT), groups = [], node;
    while ((node = walk.nextNode())) {
      var parent = node.parentElement;
      if (!node.data.trim() || parent.closest(SILENT) || !parent.getClientRects().length) { continue; }
      var block = parent.closest(BLOCKS), last = groups[groups.length - 1];
      if (last && last.block === block) { last.nodes.push(node); } else { groups.push({ block: block, nodes: [node] }); }
    }
    return groups;
  }

  /* Wraps the words of `nodes` from `from` to `to` (counted over all of them); returns the wraps. */
  function wrap(nodes, from, to) {
    var pieces = [], at = 0;
    nodes.slice().forEach(function (node, rank) {
      var low = Math.max(from - at, 0), high = Math.min(to - at, node.data.length);
      at += node.data.length;
      if (low >= high) { return; }
      var rest = node.splitText(low), after = rest.splitText(high - low), span = document.createElement("span");
      rest.parentNode.replaceChild(span, rest);
      span.className = "sentence";
      span.appendChild(rest);
      pieces.push(span);
      nodes.splice(nodes.indexOf(node) + 1, 0, rest, after);
    });
    return pieces;
  }

  function script(areas) {
    var lines = [];
    Array.prototype.forEach.call(areas, function (area) {
      texts(area).forEach(function (group) {
        var whole = group.nodes.map(function (node) { return node.data; }).join("");
        sentences(whole).forEach(function (one) {
          lines.push({ text: whole.slice(one[0], one[1]).replace(/\s+/g, " "), pieces: wrap(group.nodes, one[0], one[1]) });
        });
      });
    });
    return lines;
  }

  window.__poc_listen = { sentences: sentences, voiceOf: voiceOf };

  var speech = window.speechSynthesis;
  if (!speech || !window.SpeechSynthesisUtterance) { return; }
  var box = document.querySelector(".listen");
  if (!box) { return; }
  var go = box.querySelector(".listen-go"), stopper = box.querySelector(".listen-stop"), label = go.querySelector("span");
  var lines = [], place = 0, run = 0, state = "off", voice = null, utterance = null;

  function show(next) {
    state = next;
    label.textContent = next === "on" ? "Pause" : next === "paused" ? "Reprendre" : "Écouter";
    if (next === "off" && document.activeElement === stopper) { go.focus(); }
    stopper.hidden = next === "off";
    box.classList.toggle("listening", next !== "off");
    document.documentElement.classList.toggle("read-aloud", next !== "off");
  }
  function mark(line, on) {
    line.pieces.forEach(function (one) { one.classList.toggle("said", on); });
    if (!on) { return; }
    var seen = line.pieces[0].getBoundingClientRect();
    if (seen.top < 60 || seen.bottom > window.innerHeight - 120) { line.pieces[0].scrollIntoView({ block: "center" }); }
  }
  function speak() {
    var mine = ++run;
    if (place >= lines.length) { stop(); return; }
    mark(lines[place], true);
    utterance = new SpeechSynthesisUtterance(lines[place].text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.rate = 0.9;
    utterance.onend = function () {
      if (mine !== run) { return; }
      mark(lines[place], false);
      place += 1;
      speak();
    };
    utterance.onerror = function () { if (mine === run) { stop(); } };
    speech.speak(utterance);
  }
  function hush() { run += 1; speech.cancel(); }
  function stop() {
    hush();
    lines.forEach(function (line) {
      line.pieces.forEach(function (span) {
        var parent = span.parentNode;
        parent.replaceChild(span.firstChild, span);
        parent.normalize();
      });
    });
    lines = [];
    place = 0;
    show("off");
  }
  function toggle() {
    if (state === "on") { hush(); show("paused"); return; }
    if (state === "off") {
      var simple = document.documentElement.classList.contains("simple-on");
      lines = script(document.querySelectorAll(simple ? "h1, #simple" : "[data-listen]"));
    }
    show("on");
    speak();
  }
  function offer() {
    voice = voiceOf(speech.getVoices()) || voice;
    box.hidden = voice === null;
  }

  go.addEventListener("click", toggle);
  stopper.addEventListener("click", stop);
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && state !== "off") { stop(); }
  });
  window.addEventListener("hashchange", function () { if (state !== "off") { stop(); } });
  window.addEventListener("pagehide", hush);
  if (speech.addEventListener) { speech.addEventListener("voiceschanged", offer); } else { speech.onvoiceschanged = offer; }
  offer();
})();
