/* The French of a verdict, from the templates of generator/matching_messages.py. */
(function () {
  "use strict";

  window.__poc_point_words = function (data) {
    const templates = data.texts.templates, shownFirst = data.constants.shown_first;
    const titles = {};
    data.schemes.forEach(function (one) { titles[one.id] = one.title; });

    /* « a, b et c » */
    function join(items, last) {
      if (items.length < 2) { return items.join(""); }
      return items.slice(0, -1).join(", ") + " " + last + " " + items[items.length - 1];
    }
    function level(ability, id) {
      return data.abilities[ability].levels.filter(function (step) { return step[0] === id; })[0][1];
    }
    function listed(rule) {
      const diploma = /levels$/.test(rule);
      return function (id) { return diploma ? level(data.constants.diploma, id) : data.statuses[id]; };
    }
    /* Two situations at most. */
    function some(admitted) {
      const named = join(admitted.slice(0, data.constants.named).map(listed("statuses")), "ou");
      return named + (admitted.length > data.constants.named ? ", par exemple" : "");
    }
    function pieces(reason) {
      const one = reason.details;
      switch (reason.rule) {
        case "statuses": case "other_statuses": case "levels": case "other_levels":
          return Object.assign({
            admitted: join(one.admitted.map(listed(reason.rule)), "ou"),
            held: join(one.held.map(listed(reason.rule)), "ou")
          }, reason.rule === "statuses" ? { some: some(one.admitted) } : {});
        case "ability":
          return { ability: "«\u00a0" + data.abilities[one.ability].label + "\u00a0»\u00a0: " + level(one.ability, one.wanted) };
        case "region":
          return { region: data.regions[one.region] };
        case "priority": case "publics": case "other_publics":
          return {
            publics: join(one.publics.map(function (id) { return data.publics[id]; }), reason.rule === "other_publics" ? "ou" : "et")
          };
        case "start": case "later":
          return { scheme: titles[one.scheme] };
        default:
          return one;
      }
    }
    function fill(template, said) {
      return template.replace(/\{(\w+)\}/g, function (all, name) { return said[name]; });
    }
    function sentence(reason) {
      const closing = reason.rule === "status" && reason.effect === "blocks";
      const key = reason.rule + " " + (closing ? reason.details.status : reason.effect);
      return fill(templates[key], pieces(reason));
    }
    /* « D’abord, voyez : … » or « Voyez plutôt : … »; null when there is nothing to name. */
    function ways(template, ids) {
      const named = ids.slice(0, shownFirst).map(function (id) { return titles[id]; });
      return named.length ? fill(template, { ways: join(named, "ou") }) : null;
    }
    return {
      sentence: sentence,
      state: function (state) { return data.texts.states[state]; },
      first: function (verdict) {
        return ways(data.texts.first, verdict.first) || ways(data.texts.instead, verdict.instead);
      },
      before: function (ids) { return ways(data.texts.before, ids); }
    };
  };
})();
