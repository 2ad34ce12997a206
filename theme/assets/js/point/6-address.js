/* The address of « Faire le point »: the code of the answers, and beside it the choices of the road sheet
   (« #210108&road=1… »). Neither is lost or misread when the other changes. */
(function () {
  "use strict";
  const poc = window.poc, road = poc.road;
  let written = null;

  /* The code of the answers in the address, « » without any. */
  function code() { return poc.own(location.hash); }
  function write(own) {
    const state = road.beside(own), address = location.pathname + location.search + (state ? "#" + state : "");
    written = own;
    try { history.replaceState(null, "", address); } catch (error) { location.replace("#" + state); }
  }
  /* Whether the address holds what the page has written there. */
  function same() { return code() === written; }

  /* A way added from the result: the address keeps it, so that one may come back and add another. */
  document.getElementById("point-result").addEventListener("click", function (event) {
    const link = event.target.closest(".road-add");
    if (!link) { return; }
    road.take(link.parentNode.getAttribute("data-road"));
    write(code());
    setTimeout(road.show, 0);
  });

  window.__poc_point_address = { code: code, same: same, write: write };
})();
