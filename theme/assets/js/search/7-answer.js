/* What the ranking found → what is shown: few results, grouped, each with its reason in words; or nothing,
   when the guide has no answer. Filters hide only what they contradict: what a sheet does not say stays. */
(function () {
  "use strict";
  var poc = (window.poc = window.poc || {});
  var NB = "\u00a0";
  var MOST = { need: 5, scheme: 10, pathway: 4, job: 5, training: 5, word: 4 };
  var ENOUGH = { job: 0.15, training: 0.3, word: 0.6 };   /* share of what was typed that a name must hold */
  var TELLING = 10;                  /* a word telling enough to call a job: few names hold it */
  var ORDER = ["need", "scheme", "pathway", "job", "training", "word"];
  var KNOWN = 0.34;                  /* below, most of what was said is foreign to the guide */
  var DOUBT = 1.3, FOREIGN = 1;      /* how far a need must stand before « elsewhere »; more when words are foreign */
  var NEARER = 5;                    /* …more when a sentence of « elsewhere » is nearer than any of the needs, and less when not */
  var NAMED = 3;                     /* …and less when a scheme is called by its name */
  var A_JOB = 0.9;                   /* share of what was said from which it is the name of a job */

  /* Words typed that a document holds in these fields, and their share of what was typed. */
  function matched(search, result, number, fields) {
    var hit = 0, all = 0, words = [], telling = false;
    result.read.forEach(function (one) {
      var held = one.terms.filter(function (term) { return fields.some(function (field) { return holds(search, term[0], field, number); }); })[0];
      var first = one.terms[0], weight = first ? poc.index.term(search.index, first[0]).idf : search.unknown;
      if (small(search, one)) { return; }
      all += weight;
      if (held) {
        hit += weight * held[1];
        words.push(one.word);
        telling = telling || (held[1] === 1 && poc.index.term(search.index, held[0]).lists[0].documents.length <= TELLING);
      }
    });
    return { share: all ? hit / all : 0, words: words, telling: telling };
  }

  function holds(search, term, field, number) {
    return poc.index.term(search.index, term).lists[field].documents.indexOf(number) >= 0;
  }

  /* false: contradicted; else what the sheet does not say and is to be checked. */
  function suits(entry, filters) {
    var doubts = [];
    function judge(asked, said, fits, doubt) {
      if (asked === undefined || asked === "" || asked === null) { return true; }
      if (said === undefined || said === null) { doubts.push(doubt); return true; }
      return fits(said);
    }
    var ages = entry.ages;
    var fine = entry.kind !== "scheme" || (
      judge(filters.age, ages, function (range) { if (range[2]) { doubts.push("l’âge"); } return (range[0] === null || filters.age >= range[0]) && (range[1] === null || filters.age <= range[1]); }, "l’âge") &&
      judge(filters.status, entry.statuses, function (held) { return held.indexOf(filters.status) >= 0; }, "votre situation") &&
      judge(filters.paid, entry.paid, function (paid) { return paid !== "unpaid"; }, "si c’est payé") &&
      judge(filters.alone, entry.alone, function (alone) { return alone === filters.alone; }, "comment on s’inscrit"));
    var placed = filters.near === undefined || filters.near === "" || !entry.territories || entry.territories.indexOf(filters.near) >= 0;
    return fine && placed && { doubts: doubts };
  }

  /* Words as they were typed: they are read without their accents. */
  function quoted(result, words) {
    return words.map(function (word) { return "«" + NB + (result.typed[word] || word) + NB + "»"; }).join(", ");
  }

  function why(search, result, row) {
    var entry = row.entry, own = poc.index.first(search.index, entry.number);
    if (entry.kind === "need") { return whyNeed(search, result, entry, row.need); }
    if (row.called) { return { label: "Vous l’avez nommé", text: "" }; }
    var found = matched(search, result, own, [0, 1]);
    var answered = (entry.needs || []).slice().sort(function (a, b) { return (result.share[b[0]] || 0) - (result.share[a[0]] || 0); })[0];
    if (answered && ((result.share[answered[0]] || 0) > 0.2 || !found.words.length)) { return { label: "Pour ce besoin", text: search.entries[answered[0]].title }; }
    return { label: found.words.length > 1 ? "Mots compris" : "Mot compris", text: quoted(result, found.words) };
  }

  function aJob(result, need) { return result.throughJobs[need] > A_JOB; }

  /* Why a need that nobody says with these words is shown: the name of a job or of a scheme says it. */
  function namedFor(search, result, number) {
    if (aJob(result, number)) { return "Vous avez nommé un métier"; }
    var named = search.answers[number].some(function (answer) { return result.names.indexOf(String(answer[0])) >= 0; });
    return named ? "Vous avez nommé un dispositif" : "";
  }

  function whyNeed(search, result, entry, need) {
    if (aJob(result, entry.number)) { return { label: namedFor(search, result, entry.number), text: "" }; }
    var rank = need.document - poc.index.first(search.index, entry.number) - 3;   /* statement, title, explanation come first */
    if (rank >= 0 && entry.phrases[rank] && need.near > 0.3) { return { label: "On dit aussi", text: entry.phrases[rank], mark: true }; }
    var heard = result.read.filter(function (one) { return one.terms[0] && search.model.of(one.terms[0][0])[entry.number] > 0; });
    var telling = heard.filter(function (one) { return !small(search, one); });
    var words = (telling.length ? telling : heard).map(function (one) { return one.word; })
      .filter(function (word, at, all) { return all.indexOf(word) === at; });
    if (!words.length) { return { label: namedFor(search, result, entry.number), text: "" }; }
    return { label: words.length > 1 ? "Mots compris" : "Mot compris", text: quoted(result, words.slice(0, 4)) };
  }

  function needRows(search, result) {
    return result.needs.filter(function (one) {
      return search.entries[one.entry].kind === "need" && (one.near > 0 || namedFor(search, result, one.entry));
    }).slice(0, MOST.need)
      .map(function (one) { return { entry: search.entries[one.entry], need: one }; });
  }

  /* The guide has no answer: what is asked is treated elsewhere, or is made of foreign words. */
  function refused(search, result) {
    if (!result.read.length) { return false; }
    var said = function (kind) { return result.needs.filter(function (one) { return search.entries[one.entry].kind === kind; }); };
    var needs = said("need"), elsewhere = said("elsewhere")[0];
    if (!needs.length || result.known < KNOWN) { return !result.names.length; }
    if (!elsewhere || Object.keys(result.throughJobs).some(function (need) { return aJob(result, need); })) { return false; }
    var nearest = needs.reduce(function (most, one) { return Math.max(most, one.near); }, 0);
    var margin = DOUBT + FOREIGN * (1 - result.known) + NEARER * (elsewhere.near - nearest) - (result.names.length ? NAMED : 0);
    return needs[0].score - elsewhere.score < margin;
  }

  function small(search, one) { return one.terms.length > 0 && poc.index.small(search.index, one.terms[0][0]); }

  /* « Un lieu. », « 2 lieux. » when nothing but places is named (« à Melun »); « » when something is asked. */
  function placesAlone(search, result) {
    var count = result.places.length, alone = result.read.every(function (one) { return small(search, one); });
    if (!count || !alone) { return ""; }
    if (result.places.some(function (place) { return place.guess; })) { return count === 1 ? "Un lieu, peut-être." : "Des lieux, peut-être."; }
    return count === 1 ? "Un lieu." : count + NB + "lieux.";
  }

  poc.answer = {
    suits: suits,
    refused: refused,
    placesAlone: placesAlone,
    /* Groups in order: [{kind, rows: [{entry, why, doubts}]}]; none: the guide has no answer. */
    to: function (search, result, filters) {
      if (refused(search, result)) { return []; }
      var groups = { need: needRows(search, result) };
      ORDER.slice(1).forEach(function (kind) {
        groups[kind] = result.rows.filter(function (row) { return row.entry.kind === kind; })
          .filter(function (row) {
            if (!(kind in ENOUGH)) { return true; }
            var found = matched(search, result, poc.index.first(search.index, row.number), [0]);
            row.share = found.share;
            return found.share >= ENOUGH[kind] && (found.telling || found.share > 0.9);
          })
          .sort(function (a, b) { return b.score - a.score || a.number - b.number; });
      });
      var job = groups.job[0], order = job && job.share > 0.9 ? ["need", "job", "scheme", "pathway", "training", "word"] : ORDER;
      return order.map(function (kind) {
        var rows = [];
        groups[kind].forEach(function (row) {
          var suit = rows.length < MOST[kind] && suits(row.entry, filters || {});
          if (suit) { rows.push({ entry: row.entry, why: why(search, result, row), doubts: suit.doubts }); }
        });
        return { kind: kind, rows: rows };
      }).filter(function (group) { return group.rows.length; });
    }
  };
})();
