/* The page « Faire le point »: one question at a time, answers changed in any order, nothing kept or sent.
   The answers live in the form; the address holds their code, in place of the one before.
   What answers tell weighs three times the page: it comes with the first touch of a question, or at once
   for a link that holds answers. */
(function () {
  "use strict";
  const form = document.getElementById("point");
  const root = form.getAttribute("data-root");
  const questions = Array.prototype.slice.call(form.querySelectorAll(".point-question"));
  const chosen = window.__poc_point_form(questions);
  const result = document.getElementById("point-result");
  const notice = document.getElementById("point-notice");
  const UNSURE = "Je ne sais pas";
  const address = window.__poc_point_address;
  let here = 0;
  let engine, coder, draw, walk;
  let waiting = null;

  function begin() {
    const data = window.__poc_point;
    engine = window.__poc_point_ways(data);
    coder = window.__poc_point_answers(data);
    draw = window.__poc_point_result(data, root);
    walk = window.__poc_paths_page(data, window.__poc_paths, root);
    waiting.forEach(function (next) { next(); });
  }
  /* Runs `then` once the rules are here. */
  function ready(then) {
    if (engine) { then(); return; }
    if (waiting) { waiting.push(then); return; }
    waiting = [then];
    window.poc.scripts([root + "assets/point-data.js", root + "assets/paths.js", root + "assets/paths-data.js"], begin, function () {
      waiting = null;
      const kept = Object.keys(chosen.answers()).length ? "Vos réponses restent ici\u00a0: essayez" : "Essayez";
      tell("Le réseau ne répond pas. " + kept + " encore dans un moment.");
    });
  }

  function part(name) { return document.getElementById("point-" + name); }
  function remind() {
    const list = part("answers");
    list.textContent = "";
    questions.forEach(function (question, rank) {
      const codes = chosen.taken(question);
      if (!codes.length) { return; }
      const row = document.createElement("div"), name = document.createElement("dt");
      const said = document.createElement("dd"), button = document.createElement("button");
      name.textContent = question.getAttribute("data-short");
      said.textContent = codes.map(function (code) { return code ? chosen.labelOf(question, code) : UNSURE; }).join(", ");
      button.type = "button";
      button.className = "button plain";
      button.textContent = "Changer";
      button.setAttribute("aria-label", "Changer\u00a0: " + name.textContent);
      button.addEventListener("click", function () { ask(rank); });
      said.appendChild(button);
      row.appendChild(name);
      row.appendChild(said);
      list.appendChild(row);
    });
    part("nothing-said").hidden = list.children.length > 0;
    part("erasing").hidden = list.children.length === 0;
  }
  function counted(count) {
    if (count === 0) { return "Aucune piste directe. Des personnes peuvent vous aider."; }
    return count === 1 ? "Il reste 1 piste." : "Il reste " + count + " pistes.";
  }
  function update() {
    const said = chosen.answers(), told = coder.told(said), found = engine(told);
    address.write(coder.encode(said));
    remind();
    part("count").textContent = counted(found.count);
    draw(part("found"), told, found);
    walk.told(told);
    part("copied").textContent = "";
    result.setAttribute("data-count", String(found.count));
    result.setAttribute("data-state", "done");
  }

  function focus(element) {
    element.focus();
    element.scrollIntoView();
  }
  function ask(rank) {
    here = rank;
    result.hidden = true;
    form.hidden = false;
    questions.forEach(function (question, index) { question.hidden = index !== rank; });
    part("back").hidden = rank === 0;
    part("next").hidden = rank === questions.length - 1;
    focus(questions[rank].querySelector("h2"));
  }
  function show() {
    form.hidden = true;
    result.hidden = false;
    focus(document.getElementById("t-point-result"));
  }
  /* Last, after `ask` and `show`: they bring a heading to the top, and the notice is above it. */
  function tell(text) {
    notice.textContent = text;
    notice.hidden = !text;
    if (text) { notice.scrollIntoView(); }
  }
  /* In the single file the address may be another page's. */
  function read() {
    if (!part("said").getClientRects().length) { return; }
    if (address.code() || engine) { ready(readAnswers); } else { chosen.fill({}); remind(); }
  }
  function readAnswers() {
    if (address.same()) { return; }
    const code = address.code();
    const found = code ? coder.decode(code) : null;
    chosen.fill(found ? found.answers : {});
    update();
    if (found && Object.keys(found.answers).length) { show(); }
    tell(code && !found ? "Ce lien est incomplet, ou trop ancien. Répondez aux questions\u00a0: c’est rapide." :
      found && found.lost ? "Une réponse de ce lien n’existe plus. Relisez vos réponses." : "");
  }
  function copy() {
    const field = document.createElement("textarea");
    field.value = location.href;
    document.body.appendChild(field);
    field.select();
    const done = document.execCommand("copy");
    document.body.removeChild(field);
    part("copied").textContent = done ? "Le lien est copié." : "Copiez l’adresse en haut de la fenêtre.";
  }

  ["focusin", "pointerdown"].forEach(function (kind) {
    form.addEventListener(kind, function () { ready(function () { /* they come before the answer */ }); }, { once: true });
  });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("change", function (event) {
    chosen.agree(event.target.closest(".point-question"), event.target);
    remind();
    tell("");
    ready(update);
  });
  part("back").addEventListener("click", function () { ask(here - 1); });
  part("next").addEventListener("click", function () { ask(here + 1); });
  part("show").addEventListener("click", function () { ready(function () { update(); show(); }); });
  part("again").addEventListener("click", function () { ask(0); });
  part("print").addEventListener("click", function () { window.print(); });
  part("copy").addEventListener("click", copy);
  part("copy").hidden = location.protocol.indexOf("http") !== 0;
  part("erase").addEventListener("click", function () {
    chosen.empty();
    window.poc.road.keep([]);
    if (engine) {
      walk.forget();
      update();
    } else {   /* nothing was drawn, and nothing has to come for nothing to be left */
      address.write("");
      remind();
    }
    window.poc.road.show();
    ask(0);
    tell("Vos réponses et votre feuille de route sont effacées de cette page.");
  });
  part("back").hidden = true;
  window.addEventListener("hashchange", read);
  read();
})();
