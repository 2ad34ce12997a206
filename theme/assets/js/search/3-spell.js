/* A typed word → the terms of the index it may stand for, with how sure one is: the word itself, a
   word it begins (while typing), a word that sounds alike (« kwafeur »), a word one letter off. */
(function () {
  "use strict";
  var poc = (window.poc = window.poc || {});
  var SURE = 1, BEGINS = 0.7, SOUNDS = 0.75, NEAR = 0.65;
  var MOST = 6;

  /* How a French word sounds, roughly: enough for « fransai » and « français » to meet. */
  function sound(word) {
    return word
      .replace(/^h|(?:[^cps])h/g, function (all) { return all.charAt(0) === "h" ? "" : all.charAt(0); })
      .replace(/ph/g, "f").replace(/qu|ck|k|q|c(?![eihy])/g, "k").replace(/c(?=[eiy])/g, "s")
      .replace(/eau|au/g, "o").replace(/ai|ei|et$|er$|ez$/g, "e").replace(/oua|wa|oi/g, "wa")
      .replace(/y/g, "i").replace(/ge(?=[ao])|j/g, "g").replace(/z/g, "s").replace(/[ae]n|[ae]m(?=[bp])/g, "an")
      .replace(/(.)\1+/g, "$1").replace(/[esxtdp]+$/, "");
  }

  function oneOff(a, b) {
    if (Math.abs(a.length - b.length) > 1) { return false; }
    var i = 0;
    while (i < a.length && a.charAt(i) === b.charAt(i)) { i += 1; }
    var restA = a.slice(i), restB = b.slice(i);
    return restA.slice(1) === restB || restB.slice(1) === restA || restA.slice(1) === restB.slice(1) ||
      (restA.slice(2) === restB.slice(2) && restA.charAt(0) === restB.charAt(1) && restA.charAt(1) === restB.charAt(0));
  }

  poc.spell = {
    sound: sound,
    /* `terms` are sorted; the answer is a function (folded word, stem, is being typed) → [[rank, sureness], …]. */
    over: function (terms) {
      var rankOf = Object.create(null), memory = Object.create(null), bySound = null, byLength = null;
      terms.forEach(function (term, rank) { rankOf[term] = rank; });
      /* Made when a word is first unknown, or when there is time: it costs more than all the rest. */
      function prepare() {
        if (bySound) { return; }
        bySound = Object.create(null);
        byLength = Object.create(null);
        terms.forEach(function (term, rank) {
          if (term.length < 4 || /[0-9]/.test(term)) { return; }
          var heard = sound(term);
          if (heard.length > 2) { (bySound[heard] = bySound[heard] || []).push(rank); }
          (byLength[term.length] = byLength[term.length] || []).push(rank);
        });
      }
      function begun(start) {
        var low = 0, high = terms.length, found = [];
        while (low < high) {
          var middle = (low + high) >> 1;
          if (terms[middle] < start) { low = middle + 1; } else { high = middle; }
        }
        while (low < terms.length && terms[low].indexOf(start) === 0) { found.push([low, BEGINS]); low += 1; }
        return found;
      }
      function near(word) {
        var found = [];
        [-1, 0, 1].forEach(function (more) {
          (byLength[word.length + more] || []).forEach(function (rank) {
            if (terms[rank].charAt(0) === word.charAt(0) && oneOff(word, terms[rank])) { found.push([rank, NEAR]); }
          });
        });
        return found;
      }
      function guess(stem) {
        if (stem.length < 4 || /[0-9]/.test(stem)) { return []; }
        prepare();
        var heard = sound(stem);
        if (heard.length > 2 && bySound[heard]) { return bySound[heard].map(function (rank) { return [rank, SOUNDS]; }); }
        return near(stem);
      }
      find.prepare = prepare;
      return find;

      function find(word, stem, typing) {
        var found = stem in rankOf ? [[rankOf[stem], SURE]] : [];
        if (typing && word.length > 1) {
          begun(word).concat(found.length ? [] : begun(stem)).slice(0, 4 * MOST).forEach(function (one) {
            if (!found.some(function (other) { return other[0] === one[0]; })) { found.push(one); }
          });
        }
        if (!found.length) {
          if (!(stem in memory)) { memory[stem] = guess(stem); }
          found = memory[stem];
        }
        return found.slice(0, MOST);
      }
    }
  };
})();
