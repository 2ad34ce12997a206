/* Which need a sentence says. Each need has been said in many ways, each a document of the index:
   how often each word is used for each need (a multinomial model over the sentences as vectors), and
   the nearest of those sentences. */
(function () {
  "use strict";
  var poc = (window.poc = window.poc || {});
  var SMOOTH = 0.1, NEAREST = 1.5, KEPT = 6, OTHERS = 0.3;
  var PHRASE = 2;

  poc.needs = {
    /* `index` of poc.index.open, `needs` the number of needs (the first entries). A sentence is the words it
       holds, rare ones counting more (`idf`), brought to one size whatever its length. `of(term)` tells how
       much each need says a term. */
    model: function (index, needs) {
      var at = index.lists.at, where = index.lists.documents, wide = poc.index.FIELDS.length, documents = index.owners.length;
      var sizes = new Float64Array(documents), whole = new Float64Array(documents), sums = new Float64Array(needs), memory = Object.create(null), i;
      for (var term = 0, list = PHRASE; list < at.length - 1; term += 1, list += wide) {
        for (i = at[list]; i < at[list + 1]; i += 1) {
          sizes[where[i]] += index.idf[term] * index.idf[term];
          whole[where[i]] += index.idf[term];
        }
      }
      for (i = 0; i < documents; i += 1) {
        if (sizes[i] > 0) {
          sizes[i] = Math.sqrt(sizes[i]);
          sums[index.owners[i]] += whole[i] / sizes[i];
        }
      }
      function of(term) {
        if (!(term in memory)) {
          var list = term * wide + PHRASE, found = (memory[term] = new Float64Array(needs));
          for (var i = at[list]; i < at[list + 1]; i += 1) { found[index.owners[where[i]]] += index.idf[term] / sizes[where[i]]; }
        }
        return memory[term];
      }
      return { of: of, sums: sums, sizes: sizes, width: index.terms.length, needs: needs };
    },

    /* query: [[rank of term, weight], …]. Returns [{entry, score, near, phrase}], best first. */
    rank: function (index, model, query) {
      var size = Math.sqrt(query.reduce(function (sum, one) { return sum + one[1] * one[1]; }, 0)) || 1;
      var close = nearest(index, model, query, size), found = [];
      var said = query.map(function (one) { return model.of(one[0]); });
      for (var need = 0; need < model.needs; need += 1) {
        var whole = model.sums[need] + SMOOTH * model.width, score = 0;
        for (var i = 0; i < query.length; i += 1) {
          score += (query[i][1] / size) * Math.log((said[i][need] + SMOOTH) / whole);
        }
        var own = close[need] || [];
        var best = own.length ? own[0][0] : 0;
        var others = own.slice(1, KEPT).reduce(function (sum, one) { return sum + one[0]; }, 0);
        found.push({ entry: need, score: score + NEAREST * (best + OTHERS * others), near: best, document: own.length ? own[0][1] : -1 });
      }
      return found.sort(function (a, b) { return b.score - a.score || a.entry - b.entry; });
    }
  };

  /* For each need, the few sentences nearest to the query: [cosine, document], nearest first. */
  function nearest(index, model, query, size) {
    var at = index.lists.at, where = index.lists.documents, wide = poc.index.FIELDS.length;
    var dots = new Float64Array(index.owners.length), close = [];
    for (var one = 0; one < query.length; one += 1) {
      var list = query[one][0] * wide + PHRASE, weight = query[one][1] * index.idf[query[one][0]];
      for (var i = at[list]; i < at[list + 1]; i += 1) { dots[where[i]] += weight; }
    }
    for (var number = 0; number < dots.length; number += 1) {
      if (dots[number] > 0) {
        var owner = index.owners[number];
        keep((close[owner] = close[owner] || []), dots[number] / model.sizes[number] / size, number);
      }
    }
    return close;
  }

  function keep(rows, cosine, number) {
    var at = rows.length;
    if (at === KEPT && cosine <= rows[at - 1][0]) { return; }
    while (at > 0 && rows[at - 1][0] < cosine) { at -= 1; }
    rows.splice(at, 0, [cosine, number]);
    if (rows.length > KEPT) { rows.pop(); }
  }
})();
