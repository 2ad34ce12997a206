/* What the page's rules answer to one case, with every sentence: the counterpart of tests/point/cases.py. */
(function () {
  "use strict";
  const data = window.__poc_point;
  const answers = window.__poc_point_answers(data);
  const ways = window.__poc_point_ways(data);
  const words = window.__poc_point_words(data);

  function way(one) {
    const verdict = one.verdict;
    return {
      id: one.id, fit: one.kind === "scheme" ? one.fit : one.fits, state: words.state(verdict.state),
      reasons: verdict.reasons.map(function (reason) { return [reason.rule, reason.effect, words.sentence(reason)]; }),
      first: verdict.first, instead: verdict.instead, said: words.first(verdict)
    };
  }
  window.__poc_point_shown = function (one) {
    if (one.code !== undefined) { return answers.decode(one.code); }
    if (one.encode) { return answers.encode(one.encode); }
    const told = one.answers ? answers.told(one.answers) : one.told;
    if (one.only_told) { return told; }
    const found = ways(told);
    return {
      suggestions: found.suggestions.map(way), roads: found.roads.map(way),
      first: found.first.map(function (found) { return [found.kind, found.id, found.before, words.before(found.before)]; }),
      beside: found.beside, helpers: found.helpers, count: found.count
    };
  };
})();
