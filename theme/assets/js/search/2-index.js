/* The packed index (generator/search/index.py) → the tables the ranking reads, and lunr over them.
   An old phone has no time to rebuild every object of a lunr index: lunr is given the part of it that
   the words asked for touch, which ranks as the whole does (tests/search/test_same_ranking.py). */
(function () {
  "use strict";
  var poc = (window.poc = window.poc || {});
  var FIELDS = ["name", "text", "phrase"];
  var BOOSTS = [3, 0.6, 1], K1 = 1.2, B = 0.75, HALF = 44;

  /* Every posting in two flat tables, documents and counts; `at` says where each term and field begins.
     Numbers are written in base 44 (generator/search/index.py). */
  function postings(text, terms) {
    var at = new Int32Array(terms * FIELDS.length + 1), documents = new Uint32Array(text.length), weights = new Float64Array(text.length);
    var here = 0, filled = 0;
    function number() {
      var value = 0, unit = 1;
      for (;;) {
        var code = text.charCodeAt(here);
        var digit = code - 35 - (code > 92 ? 3 : code > 60 ? 2 : code > 38 ? 1 : 0);
        here += 1;
        if (digit < HALF) { return value + digit * unit; }
        value += (digit - HALF) * unit;
        unit *= HALF;
      }
    }
    for (var list = 0; list < at.length - 1; list += 1) {
      var last = -1;
      for (var many = number(); many > 0; many -= 1) {
        var gap = number();
        last += gap >> 1;
        documents[filled] = last;
        weights[filled] = gap & 1 ? number() : 1;
        filled += 1;
      }
      at[list + 1] = filled;
    }
    return { at: at, documents: documents, weights: weights };
  }

  /* What lunr.Builder computes: each count becomes the weight of the word there. Returns each word's idf. */
  function weigh(lists, terms, documents) {
    var wide = FIELDS.length, lengths = [], means = [], idf = new Float64Array(terms), field, term, i;
    for (field = 0; field < wide; field += 1) {
      lengths.push(new Float64Array(documents));
      means.push(0);
      for (term = 0; term < terms; term += 1) {
        for (i = lists.at[term * wide + field]; i < lists.at[term * wide + field + 1]; i += 1) {
          lengths[field][lists.documents[i]] += lists.weights[i];
          means[field] += lists.weights[i] / documents;
        }
      }
    }
    for (term = 0; term < terms; term += 1) {
      var spread = lists.at[(term + 1) * wide] - lists.at[term * wide];
      idf[term] = Math.log(1 + Math.abs((documents - spread + 0.5) / (spread + 0.5)));
      for (field = 0; field < wide; field += 1) {
        for (i = lists.at[term * wide + field]; i < lists.at[term * wide + field + 1]; i += 1) {
          var count = lists.weights[i], share = lengths[field][lists.documents[i]] / means[field];
          var score = (idf[term] * (K1 + 1) * count) / (K1 * (1 - B + B * share) + count);
          lists.weights[i] = Math.round(score * BOOSTS[field] * 1000) / 1000;
        }
      }
    }
    return idf;
  }

  /* A lunr index of these terms alone. */
  function part(index, ranks) {
    var set = new window.lunr.TokenSet.Builder(), inverted = Object.create(null), vectors = Object.create(null);
    ranks.forEach(function (rank) {
      var posting = { _index: rank };
      set.insert(index.terms[rank]);
      FIELDS.forEach(function (field, number) {
        var places = Object.create(null);
        poc.index.each(index, rank, number, function (document, weight) {
          var ref = field + "/" + document;
          places[document] = {};
          (vectors[ref] = vectors[ref] || new window.lunr.Vector()).insert(rank, weight);
        });
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
      var terms = packed.terms.split(" "), lists = postings(packed.postings, terms.length), owners = [];
      packed.owners.forEach(function (many, entry) {
        for (var i = 0; i < many; i += 1) { owners.push(entry); }
      });
      return { terms: terms, lists: lists, idf: weigh(lists, terms.length, owners.length), owners: owners };
    },
    /* Calls `tell` with each document that holds a term in a field, and the term's weight there. */
    each: function (index, term, field, tell) {
      var lists = index.lists, list = term * FIELDS.length + field;
      for (var i = lists.at[list]; i < lists.at[list + 1]; i += 1) { tell(lists.documents[i], lists.weights[i]); }
    },
    /* In how many documents a field holds a term. */
    many: function (index, term, field) {
      var list = term * FIELDS.length + field;
      return index.lists.at[list + 1] - index.lists.at[list];
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
