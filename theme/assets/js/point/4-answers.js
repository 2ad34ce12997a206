/* The answers: what they tell of a person (generator/point/answers.py), and the code that a link carries.

   Answers: { question code: [choice codes] }; [0] is « je ne sais pas », said. The code is short and opaque:
   a version, then three signs for each answer (question, choice on two signs), then two signs of control. */
(function () {
  "use strict";
  const VERSION = "2";
  const UNSAID = 0;
  /* How many signs of control, and what they count by. 1291: the largest prime that two signs hold, so that any
     sign changed, and any two signs exchanged, are noticed. Version 1 (one sign, by 36, which is not prime) let one
     change in eleven pass: it is still read, in links already shared, and no more written. */
  const CONTROLS = { 1: { length: 1, by: 36 }, 2: { length: 2, by: 1291 } };

  function sign(number, length) { return ("00" + number.toString(36)).slice(-length); }
  function control(text) {
    const one = CONTROLS[text.charAt(0)];
    let sum = 0;
    for (let i = 0; i < text.length; i += 1) { sum += (i + 1) * parseInt(text.charAt(i), 36); }
    return sign(sum % one.by, one.length);
  }
  function numbers(object) {
    return Object.keys(object).map(Number).sort(function (a, b) { return a - b; });
  }

  window.__poc_point_answers = function (data) {
    const questions = {}, rules = window.__poc_point_rules(data);
    data.questions.forEach(function (one) { questions[one.code] = one; });

    function isTaken(answers, question, choice) {
      return (answers[question.code] || []).indexOf(choice.code) >= 0;
    }
    function publicsOf(choice, answers) {
      return (choice.together || []).reduce(function (found, beside) {
        const other = data.questions.filter(function (one) { return one.id === beside.question; })[0];
        const said = other.choices.some(function (one) {
          return beside.choices.indexOf(one.id) >= 0 && isTaken(answers, other, one);
        });
        return said ? found.concat(beside.publics) : found;
      }, choice.publics || []);
    }
    function add(list, items) {
      (items || []).forEach(function (one) { if (list.indexOf(one) < 0) { list.push(one); } });
    }
    /* Publics that an age or a diploma tells: none has to be asked. */
    function deduced(situation) {
      return Object.keys(data.told_by_others).filter(function (id) { return rules.ofPublic(id, situation) === "fits"; });
    }
    function told(answers) {
      const situation = { age: null, statuses: [], level: null, publics: [], territory: null, abilities: {} };
      const found = { situation: situation, needs: [], obstacles: [] };
      data.questions.forEach(function (question) {
        question.choices.forEach(function (choice) {
          if (!isTaken(answers, question, choice)) { return; }
          if (choice.age !== undefined) { situation.age = choice.age; }
          if (choice.level) { situation.level = choice.level; }
          if (choice.territory) { situation.territory = choice.territory; }
          add(situation.statuses, choice.statuses);
          add(situation.publics, publicsOf(choice, answers));
          add(found.needs, choice.needs);
          add(found.obstacles, choice.obstacles);
          Object.assign(situation.abilities, choice.abilities || {});
        });
      });
      add(situation.publics, deduced(situation));
      return found;
    }

    /* « » when nothing is answered. */
    function encode(answers) {
      const body = numbers(answers).map(function (question) {
        const taken = answers[question].slice().sort(function (a, b) { return a - b; });
        return taken.map(function (choice) { return sign(question, 1) + sign(choice, 2); }).join("");
      }).join("");
      return body && VERSION + body + control(VERSION + body);
    }
    /* { answers, lost }: `lost` answers do not exist any more; null when it is not one of our codes. */
    function decode(code) {
      const one = CONTROLS[code.charAt(0)];
      if (!one || !/^.(?:[0-9a-z]{3})+[0-9a-z]{1,2}$/.test(code)) { return null; }
      const end = code.length - one.length, body = code.slice(1, end);
      if (body.length % 3 || control(code.slice(0, end)) !== code.slice(end)) { return null; }
      const answers = {};
      let lost = 0;
      for (let i = 0; i < body.length; i += 3) {
        const question = questions[parseInt(body.charAt(i), 36)], choice = parseInt(body.slice(i + 1, i + 3), 36);
        const known = question && (choice === UNSAID || question.choices.some(function (one) { return one.code === choice; }));
        if (known) {
          answers[question.code] = answers[question.code] || [];
          add(answers[question.code], [choice]);
        } else {
          lost += 1;
        }
      }
      return { answers: answers, lost: lost };
    }
    return { told: told, encode: encode, decode: decode };
  };
})();
