/* The places people name: « à Melun », « 93 », « plaine commune ». A place never changes the need, so its
   words are set aside; it tells where to look, and leads to the page of the territory. */
(function () {
  "use strict";
  var poc = (window.poc = window.poc || {});
  var NOT_A_PLACE = /^(?:heures?|h|ans?|euros?|e|mois|jours?|semaines?|pour|fois|places?)$/;

  /* Names, folded together: one by one, 1,300 communes would cost an old phone its first answer. */
  function add(table, names, places) {
    poc.words.fold(names.join("|")).split("|").forEach(function (name, rank) {
      var first = /[a-z0-9]+/.exec(name);
      if (first) { (table[first[0]] = table[first[0]] || []).push({ name: name, place: places(rank) }); }
    });
  }

  /* The places whose name begins with a word, longest name first; names of three letters are words too. */
  function begun(known, word) {
    if (!(word in known.table)) { return []; }
    if (!(word in known.ready)) {
      known.ready[word] = known.table[word].map(function (one) { return { words: poc.words.split(one.name), place: one.place }; })
        .filter(function (one) { return one.words.join("").length > 3; })
        .sort(function (a, b) { return b.words.length - a.words.length; });
    }
    return known.ready[word];
  }

  poc.places = {
    /* `data`: départements, bassins and communes of generator/search/places.py. */
    open: function (data) {
      var table = Object.create(null), codes = Object.create(null);
      var departments = data.departements.map(function (one, rank) { return { name: one[0], path: one[1], near: [rank] }; });
      var bassins = data.bassins.map(function (one) { return { name: one[0], path: one[1], near: one[2] }; });
      departments.forEach(function (one, rank) { codes[data.departements[rank][2]] = one; });
      [departments, bassins].forEach(function (all) {
        add(table, all.map(function (one) { return one.name; }), function (rank) { return all[rank]; });
      });
      data.towns.forEach(function (group) {
        var around = group[1] >= 0 ? bassins[group[1]] : departments[group[0]], names = group[2].split("|");
        add(table, names, function (rank) {
          return { name: names[rank], within: around.name, path: around.path, near: [group[0]] };
        });
      });
      return { table: table, ready: Object.create(null), codes: codes };
    },

    /* Folded words → the words left, and the places named (the first of each name). */
    read: function (known, words) {
      var left = [], places = [], at = 0;
      function at_(one) { return one.words.every(function (word, rank) { return words[at + rank] === word; }); }
      while (at < words.length) {
        var found = begun(known, words[at]).filter(at_)[0];
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
