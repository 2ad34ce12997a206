"""What the walks ask of a page as it is drawn: what is cut, covered, too small, or has vanished.

Scripts only, evaluated in the page; each returns short texts that name what is wrong, so that an empty
list is a success and a failure says where to look.
"""

from __future__ import annotations

from playwright.sync_api import Page

_COMMON = """
  const said = one => (one.id ? '#' + one.id + ' ' : '') + one.tagName.toLowerCase() + '.' +
    (one.getAttribute('class') || '') + ' « ' + one.textContent.trim().replace(/\\s+/g, ' ').slice(0, 40) + ' »';
  const up = one => { const all = []; for (; one; one = one.parentElement) all.push(one); return all; };
  const cuts = /hidden|clip/, rolls = /auto|scroll/, seen = new Map();
  const about = one => {
    if (!one || one === document.body) return { hushed: false, frames: [] };
    if (!seen.has(one)) {
      const style = getComputedStyle(one), outer = about(one.parentElement);
      const frame = style.overflowX !== 'visible' || style.overflowY !== 'visible';
      seen.set(one, { hushed: outer.hushed || style.clipPath !== 'none' || one.inert,
        frames: frame ? [[one, style.overflowX, style.overflowY], ...outer.frames] : outer.frames });
    }
    return seen.get(one);
  };
  const shown = one => !about(one).hushed && one.checkVisibility({ visibilityProperty: true, opacityProperty: true });
"""

_WORDS = """
  const lines = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const known = new Map();
  while (walker.nextNode()) {
    const node = walker.currentNode, one = node.parentElement;
    if (!node.data.trim() || /^(script|style|title|desc|option|noscript)$/i.test(one.tagName)) continue;
    if (!known.has(one)) known.set(one, shown(one));
    if (!known.get(one)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) if (box.width > 1 && box.height > 1) lines.push({ one, box });
  }
"""

CUT = (
    "() => {"
    + _COMMON
    + _WORDS
    + """
  const found = new Set(), wide = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > innerWidth) found.add('page : ' + document.documentElement.scrollWidth);
  for (const { one, box } of lines) {
    let held = false;
    for (const [frame, across, down] of about(one).frames) {
      const edge = frame.getBoundingClientRect();
      if (rolls.test(across)) { held = true; break; }
      if (cuts.test(across) && (box.right > edge.right + 1 || box.left < edge.left - 1)) found.add('coupé : ' + said(one));
      if (cuts.test(down) && (box.bottom > edge.bottom + 3 || box.top < edge.top - 3)) found.add('coupé : ' + said(one));
    }
    if (!held && (box.right > wide + 1 || box.left < -1)) found.add('dehors : ' + said(one));
  }
  return [...found];
}"""
)
"""Texts cut by their box or out of the screen. What scrolls in a frame of its own is not cut."""

OVER = (
    "() => {"
    + _COMMON
    + _WORDS
    + """
  lines.sort((a, b) => a.box.top - b.box.top);
  const found = new Set();
  lines.forEach((a, rank) => {
    for (let next = rank + 1; next < lines.length && lines[next].box.top < a.box.bottom; next++) {
      const b = lines[next];
      const high = Math.min(a.box.bottom, b.box.bottom) - b.box.top;
      const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
      if (wide > 3 && high > .4 * Math.min(a.box.height, b.box.height)) found.add(said(a.one) + ' sur ' + said(b.one));
    }
  });
  return [...found];
}"""
)
"""Lines of text drawn one over another (two lines of one paragraph share a fifth of their height at most)."""

CHOICES = (
    ".choice, .chips a, .chip, .button, .tabs a, .doors a, .point-door a, .menu summary, .menu a, .tone, .find-link,"
    " .suggest-one, .filters > summary, .way > summary, .plan-key a, .road-bar a, .road-one, .tongues a,"
    " .tongue-sheets a, .results li, li.card:has(.card-title a), main input:not([type=checkbox], [type=radio]),"
    " main select, main label:has(input[type=checkbox], input[type=radio]), .road-add, .adviser > summary"
)
"""Everything that is offered as a choice. Where a link is stretched over its card, the card is the target."""

SMALL = (
    "choices => {"
    + _COMMON
    + """
  return [...document.querySelectorAll(choices)].filter(shown).map(one => [one, one.getBoundingClientRect()])
    .filter(([, box]) => box.height < 44 || box.width < 44)
    .map(([one, box]) => Math.round(box.width) + '×' + box.height.toFixed(1) + ' ' + said(one));
}"""
)

_CONTRAST = """
  const paint = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgb = colour => { paint.clearRect(0, 0, 1, 1); paint.fillStyle = colour; paint.fillRect(0, 0, 1, 1);
    return [...paint.getImageData(0, 0, 1, 1).data]; };
  const light = ([r, g, b]) => [r, g, b].map(one => one / 255)
    .map(one => one <= .04045 ? one / 12.92 : ((one + .055) / 1.055) ** 2.4)
    .reduce((sum, one, rank) => sum + one * [.2126, .7152, .0722][rank], 0);
  const apart = (a, b) => { const [x, y] = [light(rgb(a)), light(rgb(b))]; return (Math.max(x, y) + .05) / (Math.min(x, y) + .05); };
  const solid = colour => rgb(colour)[3] > 0;
  const ground = one => { const held = up(one).map(each => getComputedStyle(each).backgroundColor).find(solid); return held || 'Canvas'; };
"""

VANISHED = (
    "() => {"
    + _COMMON
    + _CONTRAST
    + """
  const found = [];
  const edged = style => ['Top', 'Right', 'Bottom', 'Left'].every(side => parseFloat(style['border' + side + 'Width']) > 0
    && !/none|hidden/.test(style['border' + side + 'Style']));
  for (const one of [...document.querySelectorAll('.button, .choice, .chips a, .chip, .tabs a, .doors a, .point-door a,'
      + ' .card, input, select, .menu summary, .filters > summary')].filter(shown)) {
    const style = getComputedStyle(one), behind = ground(one.parentElement);
    const native = /checkbox|radio/.test(one.type) || one.tagName === 'SELECT' || one.type === 'reset';
    if (!native && !(edged(style) && apart(style.borderTopColor, behind) >= 3)) found.push('sans bord : ' + said(one));
  }
  for (const one of [...document.querySelectorAll('svg')].filter(shown)) {
    const behind = ground(one.parentElement);
    const visible = [...one.querySelectorAll('path, circle, rect, line, polyline, polygon, text')].some(each => {
      const style = getComputedStyle(each);
      return [style.fill, style.stroke].some(ink => ink !== 'none' && solid(ink) && apart(ink, behind) >= 3);
    });
    if (!visible) found.push('dessin disparu : ' + said(one.parentElement));
  }
  const paper = getComputedStyle(document.body).backgroundColor;
  for (const one of [...document.querySelectorAll('a, button, summary, strong, h1, h2, h3, label, p, li, span')].filter(shown)) {
    if (one.closest('svg') || getComputedStyle(one).forcedColorAdjust === 'none') continue;
    if ([...one.childNodes].some(node => node.nodeType === 3 && node.data.trim()) && apart(getComputedStyle(one).color, paper) < 4.5)
      found.push('texte perdu : ' + said(one));
  }
  for (const one of [...document.querySelectorAll('svg :is(.map g path, .rail-line, .stop-name, .zone-name, .line-dot text), .map g path')].filter(shown)) {
    const style = getComputedStyle(one), ink = one.tagName === 'path' ? style.stroke : style.fill;
    const over = one.closest('.line-name .line-dot') ? getComputedStyle(one.parentElement.querySelector('circle')).fill : paper;
    if (apart(ink, over) < 3) found.push('trait disparu : ' + (one.getAttribute('class') || one.tagName));
  }
  return [...new Set(found)];
}"""
)
"""In forced colours: words on anything but the ground, choices without an edge, drawings and lines of the maps that melt into the ground."""

SAME = (
    "() => {"
    + _COMMON
    + """
  const look = one => { const style = getComputedStyle(one);
    return [style.fontWeight, style.outlineStyle, style.textDecorationLine, style.borderTopWidth, style.borderLeftWidth,
      style.borderTopStyle, getComputedStyle(one, '::before').content].join(); };
  const chosen = [...document.querySelectorAll('[aria-current], [aria-selected=true], [aria-pressed=true]:not(.tone)')].filter(shown);
  return chosen.filter(one => {
    const others = [...(one.closest('ul, ol, .point-goals') || document).querySelectorAll(one.tagName)]
      .filter(other => !other.matches('[aria-current], [aria-selected=true], [aria-pressed=true]') && shown(other));
    return others.length && others.every(other => look(other) === look(one));
  }).map(said);
}"""
)
"""What is chosen and looks like its neighbours but for colours."""

MOVING = """() => [...document.querySelectorAll('*')].flatMap(one => ['', '::before', '::after'].map(part => {
  const style = getComputedStyle(one, part || null);
  const long = (style.transitionDuration + ',' + style.animationDuration).split(',').some(each => parseFloat(each) > .01);
  return long || style.scrollBehavior === 'smooth' ? one.tagName + part + ' .' + one.getAttribute('class') : '';
})).filter(Boolean)"""

SPACED = """() => { const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }'
    + ' p { margin-bottom: 2em !important }');
  document.adoptedStyleSheets = [sheet]; }"""
"""The spacing a reader may ask for (WCAG 1.4.12), as a style sheet of theirs would."""

DOUBLED = """() => { const root = document.documentElement;
  root.style.fontSize = ''; root.style.fontSize = 2 * parseFloat(getComputedStyle(root).fontSize) + 'px'; }"""

PLAIN = "() => { document.documentElement.style.fontSize = ''; document.adoptedStyleSheets = []; }"

UNFOLDED = "document.querySelectorAll('details:not(.menu)').forEach(one => one.open = true)"

PRESSED = (
    ".top nav, .find, .find-link, .menu, .tone, .crumbs, .skip, .tabs, .chips, .ask form, .filters, .reading,"
    " .button, main button:not(.term-word), main input, main select, .foot nav"
)
"""What paper has no use for."""

SHOWN = (
    "selector => {"
    + _COMMON
    + """
  return [...document.querySelectorAll(selector)].filter(one => shown(one) && one.getClientRects().length).map(said);
}"""
)

LINKS = (
    "() => {"
    + _COMMON
    + """
  return [...document.querySelectorAll('main a[href]:not(.road-add-place a)')].filter(shown)
    .map(one => String(new URL(one.getAttribute('href'), location)).replace(/[?#].*/, '').replace(/index\\.html$/, ''));
}"""
)
"""Where the links shown in the page lead; a road map is put together by a script, its link comes with it."""

MARKS = """() => {
  const look = one => { const style = getComputedStyle(one), room = one.querySelector(':scope > .stop-room');
    return [style.outlineStyle + style.outlineWidth, style.boxShadow, room ? getComputedStyle(room).stroke : ''].join(); };
  const holder = one => one.closest('label') || one;
  const places = one => [one, holder(one)];
  window.__marks = new Map();
  const reach = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
  document.querySelectorAll(reach).forEach(one => window.__marks.set(one, places(one).map(look).join('|')));
  window.__focus = () => {
    const one = document.activeElement, wrong = [];
    if (one === document.body || one === document.documentElement) return null;
    const name = one.tagName + ' ' + (one.getAttribute('aria-label') || one.textContent || one.name || '').trim().replace(/\\s+/g, ' ').slice(0, 60);
    const before = window.__marks.get(one);
    if (before !== undefined && before === places(one).map(look).join('|')) wrong.push('focus invisible : ' + name);
    const boxes = [...one.getClientRects()].concat([...holder(one).getClientRects()])
      .map(box => [Math.max(box.left, 0), Math.max(box.top, 0), Math.min(box.right, innerWidth), Math.min(box.bottom, innerHeight)])
      .filter(([left, top, right, bottom]) => right - left > 1 && bottom - top > 1);
    const seen = boxes.some(([left, top, right, bottom]) => {
      const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      return hit && (holder(one).contains(hit) || one.contains(hit));
    });
    if (!seen) wrong.push('focus couvert : ' + name);
    if (!window.__ranks) window.__ranks = new Map();
    const rank = window.__ranks.get(one) || window.__ranks.size + 1;
    window.__ranks.set(one, rank);
    return { name, rank, wrong, inside: one.closest('main') !== null, href: one.getAttribute('href') || '' };
  };
}"""
"""Remembers how everything looks without focus; then `__focus()` tells what has it, and what is wrong with it."""


def whole(page: Page) -> list[str]:
    """What is cut or covered on the page as it stands."""
    found: list[str] = page.evaluate(CUT)
    over: list[str] = page.evaluate(OVER)
    return found + over
