/* Which need a sentence says. Each need has been said in many ways, each a document of the index:
   how often each word is used for each need (a multinomial model over the sentences as vectors), and
   the nearest of those sentences. */
(function () {
  "use strict";
  var poc = (window.poc = window.poc || {});
  var SMOOTH = 0.1, NEAREST = 1.5, KEPT = 6, OTHERS = 0.3;

  poc.needs = {
    /* `index` of poc.index.open, `sums` how much each need (the first entries) says in all. A sentence is the
       words it holds, rare ones counting more (`idf`), brought to one size whatever its length. `of(rank)` tells
       how much each need says a term. */
    model: function (index, sums) {
      var memory = Object.create(null);
      function of(rank) {
        if (!memory[rank]) {
          var term = poc.index.term(index, rank), said = term.lists[poc.index.PHRASE].documents, idf = term.idf, owners = index.owners, size = poc.index.size;
          var found = (memory[rank] = new Float64Array(sums.length));
          for (var i = 0; i < said.length; i += 1) { found[owners[said[i]]] += idf / size(index, said[i]); }
        }
        return memory[rank];
      }
      return { of: of, sums: sums, width: index.terms.length, needs: sums.length };
    },

    /* query: [[rank of term, weight], …]. Returns [{entry, score, near, document}], best first. */
    rank: function (index, model, query) {
      var size = Math.sqrt(query.reduce(function (sum, one) { return sum + one[1] * one[1]; }, 0)) || 1;
      var close = nearest(index, query, size), found = [];
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
  function nearest(index, query, size) {
    var dots = new Float64Array(index.spoken), close = [];
    query.forEach(function (one) {
      var term = poc.index.term(index, one[0]), said = term.lists[poc.index.PHRASE].documents, weight = one[1] * term.idf;
      for (var i = 0; i < said.length; i += 1) { dots[said[i]] += weight; }
    });
    for (var document = 0; document < dots.length; document += 1) {
      if (dots[document] > 0) {
        var owner = index.owners[document];
        keep((close[owner] = close[owner] || []), dots[document] / poc.index.size(index, document) / size, document);
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
