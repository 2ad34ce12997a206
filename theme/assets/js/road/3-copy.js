/* Texts to copy for the adviser: five lines for the case file, one message for the person. */
(function () {
  "use strict";
  var poc = (window.poc = window.poc || {});
  var COLON = "\u00a0: ", SEMI = "\u202f; ";

  function each(choices, say) {
    return choices.map(function (one) { return (choices.length > 1 ? one.short + COLON : "") + say(one); }).join(SEMI);
  }

  function first(lines, silent) { return lines && lines.length ? lines[0].replace(/\.$/, "") : silent; }

  /* Exactly five lines, whatever the choices. */
  function forTheFile(choices, live) {
    var names = choices.map(function (one) { return one.title; }).join(SEMI);
    return [
      "Choix proposés (" + choices.length + " sur " + poc.road.most + ")" + COLON + names + ".",
      "À vérifier" + COLON + each(choices, function (one) { return first(one.check, "prérequis non précisés"); }) + ".",
      "À sécuriser" + COLON + each(choices, function (one) { return first(one.seams, "rien d’après les fiches"); }) + ".",
      "En cas de refus" + COLON + each(choices, function (one) { return first([one.refused || "demander les motifs"]); }) + ".",
      "Première étape" + COLON + first([choices[0].first]) + ". " + choices[0].as_of + "." + (live ? " " + live : "")
    ].join("\n");
  }

  /* Short enough for a telephone; says what to do, and nothing of the person. */
  function forThePerson(choices, live) {
    var names = choices.map(function (one) { return one.short; }).join(SEMI);
    return "Bonjour. Nous avons parlé de" + COLON + names + ". Cette semaine" + COLON + choices[0].first +
      " Demandez la prochaine date et l’adresse." + (live ? " Votre feuille de route" + COLON + live : "");
  }

  /* The clipboard where the browser allows it, else the text selected, ready for the keyboard. */
  function copy(area, say) {
    function byHand() {
      area.focus();
      area.select();
      var done = false;
      try { done = document.execCommand("copy"); } catch (error) { done = false; }
      say(done ? "Copié." : "Le texte est sélectionné\u00a0: copiez-le.");
    }
    if (navigator.clipboard && window.isSecureContext) {
      navigator.clipboard.writeText(area.value).then(function () { say("Copié."); }, byHand);
    } else { byHand(); }
  }

  poc.roadCopy = { forTheFile: forTheFile, forThePerson: forThePerson, copy: copy };
})();
