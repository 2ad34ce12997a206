/* Puts the choices on the two sheets of paper: copies of the templates of the page, filled. */
(function () {
  "use strict";
  var poc = (window.poc = window.poc || {});

  function copy(id) {
    return document.importNode(document.getElementById(id).content, true);
  }

  function items(list, lines) {
    lines.forEach(function (line) {
      var item = document.createElement("li");
      item.textContent = line;
      list.appendChild(item);
    });
  }

  /* One place: its text, else what it says of the silence, else nothing at all, label included. */
  function fill(place, value) {
    var silent = place.getAttribute("data-silent"), block = place.closest(".r-fact, .r-list");
    if (place.tagName === "UL" && value) { items(place, value); return; }
    if (value) {
      place.textContent = Array.isArray(value) ? value.join(" \u2022 ") : value;
    } else if (silent) {
      if (place.tagName === "UL") { items(place, [silent]); } else { place.textContent = silent; }
      place.classList.add("silent");
    } else if (block) {
      block.remove();
    } else {
      place.remove();
    }
  }

  function fillAll(part, values) {
    part.querySelectorAll("[data-fill]").forEach(function (place) {
      fill(place, values[place.getAttribute("data-fill")]);
    });
  }

  /* Each date once, the oldest known being that of the whole sheet. */
  function dates(choices) {
    return choices.map(function (one) { return one.as_of; }).filter(function (date, at, all) {
      return all.indexOf(date) === at;
    }).join(" \u2022 ");
  }

  /* `which`: person or adviser; `live`: the public address of this very list, or "". */
  function paper(which, choices, live) {
    var sheet = copy("road-" + which).querySelector(".paper"), slot = sheet.querySelector(".r-slot");
    sheet.classList.add("road-of-" + choices.length);
    choices.forEach(function (choice) {
      var one = copy("road-" + which + "-one");
      fillAll(one, choice);
      slot.appendChild(one);
    });
    fillAll(sheet.querySelector(".r-foot"), {
      as_of: dates(choices) + ".",
      live: live && "Cette feuille est aussi ici\u00a0: " + live
    });
    var drawn = live && poc.qr ? poc.qr.draw(live) : null;
    if (drawn) { sheet.querySelector(".r-qr").appendChild(drawn); }
    return sheet;
  }

  poc.paper = paper;
})();
