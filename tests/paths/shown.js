/* What the page's search answers to one case, with every sentence: the counterpart of tests/paths/cases.py. */
(function () {
  "use strict";
  const search = window.__poc_paths_search(window.__poc_point, window.__poc_paths);
  const words = window.__poc_point_words(window.__poc_point);

  function step(one) {
    return {
      scheme: one.scheme, state: one.state, verdict: one.verdict, condition: one.condition,
      reasons: one.reasons.map(function (reason) { return [reason.rule, reason.effect, words.sentence(reason)]; }),
      seams: one.seams.map(function (seam) { return [seam.kind, seam.effect, seam.text]; })
    };
  }
  window.__poc_point_shown = function (one) {
    return search(one.situation, one.needs, one.targets).map(function (path) {
      return { cost: path.cost, pathway: path.pathway, steps: path.steps.map(step) };
    });
  };
})();
