/* From the verdicts to what is shown: schemes in order, pathways, at most three first, whom to meet.
   The same as generator/matching.py (suggestions), generator/point/roads.py and result.py. */
(function () {
  "use strict";

  window.__poc_point_ways = function (data) {
    const rules = window.__poc_point_rules(data);
    const constants = data.constants;
    const rankOf = function (list, one) { return list.indexOf(one); };

    /* Lists of numbers compared item by item, as Python compares tuples. */
    function inOrder(rows) {
      return rows.sort(function (a, b) {
        for (let i = 0; i < a.rank.length; i += 1) {
          if (a.rank[i] !== b.rank[i]) { return a.rank[i] - b.rank[i]; }
        }
        return 0;
      }).map(function (row) { return row.one; });
    }
    function among(wanted) { return wanted.length ? wanted : Object.keys(data.needs); }

    function suggestions(needs, verdicts) {
      const wanted = among(needs), rows = [];
      data.schemes.forEach(function (scheme) {
        const answers = (scheme.needs || []).filter(function (answer) { return wanted.indexOf(answer[0]) >= 0; });
        if (!answers.length) { return; }
        const verdict = verdicts[scheme.id];
        const fit = Math.min.apply(null, answers.map(function (answer) { return answer[1]; }));
        const prior = verdict.reasons.some(function (one) { return one.rule === "priority"; }) ? 1 : 0;
        const why = answers.filter(function (answer) { return answer[1] === fit; })[0][2];
        rows.push({
          one: { kind: "scheme", id: scheme.id, fit: constants.fits[fit], why: why, verdict: verdict },
          rank: [
            verdict.state === "not_now" ? 1 : 0, scheme.status === "announced" ? 1 : 0, Math.max(0, fit - prior),
            rankOf(constants.states, verdict.state), rankOf(constants.statuses, scheme.status), 1 - prior,
            -answers.length, scheme.order
          ]
        });
      });
      return inOrder(rows);
    }

    function firstStep(pathway) {
      return pathway.steps.filter(function (step) { return !step.optional; })[0] || pathway.steps[0];
    }
    function best(step, verdicts) {
      return step.schemes.reduce(function (found, one) {
        const nearer = rankOf(constants.states, verdicts[one].state) < rankOf(constants.states, verdicts[found].state);
        return nearer ? one : found;
      });
    }
    function never(verdict) {
      return verdict.reasons.some(function (one) {
        return one.effect === "blocks" && constants.lasting.indexOf(one.rule) >= 0;
      });
    }
    function compared(rule, admitted, held) {
      if (!admitted) { return []; }
      const both = rules.shared(admitted, held);
      if (held.length && !both.length) {
        return [{ rule: "other_" + rule, effect: "check", details: { admitted: admitted, held: [] } }];
      }
      return [{ rule: rule, effect: both.length ? "fits" : "check", details: { admitted: admitted, held: both } }];
    }
    function steps(pathway, verdicts) {
      const EFFECTS = { possible: "fits", to_check: "check", not_now: "blocks" };
      const set = firstStep(pathway), start = best(set, verdicts);
      const found = [{ rule: "start", effect: EFFECTS[verdicts[start].state], details: { scheme: start } }];
      const closed = pathway.steps.filter(function (step) {
        return step !== set && !step.optional && step.schemes.every(function (one) { return never(verdicts[one]); });
      })[0];
      return closed ? found.concat({ rule: "later", effect: "blocks", details: { scheme: closed.schemes[0] } }) : found;
    }
    function publics(writtenFor, situation) {
      const both = rules.shared(writtenFor, situation.publics);
      if (both.length) { return [{ rule: "publics", effect: "fits", details: { publics: both } }]; }
      const open = !writtenFor || writtenFor.some(function (one) { return ["fits", "check"].indexOf(rules.ofPublic(one, situation)) >= 0; });
      return open ? [] : [{ rule: "other_publics", effect: "check", details: { publics: writtenFor } }];
    }
    function roadReasons(pathway, situation, verdicts) {
      const away = rules.elsewhere(pathway.region, situation);
      const level = rules.heldLevel(situation, constants.diploma);
      return (away ? [{ rule: "region", effect: "blocks", details: { region: pathway.region } }] : []).concat(
        rules.ages(pathway, situation.age),
        compared("statuses", pathway.statuses, situation.statuses),
        compared("levels", pathway.levels, level ? [level] : []),
        publics(pathway.publics, situation),
        steps(pathway, verdicts)
      );
    }
    function roads(situation, needs, verdicts) {
      const wanted = among(needs), rows = [];
      data.pathways.forEach(function (pathway, order) {
        const shared = rules.shared(pathway.needs, wanted);
        if (!shared.length) { return; }
        const reasons = roadReasons(pathway, situation, verdicts), state = rules.stateOf(reasons);
        const start = verdicts[best(firstStep(pathway), verdicts)], shut = state === "not_now";
        const other = reasons.some(function (one) { return constants.others.indexOf(one.rule) >= 0; });
        const fits = !shut && !other;
        const many = reasons.filter(function (one) { return one.effect === "fits"; }).length;
        rows.push({
          one: {
            kind: "pathway", id: pathway.id, why: pathway.summary, fits: fits,
            verdict: { state: state, reasons: reasons, first: shut ? start.first : [], instead: shut ? start.instead : [] }
          },
          rank: [
            shut ? 1 : 0, fits ? 0 : 1, pathway.needs.indexOf(shared[0]), -shared.length,
            rankOf(constants.states, state), -many, order
          ]
        });
      });
      return inOrder(rows);
    }

    function open(one) { return one.verdict.state !== "not_now"; }
    function preparing(situation, found, verdicts) {
      const asked = found.verdict.reasons.filter(function (one) { return one.rule === "ability" && one.effect === "check"; });
      return rules.giving(asked.map(function (one) { return one.details; }), situation, verdicts, found.id)
        .slice(0, constants.shown_first);
    }
    function firstWays(situation, found, ways, verdicts) {
      const road = ways.filter(function (one) { return one.fits; })[0];
      const chosen = found.filter(open).slice(0, constants.shown - (road ? 1 : 0)).map(function (one) {
        return Object.assign({ before: preparing(situation, one, verdicts) }, one);
      });
      return road ? chosen.concat(Object.assign({ before: [] }, road)) : chosen;
    }
    /* Whether nothing that is told of the person is outside what the organisation's record says. */
    function receives(id, situation) {
      const one = data.organisations[id];
      const closed = rules.ages(one, situation.age).some(function (found) { return found.effect === "blocks"; });
      const told = one.statuses && situation.statuses.length;
      return !closed && (!told || rules.shared(one.statuses, situation.statuses).length > 0);
    }
    function forSuch(id, situation) {
      const one = data.organisations[id];
      return rules.shared(one.statuses, situation.statuses).concat(rules.shared(one.publics, situation.publics)).length;
    }
    function startOf(way, verdicts) {
      if (way.kind === "scheme") { return way.id; }
      return best(firstStep(data.pathways.filter(function (one) { return one.id === way.id; })[0]), verdicts);
    }
    function enrolling(starts) {
      const counts = {};
      starts.forEach(function (scheme) {
        (rules.schemes[scheme].prescribers || []).forEach(function (name) { counts[name] = (counts[name] || 0) + 1; });
      });
      return inOrder(Object.keys(counts).map(function (name, rank) { return { one: name, rank: [-counts[name], rank] }; }));
    }
    /* Those the needs name, in turn, then those who can enrol; whoever is there for such a person comes first. */
    function helpers(situation, wanted, starts) {
      const rows = wanted.map(function (need) { return data.needs[need].helpers || []; }), named = [], met = [];
      for (let turn = 0; rows.some(function (row) { return turn < row.length; }); turn += 1) {
        rows.forEach(function (row) { named.push.apply(named, row.slice(turn, turn + 1)); });
      }
      function takes(name) { return receives(name, situation); }
      named.concat(enrolling(starts)).filter(takes).forEach(function (name) {
        if (met.indexOf(name) < 0) { met.push(name); }
      });
      const own = inOrder(met.map(function (name, rank) {
        return { one: name, rank: [forSuch(name, situation) ? 0 : 1, rank] };
      }));
      return own.length ? own.slice(0, constants.met) : data.listeners.filter(takes).slice(0, 1);
    }

    /* told: { situation, needs, obstacles }, as generator/point/answers.py tells it. */
    return function (told) {
      const verdicts = rules.verdicts(told.situation);
      const wanted = told.needs.length ? told.needs : told.obstacles;
      const found = suggestions(wanted, verdicts), ways = roads(told.situation, wanted, verdicts);
      const first = firstWays(told.situation, found, wanted.length ? ways : [], verdicts);
      const beside = told.obstacles.filter(function (need) { return wanted.indexOf(need) < 0; }).map(function (need) {
        return [need, (suggestions([need], verdicts).filter(open)[0] || { id: null }).id];
      });
      return {
        suggestions: found, roads: ways, first: first, beside: beside,
        helpers: helpers(told.situation, wanted, first.map(function (way) { return startOf(way, verdicts); })),
        count: found.concat(ways).filter(open).length
      };
    };
  };
})();
