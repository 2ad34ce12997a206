/* A QR code for an address (ISO/IEC 18004): bytes, level L, versions 2 to 5, where data are one block.
   Longer addresses (more than 106 bytes) get none; the address itself is printed beside. */
(function () {
  "use strict";
  var poc = (window.poc = window.poc || {});
  var DATA = { 2: 34, 3: 55, 4: 80, 5: 108 }, CHECK = { 2: 10, 3: 15, 4: 20, 5: 26 };
  var FORMAT = 0x77c4; /* level L, mask 0, with its own check bits */
  var exp = [], log = [];
  for (var power = 0, value = 1; power < 255; power += 1) {
    exp[power] = value;
    log[value] = power;
    value = (value << 1) ^ (value & 128 ? 0x11d : 0);
  }

  function times(one, other) { return one && other ? exp[(log[one] + log[other]) % 255] : 0; }

  /* Reed-Solomon: the remainder of the data by the generator of that many check bytes. */
  function check(data, count) {
    var generator = [1], rest = data.slice();
    for (var root = 0; root < count; root += 1) {
      var next = generator.concat(0);
      for (var at = 0; at < generator.length; at += 1) { next[at + 1] ^= times(generator[at], exp[root]); }
      generator = next;
    }
    for (var pad = 0; pad < count; pad += 1) { rest.push(0); }
    for (var place = 0; place < data.length; place += 1) {
      var lead = rest[place];
      for (var step = 0; step < generator.length; step += 1) { rest[place + step] ^= times(generator[step], lead); }
    }
    return rest.slice(data.length);
  }

  /* Mode « bytes », the length, the bytes, then the filling of the standard. */
  function words(bytes, room) {
    var nibbles = [4, bytes.length >> 4, bytes.length & 15], found = [];
    bytes.forEach(function (byte) { nibbles.push(byte >> 4, byte & 15); });
    nibbles.push(0);
    for (var at = 0; at < nibbles.length; at += 2) { found.push((nibbles[at] << 4) | (nibbles[at + 1] || 0)); }
    for (var pad = 0; found.length < room; pad += 1) { found.push(pad % 2 ? 17 : 236); }
    return found;
  }

  /* The fixed parts: three corners, the small square, the dotted lines, the format. */
  function frame(version) {
    var size = 17 + 4 * version, grid = [];
    for (var row = 0; row < size; row += 1) { grid.push(new Array(size).fill(null)); }
    function square(top, left, radius) {
      for (var y = -radius; y <= radius; y += 1) {
        for (var x = -radius; x <= radius; x += 1) {
          var far = Math.max(Math.abs(x), Math.abs(y));
          if (grid[top + y] && grid[top + y][left + x] !== undefined) { grid[top + y][left + x] = far !== 2 && far !== 4; }
        }
      }
    }
    function small(at) {
      for (var y = -2; y <= 2; y += 1) { for (var x = -2; x <= 2; x += 1) { grid[at + y][at + x] = Math.max(Math.abs(x), Math.abs(y)) !== 1; } }
    }
    square(3, 3, 4); square(3, size - 4, 4); square(size - 4, 3, 4);
    small(size - 7);
    for (var dot = 8; dot < size - 8; dot += 1) { grid[6][dot] = grid[dot][6] = dot % 2 === 0; }
    for (var bit = 0; bit < 15; bit += 1) {
      var dark = ((FORMAT >> bit) & 1) === 1, near = bit < 6 ? bit : bit + 1;
      if (bit < 8) { grid[near][8] = dark; grid[8][size - 1 - bit] = dark; } else {
        grid[8][bit === 8 ? 7 : 14 - bit] = dark; grid[size - 15 + bit][8] = dark;
      }
    }
    grid[size - 8][8] = true;
    return grid;
  }

  /* Rows of booleans; null when the address is too long. */
  function grid(text) {
    var bytes = unescape(encodeURIComponent(text)).split("").map(function (sign) { return sign.charCodeAt(0); });
    var version = [2, 3, 4, 5].filter(function (one) { return bytes.length <= DATA[one] - 2; })[0];
    if (!version) { return null; }
    var data = words(bytes, DATA[version]), all = data.concat(check(data, CHECK[version])), cells = frame(version);
    var size = cells.length, bit = 0, up = true;
    for (var right = size - 1; right > 0; right -= 2) {
      if (right === 6) { right = 5; }
      for (var step = 0; step < size; step += 1) {
        for (var side = 0; side < 2; side += 1) {
          var row = up ? size - 1 - step : step, column = right - side;
          if (cells[row][column] === null) {
            var dark = bit < all.length * 8 && ((all[bit >> 3] >> (7 - (bit & 7))) & 1) === 1;
            cells[row][column] = dark !== ((row + column) % 2 === 0);
            bit += 1;
          }
        }
      }
      up = !up;
    }
    return cells;
  }

  /* One path, four cells of white around, as readers need. */
  function draw(text) {
    var cells = grid(text), path = "";
    if (!cells) { return null; }
    cells.forEach(function (row, y) {
      row.forEach(function (dark, x) { if (dark) { path += "M" + (x + 4) + " " + (y + 4) + "h1v1h-1z"; } });
    });
    var svg = document.createElementNS("http://www.w3.org/2000/svg", "svg"), shape = document.createElementNS(svg.namespaceURI, "path");
    svg.setAttribute("viewBox", "0 0 " + (cells.length + 8) + " " + (cells.length + 8));
    svg.setAttribute("width", "120");
    svg.setAttribute("height", "120");
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", "Code QR de cette feuille de route");
    shape.setAttribute("d", path);
    svg.appendChild(shape);
    return svg;
  }

  poc.qr = { grid: grid, draw: draw };
})();
