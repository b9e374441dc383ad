/**
 * Rebuilds the pinyin of names from what a column file holds: the common reading of each character, and where
 * it was read otherwise (generator/rendering/search/readings.py).
 */

/**
 * @typedef {{common: Record<string, string>, other: Record<string, Record<string, number[]>>,
 *   spoken: Record<string, string>}} Readings
 */

/** Says how names are read, from the first to the last: a character's further readings are told by its turn. */
export class Speaker {
  /** @param {Readings} readings */
  constructor(readings) {
    this.spoken = readings.spoken;
    /** @type {Map<string, string>} */
    this.common = new Map();
    for (const [syllable, characters] of Object.entries(readings.common)) {
      for (const character of characters) this.common.set(character, syllable);
    }
    /** @type {Map<string, {turn: number, turns: Map<number, string>}>} */
    this.other = new Map(Object.entries(readings.other).map(([one, given]) => [one, turns(given)]));
  }

  /**
   * The reading of each character of the next name; of one without, the character.
   * @param {string} name widened
   * @param {number} place of the name among all names of the file
   * @returns {string[]} a single syllable for a whole name whose reading was given otherwise than by character
   */
  say(name, place) {
    const said = Array.from(name, (one) => {
      const other = this.other.get(one);
      if (!other) return this.common.get(one) ?? one;
      const syllable = other.turns.get(other.turn);
      other.turn += 1;
      return syllable ?? this.common.get(one);
    });
    const own = this.spoken[place];
    return own === undefined ? said : given(name, said, own.split(" "), this.common);
  }
}

/** A character's further readings by its turn, from how many turns lie between one and the one before. */
function turns(readings) {
  const found = new Map();
  for (const [syllable, steps] of Object.entries(readings)) {
    let at = 0;
    for (const step of steps) {
      at += step;
      found.set(at, syllable);
    }
  }
  return { turn: 0, turns: found };
}

/** A reading given by hand: a syllable for each Chinese character, else the reading of the whole name. */
function given(name, said, own, common) {
  const characters = Array.from(name);
  const spoken = characters.filter((one) => common.has(one)).length;
  if (spoken !== own.length) return own;
  let next = 0;
  return said.map((syllable, at) => (common.has(characters[at]) ? own[next++] : syllable));
}

/**
 * A name's reading written together, and its initials: of a Chinese character the first letter of its syllable,
 * of anything else itself. Spaces are left out.
 * @param {string[]} said
 * @param {string} name
 * @returns {[string, string]}
 */
export function written(said, name) {
  const characters = Array.from(name);
  const byCharacter = said.length === characters.length;
  let whole = "";
  let initials = "";
  for (let at = 0; at < said.length; at += 1) {
    const syllable = said[at];
    if (syllable === " ") continue;
    whole += syllable;
    initials += byCharacter && syllable === characters[at] ? syllable : syllable[0];
  }
  return [whole, initials];
}
