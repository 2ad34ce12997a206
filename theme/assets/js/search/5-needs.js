/* Which need a sentence says. Each need has been said in many ways, each a document of the index:
   how often each word is used for each need (a multinomial model over lunr's own vectors), and the
   nearest of those sentences. */
(function () {
  "use strict";
  var poc = (window.poc = window.poc || {});
  var SMOOTH = 0.1, NEAREST = 1.5, KEPT = 6, OTHERS = 0.3;
  var PHRASE = 2;

  poc.needs = {
    /* `index` of poc.index.open, `needs` the number of needs (the first entries). */
    model: function (index, needs) {
      var width = index.terms.length, sizes = new Float64Array(index.owners.length), sums = new Float64Array(needs), weights = [];
      for (var need = 0; need < needs; need += 1) { weights.push(new Float64Array(width)); }
      var term;
      for (term = 0; term < width; term += 1) {
        poc.index.each(index, term, PHRASE, function (number, weight) { sizes[number] += weight * weight; });
      }
      sizes = sizes.map(Math.sqrt);
      function share(number, weight) {
        var owner = index.owners[number];
        weights[owner][term] += weight / sizes[number];
        sums[owner] += weight / sizes[number];
      }
      for (term = 0; term < width; term += 1) { poc.index.each(index, term, PHRASE, share); }
      return { weights: weights, sums: sums, sizes: sizes, width: width, needs: needs };
    },

    /* query: [[rank of term, weight], …]. Returns [{entry, score, near, phrase}], best first. */
    rank: function (index, model, query) {
      var size = Math.sqrt(query.reduce(function (sum, one) { return sum + one[1] * one[1]; }, 0)) || 1;
      var close = nearest(index, model, query, size);
      var found = [];
      for (var need = 0; need < model.needs; need += 1) {
        var weights = model.weights[need], whole = model.sums[need] + SMOOTH * model.width, score = 0;
        for (var i = 0; i < query.length; i += 1) {
          score += (query[i][1] / size) * Math.log((weights[query[i][0]] + SMOOTH) / whole);
        }
        var own = close[need] || [];
        var best = own.length ? own[0][0] : 0;
        var others = own.slice(1, KEPT).reduce(function (sum, one) { return sum + one[0]; }, 0);
        found.push({ entry: need, score: score + NEAREST * (best + OTHERS * others), near: best, document: own.length ? own[0][1] : -1 });
      }
      return found.sort(function (a, b) { return b.score - a.score || a.entry - b.entry; });
    }
  };

  /* For each need, its sentences nearest to the query: [cosine, document], nearest first. */
  function nearest(index, model, query, size) {
    var dots = new Float64Array(index.owners.length), close = [];
    query.forEach(function (one) {
      poc.index.each(index, one[0], PHRASE, function (number, weight) { dots[number] += one[1] * weight; });
    });
    for (var number = 0; number < dots.length; number += 1) {
      if (dots[number] > 0 && model.sizes[number]) {
        var owner = index.owners[number];
        (close[owner] = close[owner] || []).push([dots[number] / model.sizes[number] / size, number]);
      }
    }
    close.forEach(function (rows) { rows.sort(function (a, b) { return b[0] - a[0] || a[1] - b[1]; }); });
    return close;
  }
})();
