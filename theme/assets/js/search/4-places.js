/* The places people name: « à Melun », « 93 », « plaine commune ». A place never changes the need, so its
   words are set aside; it tells where to look, and leads to the page of the territory. */
(function () {
  "use strict";
  var poc = (window.poc = window.poc || {});
  var SHOWN = 3, SHORT = 3, LETTERS = 5;   /* « à Roissy »: the first word of three names at most, of five letters at least… */
  var BEFORE_A_TOWN = /^(?:a|sur|vers|habite)$/;   /* …after one of these: not « trop vieux » (Vieux-Champagne) */
  var NOT_A_PLACE = /^(?:heures?|h|ans?|euros?|e|mois|jours?|semaines?|pour|fois|places?)$/;

  /* The words of a name, by its rank: worked out when looked at, for there are 1,300 communes. */
  function wordsOf(known, rank) {
    if (!known.words[rank]) { known.words[rank] = poc.words.split(known.names[rank]); }
    return known.words[rank];
  }

  /* The ranks of the names that begin with a word, longest name first; names of three letters are words too. */
  function begun(known, word) {
    if (!(word in known.ready)) {
      var low = 0, high = known.names.length, found = [];
      while (low < high) {
        var middle = (low + high) >> 1;
        if ((wordsOf(known, middle)[0] || "") < word) { low = middle + 1; } else { high = middle; }
      }
      for (; low < known.names.length && wordsOf(known, low)[0] === word; low += 1) {
        if (wordsOf(known, low).join("").length > 3) { found.push(low); }
      }
      known.ready[word] = found.sort(function (a, b) { return wordsOf(known, b).length - wordsOf(known, a).length || a - b; });
    }
    return known.ready[word];
  }

  /* A place, by the rank of its name: a département, a bassin, or a commune in one of them. */
  function placeOf(known, rank) {
    var of = known.of[rank], town = known.towns[of - known.around.length];
    if (!town) { return known.around[of]; }
    return { name: known.names[rank], within: town.name, path: town.path };
  }

  function titled(place) { return place.name + (place.within ? " (" + place.within + ")" : ""); }
  function guessed(place) { return { name: place.name, within: place.within, path: place.path, guess: true }; }

  poc.places = {
    titled: titled,
    /* `data`: names, sorted by their words, and what they name (generator/search/places.py). */
    open: function (data) {
      var codes = Object.create(null);
      function setOf(words) { return words.split(" ").reduce(function (set, word) { set[word] = true; return set; }, Object.create(null)); }
      function around(one) { return { name: one[0], path: one[1] }; }
      var departments = data.departements.map(around), bassins = data.bassins.map(around);
      departments.forEach(function (one, rank) { codes[data.departements[rank][2]] = one; });
      var towns = data.towns.map(function (group) { return group[1] >= 0 ? bassins[group[1]] : departments[group[0]]; });
      return { names: data.names.split("|"), of: poc.index.numbers(data.of), around: departments.concat(bassins), towns: towns, codes: codes, plain: setOf(data.plain), common: setOf(data.common), words: [], ready: Object.create(null) };
    },

    /* Folded words → the words left, and the places named, three at most: of each name the first, of a short name
       all it may stand for, marked as guesses. « Collégien » is a commune after one of these four words; where all the rest is places, it may be. */
    read: function (known, words) {
      var left = [], places = [], doubtful = [], at = 0;
      function at_(one) { return wordsOf(known, one).every(function (word, rank) { return words[at + rank] === word; }); }
      function short() {
        var all = begun(known, words[at]);
        var fine = all.length <= SHORT && words[at].length >= LETTERS && BEFORE_A_TOWN.test(words[at - 1] || "") && !known.plain[words[at]];
        return fine ? all.map(function (rank) { return guessed(placeOf(known, rank)); }) : [];
      }
      while (at < words.length) {
        var found = begun(known, words[at]).filter(at_)[0], length = found === undefined ? 1 : wordsOf(known, found).length;
        var coded = !NOT_A_PLACE.test(words[at + 1] || "") && known.codes[words[at]];
        var common = found !== undefined && length === 1 && known.common[words[at]] && !BEFORE_A_TOWN.test(words[at - 1] || "");
        var here = found !== undefined ? [placeOf(known, found)] : coded ? [coded] : short();
        if (common || !here.length) { left.push(words[at]); }
        if (common) { doubtful = here.map(guessed); here = []; }
        places = places.concat(here);
        at += length;
      }
      if (left.length === 1) { places = places.concat(doubtful); }
      return { words: left, places: places.filter(function (one, rank) {
        return places.map(titled).indexOf(titled(one)) === rank;
      }).slice(0, SHOWN) };
    }
  };
})();
