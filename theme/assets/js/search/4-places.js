/* The places people name: « à Melun », « 93 », « plaine commune ». A place never changes the need, so its
   words are set aside; it tells where to look, and leads to the page of the territory. */
(function () {
  "use strict";
  var poc = (window.poc = window.poc || {});
  var NOT_A_PLACE = /^(?:heures?|h|ans?|euros?|e|mois|jours?|semaines?|pour|fois|places?)$/;

  function add(table, name, place) {
    var words = poc.words.split(name), first = words[0];
    if (!first || words.join("").length < 4) { return; }
    (table[first] = table[first] || []).push({ words: words, place: place });
  }

  poc.places = {
    /* `data`: départements, bassins and communes of generator/search/places.py. */
    open: function (data) {
      var table = Object.create(null), codes = Object.create(null);
      var departments = data.departements.map(function (one, rank) { return { name: one[0], path: one[1], near: [rank] }; });
      var bassins = data.bassins.map(function (one) { return { name: one[0], path: one[1], near: one[2] }; });
      departments.forEach(function (one, rank) {
        add(table, one.name, one);
        codes[data.departements[rank][2]] = one;
      });
      bassins.forEach(function (one) { add(table, one.name, one); });
      data.towns.forEach(function (group) {
        var around = group[1] >= 0 ? bassins[group[1]] : departments[group[0]];
        group[2].split("|").forEach(function (name) {
          add(table, name, { name: name, within: around.name, path: around.path, near: [group[0]] });
        });
      });
      Object.keys(table).forEach(function (first) {
        table[first].sort(function (a, b) { return b.words.length - a.words.length; });
      });
      return { table: table, codes: codes };
    },

    /* Folded words → the words left, and the places named (the first of each name). */
    read: function (known, words) {
      var left = [], places = [], at = 0;
      function at_(one) { return one.words.every(function (word, rank) { return words[at + rank] === word; }); }
      while (at < words.length) {
        var found = (known.table[words[at]] || []).filter(at_)[0];
        var coded = !NOT_A_PLACE.test(words[at + 1] || "") && known.codes[words[at]];
        if (found) {
          places.push(found.place);
          at += found.words.length;
        } else {
          if (coded) { places.push(coded); } else { left.push(words[at]); }
          at += 1;
        }
      }
      return { words: left, places: places };
    }
  };
})();
