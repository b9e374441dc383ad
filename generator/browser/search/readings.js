/**
 * Rebuilds the pinyin of names from what a column file holds: the common reading of each character, and where
 * it was read otherwise (generator/outputs/search_index/readings.py). A register of 100,000 names has a million
 * characters: syllables are numbers here until they are written.
 */

/**
 * @typedef {{common: Record<string, string>, other: Record<string, Record<string, number[]>>,
 *   spoken: Record<string, string>}} Readings
 */

const LINE = 10;
const SPACE = 32;
const encoder = new TextEncoder();

/** Text written as bytes, which grow as needed. */
class Bytes {
  constructor() {
    this.buffer = new Uint8Array(1 << 16);
    this.length = 0;
  }

  /** @param {Uint8Array} bytes */
  add(bytes) {
    if (this.length + bytes.length > this.buffer.length) {
      const larger = new Uint8Array(this.buffer.length * 2 + bytes.length);
      larger.set(this.buffer);
      this.buffer = larger;
    }
    for (let at = 0; at < bytes.length; at += 1) this.buffer[this.length + at] = bytes[at];
    this.length += bytes.length;
  }

  toString() {
    // A mark of byte order at the beginning is a character of the first name.
    return new TextDecoder("utf-8", { ignoreBOM: true }).decode(this.buffer.subarray(0, this.length));
  }
}

/** How the names of a file are read. */
export class Spoken {
  /**
   * @param {Readings} readings
   * @param {string} names widened, a line each
   */
  constructor(readings, names) {
    this.names = names;
    /** Syllables by number; 0 is none. */
    this.syllables = [""];
    this.place = new Map();
    this.read = this.#number(readings);
    this.own = readings.spoken;
    [this.whole, this.initials] = this.#write();
  }

  #at(syllable) {
    let place = this.place.get(syllable);
    if (place === undefined) {
      place = this.syllables.push(syllable) - 1;
      this.place.set(syllable, place);
    }
    return place;
  }

  /** The number of each character's syllable; the second half of a character beyond the common plane has none. */
  #number({ common, other }) {
    const table = new Uint16Array(1 << 16);
    const rare = new Map();
    for (const [syllable, characters] of Object.entries(common)) {
      for (const one of characters) {
        if (one.length === 1) table[one.charCodeAt(0)] = this.#at(syllable);
        else rare.set(one, this.#at(syllable));
      }
    }
    const { names } = this;
    const read = new Uint16Array(names.length);
    for (let at = 0; at < names.length; at += 1) {
      const code = names.charCodeAt(at);
      read[at] = table[code];
      if (rare.size && code >= 0xd800 && code < 0xdc00) read[at] = rare.get(names.slice(at, at + 2)) ?? 0;
    }
    for (const [one, readings] of Object.entries(other)) this.#turn(one, readings, read);
    return read;
  }

  /** A character's further readings: told by how many of its occurrences lie between one and the one before. */
  #turn(one, readings, read) {
    const { names } = this;
    const turns = new Map();
    for (const [syllable, steps] of Object.entries(readings)) {
      let turn = 0;
      for (const step of steps) turns.set((turn += step), this.#at(syllable));
    }
    let turn = 0;
    for (let at = names.indexOf(one); at >= 0; at = names.indexOf(one, at + one.length)) {
      read[at] = turns.get(turn) ?? read[at];
      turn += 1;
    }
  }

  /** Everything written together, a line a name: whole, and by initials. Spaces are left out. */
  #write() {
    const { names, read } = this;
    const whole = new Bytes();
    const initials = new Bytes();
    const written = this.syllables.map((syllable) => encoder.encode(syllable));
    /** Where the line of each name begins. */
    this.starts = [];
    let line = 0;
    for (let at = 0; at < names.length; at += 1) {
      if (at === 0 || names.charCodeAt(at - 1) === LINE) {
        this.starts.push(at);
        if (line in this.own) at = this.#writeOwn(line, at, whole, initials);
        line += 1;
      }
      const code = names.charCodeAt(at);
      if (read[at]) {
        whole.add(written[read[at]]);
        initials.add(written[read[at]].subarray(0, 1));
        if (code >= 0xd800 && code < 0xdc00) at += 1;
      } else if (code !== SPACE && at < names.length) {
        const one = encoder.encode(String.fromCodePoint(names.codePointAt(at)));
        whole.add(one);
        initials.add(one);
        if (names.codePointAt(at) > 0xffff) at += 1;
      }
    }
    return [whole.toString(), initials.toString()];
  }

  /** Write a reading given by hand; returns where the name's line ends. */
  #writeOwn(line, start, whole, initials) {
    for (const [syllable, character] of this.said(line)) {
      if (syllable === " ") continue;
      whole.add(encoder.encode(syllable));
      initials.add(encoder.encode(syllable === character ? syllable : syllable[0]));
    }
    const end = this.names.indexOf("\n", start);
    return end < 0 ? this.names.length : end;
  }

  /**
   * The reading of a name, piece by piece: each syllable with its character; of a reading given by hand that does
   * not have a syllable for each Chinese character, its syllables without.
   * @param {number} line place of the name
   * @returns {[string, string][]}
   */
  said(line) {
    const start = this.starts[line];
    const end = this.names.indexOf("\n", start);
    const name = this.names.slice(start, end < 0 ? undefined : end);
    /** @type {[string, string][]} */
    const found = [];
    let at = start;
    for (const one of name) {
      found.push([this.syllables[this.read[at]] || one, one]);
      at += one.length;
    }
    const own = this.own[line]?.split(" ");
    if (!own) return found;
    const spoken = found.filter(([syllable, one]) => syllable !== one);
    if (spoken.length !== own.length) return own.map((syllable) => [syllable, ""]);
    let next = 0;
    return found.map(([syllable, one]) => [syllable === one ? one : own[next++], one]);
  }
}
