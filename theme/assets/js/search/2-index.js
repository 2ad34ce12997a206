/* The packed index (generator/search/index.py) → the tables the ranking reads, and lunr over them.
   An old phone has no time to rebuild every object of a lunr index: lunr is given the part of it that
   the words asked for touch, which ranks as the whole does (tests/search/test_same_search.py). */
(function () {
  "use strict";
  var poc = (window.poc = window.poc || {});
  var FIELDS = ["name", "text", "phrase"];
  var BOOSTS = [3, 0.6, 1], K1 = 1.2, B = 0.75, HALF = 44;

  /* What each character of the postings stands for: generator/search/index.py, `DIGITS`. */
  function digits() {
    var found = new Uint8Array(128), next = 0;
    for (var code = 35; code < 126; code += 1) {
      if ("\\<&".indexOf(String.fromCharCode(code)) < 0) { found[code] = next; next += 1; }
    }
    return found;
  }

  /* Every posting in two flat tables, documents and counts; `at` says where each term and field begins,
     `lengths` how many words each field of each document has. Numbers are written in base 44. An old phone
     does this before its first answer: plain loops over flat tables; what can wait is worked out when asked. */
  function postings(text, lists, documents) {
    var Ranks = documents < 65536 ? Uint16Array : Uint32Array;
    var at = new Uint32Array(lists + 1), where = new Ranks(text.length), counts = new Uint16Array(text.length);
    var lengths = new Uint16Array(FIELDS.length * documents), digit = digits(), here = 0, filled = 0;
    function number() {
      var value = digit[text.charCodeAt(here)], unit = HALF;
      here += 1;
      if (value < HALF) { return value; }
      for (value -= HALF; ; unit *= HALF) {
        var next = digit[text.charCodeAt(here)];
        here += 1;
        if (next < HALF) { return value + next * unit; }
        value += (next - HALF) * unit;
      }
    }
    for (var list = 0; list < lists; list += 1) {
      var last = -1, start = (list % FIELDS.length) * documents;
      for (var many = number(); many > 0; many -= 1) {
        var gap = number(), count = gap & 1 ? number() : 1;
        last += gap >> 1;
        where[filled] = last;
        counts[filled] = count;
        lengths[start + last] += count;
        filled += 1;
      }
      at[list + 1] = filled;
    }
    return { at: at, documents: where, counts: counts, lengths: lengths };
  }

  /* How rare each word is, as lunr counts it: a word of three fields of one document counts three times. */
  function rarity(at, terms, documents) {
    var idf = new Float64Array(terms), wide = FIELDS.length;
    for (var term = 0; term < terms; term += 1) {
      var spread = at[(term + 1) * wide] - at[term * wide];
      idf[term] = Math.log(1 + Math.abs((documents - spread + 0.5) / (spread + 0.5)));
    }
    return idf;
  }

  /* How many words a document has in each field, on average. */
  function means(lengths, documents) {
    return FIELDS.map(function (name, field) {
      var sum = 0;
      for (var i = field * documents; i < (field + 1) * documents; i += 1) { sum += lengths[i]; }
      return sum / documents;
    });
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
      var terms = packed.terms.split(" "), documents = packed.owners.reduce(function (sum, many) { return sum + many; }, 0);
      var owners = new Uint32Array(documents), next = 0;
      packed.owners.forEach(function (many, entry) { owners.fill(entry, next, next += many); });
      var lists = postings(packed.postings, terms.length * FIELDS.length, documents);
      return {
        terms: terms, lists: lists, owners: owners, idf: rarity(lists.at, terms.length, documents), means: means(lists.lengths, documents)
      };
    },
    /* The rank of the first term that is not before a word: terms are sorted. */
    from: function (terms, word) {
      var low = 0, high = terms.length;
      while (low < high) {
        var middle = (low + high) >> 1;
        if (terms[middle] < word) { low = middle + 1; } else { high = middle; }
      }
      return low;
    },
    /* The rank of a term, or -1. */
    rank: function (terms, word) {
      var rank = poc.index.from(terms, word);
      return terms[rank] === word ? rank : -1;
    },
    /* Calls `tell` with each document that holds a term in a field, and the term's weight there: what
       lunr.Builder computes. */
    each: function (index, term, field, tell) {
      var lists = index.lists, list = term * FIELDS.length + field, first = field * index.owners.length;
      for (var i = lists.at[list]; i < lists.at[list + 1]; i += 1) {
        var document = lists.documents[i], count = lists.counts[i], share = lists.lengths[first + document] / index.means[field];
        var score = (index.idf[term] * (K1 + 1) * count) / (K1 * (1 - B + B * share) + count);
        tell(document, Math.round(score * BOOSTS[field] * 1000) / 1000);
      }
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
