/* The questions as a form: what is chosen in it, by numbers; which answers cannot stand together. */
(function () {
  "use strict";

  /* questions: the elements, in the order they are asked. */
  window.__poc_point_form = function (questions) {
    function inputs(question) { return Array.prototype.slice.call(question.querySelectorAll("input")); }
    function closer(question) { return question.querySelector("select"); }
    function codeOf(question) { return Number(question.getAttribute("data-code")); }

    function taken(question) {
      const found = inputs(question).filter(function (one) { return one.checked; }).map(function (one) { return Number(one.value); });
      const place = closer(question);
      return place && place.value ? found.concat(Number(place.value)) : found;
    }
    function answers() {
      const found = {};
      questions.forEach(function (question) {
        const codes = taken(question);
        if (codes.length) { found[codeOf(question)] = codes; }
      });
      return found;
    }
    function fill(said) {
      questions.forEach(function (question) {
        const codes = said[codeOf(question)] || [], place = closer(question);
        inputs(question).forEach(function (one) {
          one.checked = codes.indexOf(Number(one.value)) >= 0;
          const theme = one.checked && one.closest("details");
          if (theme) { theme.open = true; }
        });
        if (place) {
          place.value = "";
          codes.forEach(function (code) { if (place.querySelector('option[value="' + code + '"]')) { place.value = String(code); } });
        }
        settle(question);
      });
    }
    /* « Je ne sais pas », « rien de tout cela »: no other answer stands beside. */
    function alone(one) { return one.value === "0" || one.hasAttribute("data-alone"); }
    /* What a link or a change may have put together that cannot stand so: an answer beside « rien de tout cela »,
       a bassin beside a département that holds no part of it. */
    function settle(question) {
      const place = closer(question), near = place && place.value && place.selectedOptions[0].getAttribute("data-around").split(" ");
      const some = near || inputs(question).some(function (one) { return one.checked && !alone(one); });
      inputs(question).forEach(function (one) {
        if ((some && alone(one)) || (near && near.indexOf(one.value) < 0)) { one.checked = false; }
      });
    }
    /* What has just been chosen is kept, the rest gives way; a more precise place goes with a change of the wider one. */
    function agree(question, changed) {
      const place = closer(question);
      if (place && changed !== place) { place.value = ""; }
      if (changed !== place && changed.checked && alone(changed)) {
        inputs(question).forEach(function (one) { one.checked = one === changed; });
      }
      settle(question);
    }

    function labelOf(question, code) {
      const input = inputs(question).filter(function (one) { return Number(one.value) === code; })[0];
      if (input) { return input.parentNode.querySelector("strong").textContent; }
      return closer(question).querySelector('option[value="' + code + '"]').textContent;
    }

    /* As when the page comes: nothing chosen, no theme open. */
    function empty() {
      fill({});
      questions.forEach(function (question) {
        Array.prototype.forEach.call(question.querySelectorAll("details"), function (theme) { theme.open = false; });
      });
    }
    return { agree: agree, answers: answers, empty: empty, fill: fill, labelOf: labelOf, taken: taken };
  };
})();
