/* The packed index (generator/search/index.py) → the tables the ranking reads, and lunr over them.
   An old phone has no time to rebuild every object of a lunr index: lunr is given the part of it that
   the words asked for touch, which ranks as the whole does (tests/search/test_same_ranking.py). */
(function () {
  "use strict";
  var poc = (window.poc = window.poc || {});
  var FIELDS = ["name", "text", "phrase"];
  var BOOSTS = [3, 0.6, 1], K1 = 1.2, B = 0.75, HALF = 44;

  /* For each term, for each field: document, count, document, count… Numbers are written in base 44. */
  function postings(text, terms) {
    var at = 0;
    function digit() {
      var code = text.charCodeAt(at++);
      return code - 35 - (code > 92 ? 3 : code > 60 ? 2 : code > 38 ? 1 : 0);
    }
    function number() {
      var value = 0, unit = 1, one = digit();
      while (one >= HALF) {
        value += (one - HALF) * unit;
        unit *= HALF;
        one = digit();
      }
      return value + one * unit;
    }
    return terms.map(function () {
      return FIELDS.map(function () {
        var many = number(), last = -1, found = new Float64Array(2 * many);
        for (var i = 0; i < 2 * many; i += 2) {
          var gap = number();
          last += gap >> 1;
          found[i] = last;
          found[i + 1] = gap & 1 ? number() : 1;
        }
        return found;
      });
    });
  }

  /* What lunr.Builder computes: each count becomes the weight of the word there. Returns each word's idf. */
  function weigh(lists, documents) {
    var lengths = FIELDS.map(function () { return new Uint16Array(documents); });
    var means = FIELDS.map(function () { return 0; });
    lists.forEach(function (fields) {
      fields.forEach(function (pairs, field) {
        for (var i = 0; i < pairs.length; i += 2) {
          lengths[field][pairs[i]] += pairs[i + 1];
          means[field] += pairs[i + 1] / documents;
        }
      });
    });
    return Float64Array.from(lists, function (fields) {
      var spread = fields.reduce(function (sum, pairs) { return sum + pairs.length / 2; }, 0);
      var idf = Math.log(1 + Math.abs((documents - spread + 0.5) / (spread + 0.5)));
      fields.forEach(function (pairs, field) {
        for (var i = 0; i < pairs.length; i += 2) {
          var share = lengths[field][pairs[i]] / means[field];
          var score = (idf * (K1 + 1) * pairs[i + 1]) / (K1 * (1 - B + B * share) + pairs[i + 1]);
          pairs[i + 1] = Math.round(score * BOOSTS[field] * 1000) / 1000;
        }
      });
      return idf;
    });
  }

  /* A lunr index of these terms alone. */
  function part(index, ranks) {
    var set = new window.lunr.TokenSet.Builder(), inverted = Object.create(null), vectors = Object.create(null);
    ranks.forEach(function (rank) {
      var posting = { _index: rank };
      set.insert(index.terms[rank]);
      FIELDS.forEach(function (field, number) {
        var pairs = index.lists[rank][number], places = Object.create(null);
        for (var i = 0; i < pairs.length; i += 2) {
          var ref = field + "/" + pairs[i];
          places[pairs[i]] = {};
          (vectors[ref] = vectors[ref] || new window.lunr.Vector()).insert(rank, pairs[i + 1]);
        }
        posting[field] = places;
      });
      inverted[index.terms[rank]] = posting;
    });
    set.finish();
    return new window.lunr.Index({
      fields: FIELDS, fieldVectors: vectors, invertedIndex: inverted, tokenSet: set.root, pipeline: new window.lunr.Pipeline()
    });
  }

  poc.index = {
    FIELDS: FIELDS,
    open: function (packed) {
      var terms = packed.terms.split(" "), lists = postings(packed.postings, terms), owners = [];
      packed.owners.forEach(function (many, entry) {
        for (var i = 0; i < many; i += 1) { owners.push(entry); }
      });
      return { terms: terms, lists: lists, idf: weigh(lists, owners.length), owners: owners };
    },
    /* clauses: [{rank, boost, fields}]. lunr's own results, best first; equal ones in the order of the guide. */
    search: function (index, clauses) {
      var ranks = clauses.map(function (one) { return one.rank; }).filter(function (rank, at, all) { return all.indexOf(rank) === at; });
      ranks.sort(function (a, b) { return a - b; });
      var found = part(index, ranks).query(function (query) {
        clauses.forEach(function (one) {
          query.term(index.terms[one.rank], { boost: one.boost, fields: one.fields, usePipeline: false });
        });
      });
      return found.sort(function (a, b) { return b.score - a.score || a.ref - b.ref; });
    }
  };
})();
