/* The rules of generator/matching.py over window.__poc_point: the verdict of each scheme for a situation.
   Pure functions, no page: a test compares every result with Python's. */
(function () {
  "use strict";

  /* data: window.__poc_point. A situation: { age, statuses, level, publics, territory, abilities }. */
  window.__poc_point_rules = function (data) {
    const constants = data.constants;
    const schemes = {};
    const places = Object.keys(data.territories);
    const EFFECTS = { f: "fits", c: "check", b: "blocks" };
    data.schemes.forEach(function (scheme) { schemes[scheme.id] = scheme; });

    function shared(some, others) {
      return (some || []).filter(function (one) { return others.indexOf(one) >= 0; });
    }
    function heldLevel(situation, ability) {
      return situation.abilities[ability] || (ability === constants.diploma ? situation.level : null) || null;
    }
    function levelRank(ability, level) {
      return data.abilities[ability].levels.findIndex(function (step) { return step[0] === level; });
    }

    function status(scheme) {
      const effect = constants.status_effect[scheme.status];
      return effect ? [{ rule: "status", effect: effect, details: { status: scheme.status, month: scheme.month } }] : [];
    }
    function ages(record, age) {
      const low = record.age_min, high = record.age_max;
      if (low === undefined && high === undefined) { return []; }
      const details = { ages: record.ages };
      if (age === null) { return [{ rule: "age", effect: "check", details: details }]; }
      if (low !== undefined && age < low) { return [{ rule: "too_young", effect: "blocks", details: details }]; }
      if (high !== undefined && age > high) { return [{ rule: "too_old", effect: "blocks", details: details }]; }
      return [{ rule: "age", effect: "fits", details: details }];
    }
    /* « jeunes », without an age in the source: one of the publics a sheet names may be younger. */
    function youth(scheme, situation) {
      if (!scheme.young) { return []; }
      const age = situation.age;
      const shut = age !== null && (age > constants.young[1] || (age < constants.young[0] && !scheme.priority_publics));
      return [{ rule: "youth", effect: shut ? "blocks" : "check", details: {} }];
    }
    /* Whether an age and a diploma make somebody of that public, may, or do not; null: it has to be told. */
    function ofPublic(id, situation) {
      const record = data.told_by_others[id], level = heldLevel(situation, constants.diploma);
      if (!record) { return null; }
      const effects = ages(record, situation.age).map(function (one) { return one.effect; });
      if (record.levels) { effects.push(!level ? "check" : record.levels.indexOf(level) >= 0 ? "fits" : "blocks"); }
      return ["blocks", "check", "fits"].filter(function (one) { return effects.indexOf(one) >= 0; })[0];
    }
    function statuses(scheme, situation) {
      if (!scheme.statuses) { return []; }
      const held = shared(scheme.statuses, situation.statuses);
      const effect = !situation.statuses.length ? "check" : held.length ? "fits" : "blocks";
      return [{ rule: "statuses", effect: effect, details: { admitted: scheme.statuses, held: held } }];
    }
    function levels(scheme, situation) {
      if (!scheme.levels) { return []; }
      const held = heldLevel(situation, constants.diploma);
      const details = { admitted: scheme.levels, held: held ? [held] : [] };
      if (!held) { return [{ rule: "levels", effect: "check", details: details }]; }
      if (scheme.levels.indexOf(held) >= 0) { return [{ rule: "levels", effect: "fits", details: details }]; }
      const ranks = scheme.levels.map(function (level) { return levelRank(constants.diploma, level); });
      const lowest = Math.min.apply(null, ranks);
      if (levelRank(constants.diploma, held) < lowest) {
        details.ability = constants.diploma;
        details.wanted = scheme.levels[ranks.indexOf(lowest)];
      }
      return [{ rule: "levels", effect: "blocks", details: details }];
    }
    function abilities(scheme, situation) {
      const found = [];
      Object.keys(scheme.requires || {}).forEach(function (ability) {
        const wanted = scheme.requires[ability], needed = levelRank(ability, wanted);
        if (needed === 0) { return; }
        const held = heldLevel(situation, ability);
        const effect = !held ? "check" : levelRank(ability, held) >= needed ? "fits" : "blocks";
        found.push({ rule: "ability", effect: effect, details: { ability: ability, wanted: wanted } });
      });
      return found;
    }
    function elsewhere(region, situation) {
      return situation.territory !== null && region !== constants.everywhere && region !== data.territories[situation.territory];
    }
    function territory(scheme, situation) {
      if (situation.territory === null) { return []; }
      if (elsewhere(scheme.region, situation)) {
        return [{ rule: "region", effect: "blocks", details: { region: scheme.region } }];
      }
      if (scheme.served === undefined) { return []; }
      const served = data.served[scheme.served];
      const effect = EFFECTS[served.here.charAt(places.indexOf(situation.territory))];
      return [{ rule: "territory", effect: effect, details: { places: served.places } }];
    }
    function priority(scheme, situation) {
      const found = shared(scheme.priority_publics, situation.publics);
      return found.length ? [{ rule: "priority", effect: "fits", details: { publics: found } }] : [];
    }
    function words(scheme, situation) {
      const found = (scheme.conditions || []).map(function (text) {
        return { rule: "condition", effect: "check", details: { text: text } };
      });
      const forOthers = scheme.priority_publics && !priority(scheme, situation).length;
      if (scheme.compared && !(forOthers && scheme.compared === 1)) { return found; }
      if (scheme.details) {
        found.push({ rule: "detail", effect: "check", details: { text: scheme.details } });
      } else if (!scheme.compared && !scheme.young) {
        found.push({ rule: "unsaid", effect: "check", details: {} });
      }
      return found;
    }

    function reasons(scheme, situation) {
      return status(scheme).concat(
        youth(scheme, situation), ages(scheme, situation.age), statuses(scheme, situation), levels(scheme, situation),
        abilities(scheme, situation), territory(scheme, situation), priority(scheme, situation),
        words(scheme, situation)
      );
    }
    function stateOf(found) {
      const has = function (effect) { return found.some(function (one) { return one.effect === effect; }); };
      return has("blocks") ? "not_now" : has("check") ? "to_check" : "possible";
    }

    /* Whether one leaves a scheme with that level; « +1 » counts from where the person stands. */
    function gives(scheme, situation, ability, wanted) {
      const given = (scheme.gives || {})[ability];
      if (!given) { return false; }
      const needed = levelRank(ability, wanted);
      if (given.charAt(0) !== "+") { return levelRank(ability, given) >= needed; }
      const held = heldLevel(situation, ability);
      return !held || levelRank(ability, held) + Number(given) >= needed;
    }
    function reachable(name, verdicts, besides) {
      const status = schemes[name].status;
      return name !== besides && (status === "open" || status === "experimental") && verdicts[name].state !== "not_now";
    }
    /* Ids of the schemes within reach that give one of the levels asked ({ ability, wanted }). */
    function giving(asked, situation, verdicts, besides) {
      return data.schemes.filter(function (other) {
        return asked.some(function (one) { return gives(other, situation, one.ability, one.wanted); }) &&
          reachable(other.id, verdicts, besides);
      }).map(function (other) { return other.id; });
    }
    function tooYoung(reasons, age) {
      const shut = reasons.filter(function (one) { return one.effect === "blocks"; }).map(function (one) { return one.rule; });
      return shut.indexOf("too_young") >= 0 || (shut.indexOf("youth") >= 0 && age !== null && age < constants.young[0]);
    }
    /* What gives the levels that are lacking; where none is, those the sheet sends to instead. */
    function leads(scheme, situation, verdicts) {
      const missing = verdicts[scheme.id].reasons.filter(function (one) {
        return one.effect === "blocks" && one.details.wanted;
      }).map(function (one) { return one.details; });
      if (missing.length) { return { first: giving(missing, situation, verdicts, scheme.id) }; }
      const young = tooYoung(verdicts[scheme.id].reasons, situation.age);   /* most of what the sheet names is for the too old */
      return { instead: (scheme.instead || []).filter(function (name) {
        const other = schemes[name];
        return reachable(name, verdicts, scheme.id) && !(young && !other.young && other.age_max === undefined);
      }) };
    }
    /* { state, reasons, first, instead } of each scheme, by id. */
    function verdicts(situation) {
      const known = {};
      data.schemes.forEach(function (scheme) {
        const found = reasons(scheme, situation);
        known[scheme.id] = { state: stateOf(found), reasons: found, first: [], instead: [] };
      });
      data.schemes.forEach(function (scheme) {
        if (known[scheme.id].state === "not_now") { Object.assign(known[scheme.id], leads(scheme, situation, known)); }
      });
      return known;
    }

    return {
      schemes: schemes, ages: ages, elsewhere: elsewhere, giving: giving, heldLevel: heldLevel,
      levelRank: levelRank, ofPublic: ofPublic, reasons: reasons, shared: shared, stateOf: stateOf, verdicts: verdicts
    };
  };
})();
