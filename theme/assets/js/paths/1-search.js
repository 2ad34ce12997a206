/* Paths found by the guide: the same search as generator/paths.py, over the rules of 1-rules.js.
   Pure functions, no page: a test compares every result with Python's. */
(function () {
  "use strict";

  /* data: window.__poc_point; ground: window.__poc_paths. */
  window.__poc_paths_search = function (data, ground) {
    const rules = window.__poc_point_rules(data);
    const constants = ground.constants, words = ground.words, diploma = data.constants.diploma;

    function fill(template, said) {
      return template.replace(/\{(\w+)\}/g, function (all, name) { return said[name]; });
    }
    function has(list, one) { return list.indexOf(one) >= 0; }
    function checks(found) { return found.filter(function (one) { return one.effect === "check"; }); }
    function costOf(verdict, reasons) {
      const untold = checks(reasons).filter(function (one) { return has(constants.levels, one.rule); });
      return constants.costs[verdict] + constants.untold * untold.length;
    }

    /* The person having followed a scheme: what it gives, the time it takes, the contract signed. */
    function after(walker, id) {
      const scheme = rules.schemes[id], walk = ground.schemes[id], situation = walker.situation;
      const abilities = Object.assign({}, situation.abilities);
      Object.keys(scheme.gives || {}).forEach(function (ability) {
        const given = scheme.gives[ability], held = rules.heldLevel(situation, ability);
        const steps = data.abilities[ability].levels, had = held ? rules.levelRank(ability, held) : -1;
        if (given.charAt(0) !== "+") {
          abilities[ability] = steps[Math.max(had, rules.levelRank(ability, given))][0];
        } else if (held) {
          abilities[ability] = steps[Math.min(had + Number(given), steps.length - 1)][0];
        }
      });
      const statuses = walk.kind === "contract" ? scheme.statuses || [constants.employed] : situation.statuses;
      const sure = walker.sure + walk.weeks[0];
      const age = walker.age === null ? null : walker.age + Math.floor(sure / constants.weeks_per_year);
      const changed = Object.assign({}, situation, { abilities: abilities, statuses: statuses, age: age });
      return { situation: changed, age: walker.age, weeks: walker.weeks + walk.weeks[1], sure: sure };
    }

    /* What the passage asks of this person beyond the two sheets. */
    function become(scheme, situation) {
      const taken = (scheme.statuses || []).filter(function (one) { return ground.become[one]; })[0];
      if (!taken) { return null; }
      const labels = situation.statuses.map(function (one) { return data.statuses[one]; });
      const last = labels.pop();
      const others = labels.length ? labels.join(", ") + " ou " + last : last;
      return { taken: taken, text: fill(words.statuses_change, { others: others, how: ground.become[taken] }) };
    }
    function secure(text) { return { kind: "public", effect: "secure", text: text }; }
    function worstFirst(seams) {
      return constants.effects.reduce(function (found, effect) {
        return found.concat(seams.filter(function (one) { return one.effect === effect; }));
      }, []);
    }
    function verdictOf(state, seams) {
      if (seams.some(function (one) { return one.effect === "secure"; })) { return "to_secure"; }
      return state === "to_check" || checks(seams).length ? "to_check" : "seamless";
    }
    /* { step, walker }: the step through a passage and who takes it; null when they cannot. */
    function enter(walker, passage) {
      const scheme = rules.schemes[passage[0]];
      let reasons = rules.reasons(scheme, walker.situation);
      let seams = passage[2].map(function (one) {
        return { kind: one[0], effect: one[1], text: ground.sentences[one[2]] };
      });
      const blocked = reasons.filter(function (one) { return one.effect === "blocks"; });
      if (blocked.length) {
        const change = blocked.length === 1 && blocked[0].rule === "statuses" ? become(scheme, walker.situation) : null;
        if (!change) { return null; }
        seams.push(secure(change.text));
        const situation = Object.assign({}, walker.situation, { statuses: [change.taken] });
        walker = Object.assign({}, walker, { situation: situation });
        reasons = reasons.filter(function (one) { return one.effect !== "blocks"; });
      }
      if (reasons.some(function (one) { return one.rule === "territory" && one.effect === "fits"; })) {
        seams = seams.filter(function (one) { return one.kind !== "place"; });
      }
      const oldest = walker.age === null ? null : walker.age + Math.ceil(walker.weeks / constants.weeks_per_year);
      const last = scheme.young ? data.constants.young[1] : scheme.age_max;
      if (last !== undefined && oldest !== null && oldest > last) {
        seams.push(secure(fill(words.age_passes, { age: last + 1 })));
      }
      const state = rules.stateOf(reasons), verdict = verdictOf(state, seams);
      const step = {
        scheme: scheme.id, state: state, verdict: verdict, reasons: reasons, seams: worstFirst(seams),
        condition: passage[3] || null, cost: costOf(verdict, reasons)
      };
      return { step: step, walker: walker };
    }

    /* The least that is left to pay from each scheme that leads to a target; a goal is no way to another. */
    function restTo(targets) {
      const rest = {};
      targets.forEach(function (one) { if (ground.schemes[one]) { rest[one] = 0; } });
      for (let turn = 1; turn < constants.most_steps; turn += 1) {
        Object.keys(ground.passages).forEach(function (start) {
          if (ground.schemes[start].kind === "goal") { return; }
          ground.passages[start].forEach(function (one) {
            if (rest[one[0]] !== undefined && !(rest[start] <= rest[one[0]] + one[1])) { rest[start] = rest[one[0]] + one[1]; }
          });
        });
      }
      return rest;
    }
    /* Estimated cost, then the ranks of the schemes, item by item, the shorter chain first. */
    function before(one, other) {
      if (one.cost !== other.cost) { return one.cost < other.cost; }
      for (let i = 0; i < Math.min(one.ranks.length, other.ranks.length); i += 1) {
        if (one.ranks[i] !== other.ranks[i]) { return one.ranks[i] < other.ranks[i]; }
      }
      return one.ranks.length < other.ranks.length;
    }
    function push(queue, row) {
      let low = 0, high = queue.length;  // the best is last, ready to be popped
      while (low < high) {
        const middle = (low + high) >> 1;
        if (before(row, queue[middle])) { low = middle + 1; } else { high = middle; }
      }
      queue.splice(low, 0, row);
    }
    function signature(situation) {
      return JSON.stringify([Object.keys(situation.abilities).sort().map(function (one) {
        return [one, situation.abilities[one]];
      }), situation.statuses]);
    }

    function pathwayOf(steps, needs) {
      const alike = data.pathways.filter(function (pathway) {
        let at = 0;
        const kept = pathway.steps.every(function (step) {
          const here = at < steps.length && has(step.schemes, steps[at].scheme);
          if (here) { at += 1; }
          return here || step.optional;
        });
        return kept && at === steps.length;
      });
      const shared = alike.filter(function (one) { return rules.shared(one.needs, needs).length; });
      return alike.length ? (shared[0] || alike[0]).id : null;
    }
    function starts(person, needs, targets, rest) {
      const queue = [], walker = { situation: person, age: person.age, weeks: 0, sure: 0 };
      data.schemes.forEach(function (scheme) {
        const fits = (scheme.needs || []).filter(function (one) { return has(needs, one[0]); }).map(function (one) { return one[1]; });
        if (has(targets, scheme.id) || rest[scheme.id] === undefined) { return; }
        if (needs.length ? !fits.length : !has(constants.led, ground.schemes[scheme.id].kind)) { return; }
        const reasons = rules.reasons(scheme, person), state = rules.stateOf(reasons);
        if (state === "not_now") { return; }
        const verdict = state === "possible" ? "seamless" : "to_check", fit = fits.length ? Math.min.apply(null, fits) : 0;
        const step = {
          scheme: scheme.id, state: state, verdict: verdict, reasons: reasons, seams: [], condition: null,
          cost: costOf(verdict, reasons)
        };
        const cost = step.cost + fit + rest[scheme.id];
        push(queue, { cost: cost, ranks: [scheme.order], steps: [step], walker: after(walker, scheme.id) });
      });
      return queue;
    }
    function onwards(queue, row, rest) {
      const here = row.steps[row.steps.length - 1].scheme, spent = row.cost - rest[here];
      (ground.passages[here] || []).forEach(function (passage) {
        const to = passage[0];
        if (rest[to] === undefined || row.steps.some(function (step) { return step.scheme === to; })) { return; }
        const found = enter(row.walker, passage);
        if (found) {
          push(queue, {
            cost: spent + found.step.cost + rest[to], ranks: row.ranks.concat(rules.schemes[to].order),
            steps: row.steps.concat(found.step), walker: after(found.walker, to)
          });
        }
      });
    }
    function run(queue, needs, targets, rest) {
      const found = [], arrived = [], seen = {};
      for (let looked = 0; looked < constants.most_looked && queue.length && found.length < constants.shown; looked += 1) {
        const row = queue.pop(), first = row.steps[0].scheme, here = row.steps[row.steps.length - 1].scheme;
        if (row.steps.some(function (step) { return has(arrived, step.scheme); })) { continue; }
        if (has(targets, here)) {
          arrived.push(first);
          found.push({ steps: row.steps, cost: row.cost, pathway: pathwayOf(row.steps, needs) });
          continue;
        }
        const key = here + signature(row.walker.situation), brought = seen[key] = seen[key] || [];
        if (has(brought, first) || brought.length === constants.shown) { continue; }
        brought.push(first);
        if (row.steps.length < constants.most_steps) { onwards(queue, row, rest); }
      }
      return found;
    }

    /* At most three, each with its own first step; those that answer the needs before any other. */
    return function (situation, needs, targets) {
      const rest = restTo(targets);
      const found = needs.length ? run(starts(situation, needs, targets, rest), needs, targets, rest) : [];
      return found.length ? found : run(starts(situation, [], targets, rest), needs, targets, rest);
    };
  };
})();
