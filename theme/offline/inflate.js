/* What was packed by zlib (raw DEFLATE, RFC 1951), in base64 → text. Old phones have no DecompressionStream. */
(function () {
  "use strict";
  var poc = (window.poc = window.poc || {});
  var ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
  var LENGTHS = series(4, 3, 28), DISTANCES = series(2, 1, 30);
  LENGTHS.base.push(258);
  LENGTHS.bits.push(0);

  /* Bases and extra bits: `step` codes for each number of extra bits, twice as many for none. */
  function series(step, first, count) {
    var found = { base: [], bits: [] }, base = first;
    for (var at = 0; at < count; at += 1) {
      var bits = Math.max(0, Math.floor(at / step) - 1);
      found.bits.push(bits);
      found.base.push(base);
      base += 1 << bits;
    }
    return found;
  }
  /* Canonical Huffman codes: how many of each length, and the symbols in order. */
  function table(lengths) {
    var counts = new Uint16Array(16), starts = [0, 0], symbols = [];
    lengths.forEach(function (length) { counts[length] += 1; });
    counts[0] = 0;
    for (var length = 1; length < 15; length += 1) { starts[length + 1] = starts[length] + counts[length]; }
    lengths.forEach(function (one, symbol) { if (one) { symbols[starts[one]] = symbol; starts[one] += 1; } });
    return { counts: counts, symbols: symbols };
  }
  function times(count, value) {
    var list = [];
    while (list.length < count) { list.push(value); }
    return list;
  }
  var FIXED = [table(times(144, 8).concat(times(112, 9), times(24, 7), times(8, 8))), table(times(30, 5))];

  function inflate(input, size) {
    var output = new Uint8Array(size), written = 0, place = 0, held = 0, left = 0;

    function bits(count) {
      while (left < count) { held |= input[place] << left; place += 1; left += 8; }
      var value = held & ((1 << count) - 1);
      held >>>= count;
      left -= count;
      return value;
    }
    function symbol(codes) {
      var code = 0, first = 0, index = 0;
      for (var length = 1; length < 16; length += 1) {
        code |= bits(1);
        var count = codes.counts[length];
        if (code - count < first) { return codes.symbols[index + code - first]; }
        index += count;
        first = (first + count) << 1;
        code <<= 1;
      }
      throw new Error("inflate");
    }
    function stored() {
      held = left = 0;
      var length = input[place] | (input[place + 1] << 8);
      place += 4;
      output.set(input.subarray(place, place + length), written);
      place += length;
      written += length;
    }
    function dynamic() {
      var literals = bits(5) + 257, distances = bits(5) + 1, count = bits(4) + 4, lengths = times(19, 0), all = [];
      for (var at = 0; at < count; at += 1) { lengths[ORDER[at]] = bits(3); }
      var codes = table(lengths);
      while (all.length < literals + distances) {
        var one = symbol(codes);
        if (one < 16) { all.push(one); }
        else if (one === 16) { all = all.concat(times(3 + bits(2), all[all.length - 1])); }
        else { all = all.concat(times(one === 17 ? 3 + bits(3) : 11 + bits(7), 0)); }
      }
      return [table(all.slice(0, literals)), table(all.slice(literals))];
    }
    function block(codes) {
      for (var one = symbol(codes[0]); one !== 256; one = symbol(codes[0])) {
        if (one < 256) { output[written] = one; written += 1; continue; }
        var length = LENGTHS.base[one - 257] + bits(LENGTHS.bits[one - 257]);
        var far = symbol(codes[1]), back = written - DISTANCES.base[far] - bits(DISTANCES.bits[far]);
        for (var at = 0; at < length; at += 1) { output[written] = output[back + at]; written += 1; }
      }
    }
    for (var last = 0; !last;) {
      last = bits(1);
      var kind = bits(2);
      if (kind === 0) { stored(); } else { block(kind === 1 ? FIXED : dynamic()); }
    }
    return output;
  }

  /* `size`: bytes once unpacked. */
  poc.unpacked = function (text, size) {
    var binary = atob(text), bytes = new Uint8Array(binary.length);
    for (var at = 0; at < binary.length; at += 1) { bytes[at] = binary.charCodeAt(at); }
    return new TextDecoder("utf-8").decode(inflate(bytes, size));
  };
})();
