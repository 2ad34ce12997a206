/* A typed word → the terms of the index it may stand for, with how sure one is: the word itself, a
   word it begins (while typing), a word that sounds alike (« kwafeur »), a word one letter off. */
(function () {
  "use strict";
  var poc = (window.poc = window.poc || {});
  var SURE = 1, BEGINS = 0.7, SOUNDS = 0.75, NEAR = 0.65;
  var MOST = 6;
  var BEGUN = 3;                                      /* letters typed before a word is guessed: with two, hundreds begin so */
  var LONGER = 3;                                     /* letters between two words that sound alike: « eau », « o » */
  var FAMILIES = ["aehiouwy", "ckqsz", "fp", "gj"];   /* first letters that may sound alike; others stand alone */

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
    begun: BEGUN,
    /* `terms` are sorted; the answer is a function (folded word, stem, is being typed) → [[rank, sureness], …]. */
    over: function (terms) {
      var memory = Object.create(null), heard = [];
      /* How a term sounds, worked out when a word is first unknown, or when there is time: for 7,000 terms it
         costs more than all the rest. */
      function soundOf(rank) {
        if (heard[rank] === undefined) { heard[rank] = sound(terms[rank]); }
        return heard[rank];
      }
      /* Calls `tell` with each term that begins with a letter and is long enough to be heard. */
      function from(letter, tell) {
        for (var rank = poc.index.from(terms, letter); rank < terms.length && terms[rank].charAt(0) === letter; rank += 1) {
          if (terms[rank].length > 3 && !/[0-9]/.test(terms[rank])) { tell(rank); }
        }
      }
      /* The same with the letters that may sound alike. */
      function family(letter, tell) {
        var letters = FAMILIES.filter(function (one) { return one.indexOf(letter) >= 0; })[0] || letter;
        letters.split("").forEach(function (first) { from(first, tell); });
      }
      function begun(start) {
        var found = [];
        for (var rank = poc.index.from(terms, start); rank < terms.length && terms[rank].indexOf(start) === 0; rank += 1) {
          found.push([rank, BEGINS]);
        }
        return found;
      }
      function guess(stem) {
        var alike = [], near = [], said = sound(stem);
        if (stem.length < 4 || /[0-9]/.test(stem)) { return []; }
        family(stem.charAt(0), function (rank) {
          var term = terms[rank], more = Math.abs(term.length - stem.length);
          if (said.length > 2 && more <= LONGER && soundOf(rank) === said) { alike.push([rank, SOUNDS]); }
          if (more < 2 && term.charAt(0) === stem.charAt(0) && oneOff(stem, term)) { near.push([rank, NEAR]); }
        });
        return alike.length ? alike : near;
      }
      find.prepare = function (letter) { from(letter, soundOf); };
      return find;

      function find(word, stem, typing) {
        var same = poc.index.rank(terms, stem), found = same < 0 ? [] : [[same, SURE]];
        if (typing && word.length >= BEGUN) {
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
