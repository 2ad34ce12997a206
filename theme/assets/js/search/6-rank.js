/* A sentence → what the guide has for it, best first: needs, then schemes, pathways, jobs, trainings and
   words. Says nothing rather than ten bad answers. Data in, data out: no page is touched here. */
(function () {
  "use strict";
  var poc = (window.poc = window.poc || {});
  var CALLED = 8;                   /* a scheme called by its name */
  var FIT = [3, 1.6, 0.8];          /* a scheme answers a need: main, useful, possible */
  var HEAD = 1, WHOLE = 2;          /* a word that begins names of jobs, a word that is one */
  var SAID = 0.85;                  /* from there, a sentence of another need is what was said: not a job */
  var ALONE = 4;                    /* how fast a job stops counting when other things are said */
  var SHARP = 9;                    /* how fast a need behind the first stops counting */
  var THROUGH_NEEDS = 4;            /* a scheme for the need said, against a scheme named */
  var THROUGH_NAME = 2;             /* a need, through a scheme called by its name */
  var THROUGH_JOB = 5;              /* a need, through a job: the domain of its trainings tells which */

  var NONE = [];

  /* Words read, and the terms each may stand for: {words: [{word, terms: [[rank, sureness]…]}], places}. A letter
     being typed is no word yet: the answer would turn round at each new word. */
  function reading(search, text, typing) {
    var written = poc.words.split(text), last = typing && /[a-z0-9]+$/.exec(poc.words.fold(text)), letter = last && /^[a-z]$/.test(last[0]);
    if (letter) { written.pop(); }
    var set = poc.places.read(search.places, poc.words.read(written, search.sayings));
    var open = last && !letter && set.words[set.words.length - 1] === last[0];   /* not set aside, as a letter or a place are */
    var words = set.words.map(function (word, at, all) {
      return { word: word, terms: search.spell(word, poc.words.stem(word), open && at === all.length - 1) };
    });
    /* « in » may begin « informatique »: too short to be guessed, it is not foreign to the guide yet. */
    if (open && !words[words.length - 1].terms.length && last[0].length < poc.spell.begun) { words.pop(); }
    return { words: words, places: set.places };
  }

  /* Folded word → the word as it was typed. */
  function typed(text) {
    var found = Object.create(null);
    text.split(/[^A-Za-z0-9\u00C0-\u017F]+/).forEach(function (word) { found[poc.words.fold(word)] = word; });
    return found;
  }

  function idf(search, rank) { return poc.index.term(search.index, rank).idf; }

  /* Each term once, with its weight: rare words weigh more, doubtful readings less. */
  function weighed(search, words) {
    var best = Object.create(null);
    words.forEach(function (one) {
      one.terms.forEach(function (term) {
        var weight = (idf(search, term[0]) * term[1]) / Math.sqrt(one.terms.length);
        best[term[0]] = Math.max(best[term[0]] || 0, weight);
      });
    });
    return Object.keys(best).map(function (rank) { return [Number(rank), best[rank]]; });
  }

  /* How much of what was said the guide knows, rare words counting most: from 0 to 1. */
  function known(search, words) {
    var told = 0, understood = 0;
    words.forEach(function (one) {
      var first = one.terms[0], weight = first ? idf(search, first[0]) : search.unknown;
      told += weight;
      understood += first ? weight * first[1] : 0;
    });
    return told ? understood / told : 0;
  }

  /* What lunr finds in names and texts: entry → score. */
  function named(search, query) {
    var clauses = [], scores = Object.create(null);
    query.forEach(function (one) {
      if (poc.index.small(search.index, one[0])) { return; }
      clauses.push({ rank: one[0], boost: one[1], fields: ["name", "text"] });
    });
    poc.index.search(search.index, clauses).forEach(function (one) { scores[poc.index.owner(search.index, Number(one.ref))] = one.score; });
    return scores;
  }

  /* Schemes called by their name, acronym or former name → the share of what was said that the name is. */
  function called(search, words) {
    var said = Object.create(null), found = Object.create(null);
    words.forEach(function (one) { if (one.terms[0] && one.terms[0][1] === 1) { said[search.index.terms[one.terms[0][0]]] = true; } });
    search.names.forEach(function (one) {
      if (one.words.every(function (word) { return said[word]; })) {
        found[one.number] = Math.max(found[one.number] || 0, Math.min(1, one.words.length / words.length));
      }
    });
    return found;
  }

  /* The needs said by the jobs named → the largest share of what was said that the names of one job hold. A job is
     named by a name of one word (« soudeur »), or by a word that begins a name and another word of its names that
     tells something: « agent » and « entretien », not « entretien » alone, nor « agent de ». */
  function throughJobs(search, words, needs) {
    var told = 0, held = Object.create(null), begun = Object.create(null), found = Object.create(null);
    words.forEach(function (one) {
      var first = one.terms[0], telling = !first || !poc.index.small(search.index, first[0]), weight = first ? idf(search, first[0]) : search.unknown;
      if (telling) { told += weight; }
      (first ? poc.index.term(search.index, first[0]).lists[0].documents : NONE).forEach(function (document) {
        var so = (held[document] = held[document] || { words: Object.create(null), weight: 0 });
        if (telling || search.jobWords[first[0]]) { so.words[first[0]] = true; }
        so.weight += telling ? weight * first[1] : 0;
        if (search.jobWords[first[0]]) { begun[document] = Math.max(begun[document] || 0, search.jobWords[first[0]]); }
      });
    });
    Object.keys(begun).forEach(function (document) {
      if (begun[document] < WHOLE && Object.keys(held[document].words).length < 2) { return; }
      (search.entries[poc.index.owner(search.index, Number(document))].says || NONE).forEach(function (need) {
        if (told) { found[need] = Math.max(found[need] || 0, held[document].weight / told); }
      });
    });
    return needs.some(function (one) { return one.near >= SAID && !found[one.entry] && search.entries[one.entry].kind === "need"; }) ? Object.create(null) : found;
  }

  /* « emplois francs » says « je veux travailler » too, « soudeur » « je veux apprendre un métier »: the more so
     when nothing else is said. */
  function needsOf(search, needs, names, jobs) {
    needs.forEach(function (one) {
      one.score += search.answers[one.entry].reduce(function (most, answer) {
        var share = names[answer[0]] || 0;
        return Math.max(most, THROUGH_NAME * FIT[answer[1]] * share * share);
      }, THROUGH_JOB * Math.pow(jobs[one.entry] || 0, ALONE));
    });
    return needs.sort(function (a, b) { return b.score - a.score || a.entry - b.entry; });
  }

  function shares(needs) {
    var found = [], sum = 0;
    needs.forEach(function (one) {
      found[one.entry] = Math.exp(SHARP * (one.score - needs[0].score));
      sum += found[one.entry];
    });
    return found.map(function (share) { return share / sum; });
  }

  /* An age said closes what is not for that age; nothing else is ever hidden by what one types. */
  function closing(words) {
    function says(mark) { return words.some(function (one) { return one.word === mark; }); }
    var adult = says(poc.words.ADULT), young = says(poc.words.YOUNG);
    return function (entry) {
      var ages = entry.ages;
      return !!ages && ((adult && ages[1] !== null && ages[1] < 26) || (young && ages[0] !== null && ages[0] > 25));
    };
  }

  function entriesOf(data) {
    return data.entries.map(function (row, number) {
      var entry = row[4] || {};
      entry.number = number;
      entry.kind = row[0];
      entry.id = row[1];
      entry.title = row[2];
      entry.line = row[3];
      return entry;
    });
  }

  poc.rank = {
    /* `data` is window.__poc_search (generator/search/script.py). */
    open: function (data) {
      var index = poc.index.open(data), entries = entriesOf(data), answers = data.sums.map(function () { return []; });
      entries.forEach(function (one) {
        if (one.kind === "scheme") { (one.needs || []).forEach(function (need) { answers[need[0]].push([one.number, need[1]]); }); }
      });
      var names = [];
      entries.forEach(function (one) {
        if (one.kind !== "scheme") { return; }
        (one.names || []).forEach(function (name) { names.push({ number: one.number, words: name.split(" ") }); });
      });
      var jobWords = Object.create(null);
      data.job_words.forEach(function (gaps, kind) {
        poc.index.numbers(gaps).reduce(function (last, gap) { jobWords[last + gap] = kind ? WHOLE : HEAD; return last + gap; }, 0);
      });
      return {
        jobWords: jobWords, names: names, index: index, entries: entries, answers: answers, sayings: poc.words.sayings(data.sayings), places: poc.places.open(data.places),
        unknown: Math.log(index.documents), spell: poc.spell.over(index.terms), model: poc.needs.model(index, data.sums)
      };
    },

    find: function (search, text, typing) {
      var read = reading(search, text, typing), query = weighed(search, read.words), scores = named(search, query);
      var names = called(search, read.words), ranked = query.length ? poc.needs.rank(search.index, search.model, query) : [];
      var jobs = throughJobs(search, read.words, ranked), needs = needsOf(search, ranked, names, jobs), share = needs.length ? shares(needs) : [];
      var closed = closing(read.words), rows = [];
      search.entries.forEach(function (entry, number) {
        var score = (scores[number] || 0) + (names[number] ? CALLED : 0);
        var answered = entry.needs || NONE;
        for (var i = 0; i < answered.length; i += 1) { score += THROUGH_NEEDS * FIT[answered[i][1]] * (share[answered[i][0]] || 0); }
        if (score > 0 && !closed(entry)) { rows.push({ entry: entry, number: number, score: score, called: number in names }); }
      });
      return { typed: typed(text), read: read.words, places: read.places, known: known(search, read.words), names: Object.keys(names), throughJobs: jobs, needs: needs, share: share, rows: rows };
    }
  };
})();
