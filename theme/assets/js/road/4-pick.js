/* « Ajouter un choix »: by name, or by need. */
(function () {
  "use strict";
  var poc = (window.poc = window.poc || {});
  var SHOWN = 12;

  function folded(text) {
    return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[’']/g, " ");
  }

  /* Codes that answer both: every word of the name, and the need. */
  function found(data, asked, need) {
    var words = folded(asked).split(/\s+/).filter(Boolean);
    if (!words.length && need === "") { return []; }
    var among = need === "" ? Object.keys(data.choices) : data.needs[need];
    return among.filter(function (code) {
      var one = data.choices[code], text = folded(one.title + " " + one.names);
      return words.every(function (word) { return text.indexOf(word) >= 0; });
    });
  }

  /* `ready(then)` runs `then(data)` once the choices are here. */
  function pick(app, ready, add) {
    var name = app.querySelector("#road-name"), need = app.querySelector("#road-need");
    var list = app.querySelector(".road-found"), count = app.querySelector(".road-count");

    function row(data, code) {
      var item = document.createElement("li"), button = document.createElement("button");
      button.type = "button";
      button.className = "road-one";
      button.textContent = data.choices[code].title;
      button.setAttribute("aria-label", "Ajouter\u00a0: " + data.choices[code].title);
      button.setAttribute("data-code", code);
      button.addEventListener("click", function () { add(code); });
      item.appendChild(button);
      return item;
    }

    function show(data) {
      var codes = found(data, name.value, need.value);
      list.textContent = "";
      codes.slice(0, SHOWN).forEach(function (code) { list.appendChild(row(data, code)); });
      if (!name.value && need.value === "") { count.textContent = ""; return; }
      count.textContent = codes.length === 0 ? "Rien à ce nom." :
        codes.length > SHOWN ? codes.length + "\u00a0réponses, les " + SHOWN + " premières sont ici." :
          codes.length + "\u00a0réponse" + (codes.length > 1 ? "s" : "") + ".";
    }
    name.addEventListener("focus", function () { ready(function () { /* they come before the first letter */ }); });
    name.addEventListener("input", function () { ready(show); });
    need.addEventListener("change", function () { ready(show); });
  }

  poc.roadPick = pick;
})();
