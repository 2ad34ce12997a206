/* The packed index (generator/search/index.py) → what a query touches of it, and lunr over that part.
   An old phone has no time to unpack everything before its first answer: the postings of a term are read
   when it is first asked, and lunr is given the part of its index that the words asked for touch, which
   ranks as the whole does (tests/search/test_same_search.py). */
(function () {
  "use strict";
  var poc = (window.poc = window.poc || {});
  var FIELDS = ["name", "text"], PHRASE = 2;
  var BOOSTS = [3, 0.6], K1 = 1.2, B = 0.75, HALF = 44, LEAST = 1.5, STEP = 1.04;

  /* What each character stands for: generator/search/digits.py; and what it tells of a phrase's length. */
  var digit = new Uint8Array(128), length = new Float64Array(128);
  for (var code = 35, next = 0; code < 126; code += 1) {
    if ("\\<&".indexOf(String.fromCharCode(code)) < 0) {
      digit[code] = next;
      length[code] = LEAST * Math.pow(STEP, next);
      next += 1;
    }
  }

  /* The numbers of a text, in base 44, lowest digit first, the last one in the low half of the alphabet. */
  function numbers(text) {
    var found = [], value = 0, unit = 1;
    for (var here = 0; here < text.length; here += 1) {
      var one = digit[text.charCodeAt(here)];
      if (one < HALF) {
        found.push(value + one * unit);
        value = 0;
        unit = 1;
      } else {
        value += (one - HALF) * unit;
        unit *= HALF;
      }
    }
    return found;
  }

  /* One list of postings, whose documents come after `last`: the documents that hold the term, and how often. */
  function postings(text, last) {
    var read = numbers(text), many = 0, documents = [], counts = [];
    for (var at = 0; at < read.length; at += 1) {
      last += read[at] >> 1;
      documents[many] = last;
      counts[many] = read[at] & 1 ? read[at += 1] : 1;
      many += 1;
    }
    return { documents: documents, counts: counts };
  }

  /* What the index says of a term, by its rank: the lists of name, text and phrase, and how rare it is, as lunr
     counts it: a word of three fields of one document counts three times. */
  function term(index, rank) {
    if (!index.memory[rank]) {
      var texts = index.lists[rank].split("!"), said = texts.pop();
      var lists = [postings(texts[0] || "", index.spoken - 1), postings(texts[1] || "", index.spoken - 1), postings(said, -1)];
      var spread = lists[0].documents.length + lists[1].documents.length + lists[2].documents.length;
      index.memory[rank] = { lists: lists, idf: Math.log(1 + Math.abs((index.documents - spread + 0.5) / (spread + 0.5))) };
    }
    return index.memory[rank];
  }

  /* Calls `tell` with each document that holds a term in a field, and the term's weight there: what lunr.Builder
     computes. */
  function each(index, rank, field, tell) {
    var found = term(index, rank), list = found.lists[field], lengths = index.lengths[field];
    list.documents.forEach(function (document, at) {
      var count = list.counts[at], share = lengths[document - index.spoken] / index.means[field];
      var score = (found.idf * (K1 + 1) * count) / (K1 * (1 - B + B * share) + count);
      tell(document, Math.round(score * BOOSTS[field] * 1000) / 1000);
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
        each(index, rank, number, function (document, weight) {
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
    PHRASE: PHRASE,
    /* Documents are numbered: first the phrases of the first entries (`owners`: how many each has), then one for
       each other entry. */
    open: function (packed) {
      var spoken = packed.sizes.length, owners = new Uint16Array(spoken), firsts = [], next = 0, lengths = packed.lengths.map(numbers);
      packed.owners.forEach(function (many, entry) {
        firsts.push(next);
        owners.fill(entry, next, next += many);
      });
      var documents = spoken + lengths[0].length;
      return {
        terms: packed.terms.split(" "), lists: packed.postings.split(" "), memory: Object.create(null), documents: documents, spoken: spoken,
        owners: owners, firsts: firsts, sizes: packed.sizes, lengths: lengths,
        means: lengths.map(function (all) { return all.reduce(function (sum, one) { return sum + one; }, 0) / documents; })
      };
    },
    term: term,
    numbers: numbers,
    /* The entry a document speaks of, and the first document of an entry. */
    owner: function (index, document) { return document < index.spoken ? index.owners[document] : index.firsts.length + document - index.spoken; },
    first: function (index, entry) { return entry < index.firsts.length ? index.firsts[entry] : index.spoken + entry - index.firsts.length; },
    /* How long the words of a phrase are, taken as a vector. */
    size: function (index, document) { return length[index.sizes.charCodeAt(document)]; },
    /* Words that more than one document in forty holds tell nothing of a name. */
    small: function (index, rank) { return term(index, rank).lists[PHRASE].documents.length > index.documents / 40; },
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
