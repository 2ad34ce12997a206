/* Text → the words the index knows: the very same steps as generator/search/words.py, where they are
   explained; tests/search/test_same_search.py compares both. Stemming is lunr's French Snowball. */
(function () {
  "use strict";
  var poc = (window.poc = window.poc || {});
  var YOUNG = "moins26ans", ADULT = "plus26ans";
  var YEARS = { an: 1, ans: 1, balais: 1, piges: 1 };
  var memory = Object.create(null);

  function fold(text) {
    var bare = text.toLowerCase();
    if (/[^ -~]/.test(bare)) { bare = bare.replace(/œ/g, "oe").replace(/æ/g, "ae").normalize("NFD").replace(/[\u0300-\u036f]/g, ""); }
    return bare.replace(/([a-z])\1{2,}/g, "$1");
  }

  function split(text) { return fold(text).match(/[a-z0-9]+/g) || []; }

  /* sayings.text: lines "read|written|written|". The ways that begin with a word, as lists of words, longest first:
     looked for when the word is asked, for an old phone has no time to read them all before its first answer. */
  function ways(sayings, first) {
    if (!(first in sayings.ready)) {
      var found = [], text = sayings.text;
      for (var at = text.indexOf("|" + first); at >= 0; at = text.indexOf("|" + first, at + 1)) {
        var way = text.slice(at + 1, text.indexOf("|", at + 1)).split(" "), line = text.lastIndexOf("\n", at) + 1;
        if (way[0] === first) { found.push([way, text.slice(line, text.indexOf("|", line)).split(" ")]); }
      }
      sayings.ready[first] = found.sort(function (a, b) { return b[0].length - a[0].length; });
    }
    return sayings.ready[first];
  }

  function read(written, sayings) {
    var found = [], at = 0;
    while (at < written.length) {
      var way = ways(sayings, written[at]).filter(function (one) {
        return one[0].every(function (word, rank) { return written[at + rank] === word; });
      })[0];
      if (way) {
        found = found.concat(way[1]);
        at += way[0].length;
      } else {
        found.push(written[at]);
        at += 1;
      }
    }
    return found;
  }

  function markedAges(words) {
    return words.map(function (word, at) {
      if (!/^[0-9]{2}$/.test(word) || !(words[at + 1] in YEARS)) { return word; }
      if (words[at + 2] === "de" || words[at + 2] === "d" || Number(word) < 14) { return word; }
      return Number(word) < 26 ? YOUNG : ADULT;
    });
  }

  function stem(word) {
    if (word === YOUNG || word === ADULT || /^[0-9]/.test(word)) { return word; }
    if (!(word in memory)) { memory[word] = String(window.lunr.fr.stemmer(new window.lunr.Token(word, {}))); }
    return memory[word];
  }

  poc.words = {
    YOUNG: YOUNG,
    ADULT: ADULT,
    fold: fold,
    split: split,
    /* What `read` takes, of the text that travels. */
    sayings: function (text) { return { text: text, ready: Object.create(null) }; },
    stem: stem,
    /* Folded words → the words read, ages marked. */
    read: function (words, sayings) { return markedAges(read(words, sayings)); },
    of: function (text, sayings) { return poc.words.read(split(text), sayings).map(stem); }
  };
})();
