/**
 * Many short texts joined into one long string, a line each: what a query is looked for in with one native
 * search instead of a loop over records.
 */

/** Lines of text, with where each begins. */
export class Lines {
  /**
   * @param {string} text lines, each ended or parted by a line break
   * @param {number} count how many there are
   */
  constructor(text, count) {
    this.count = count;
    /** Where each line begins; one more than there are lines, so that a line ends before the next begins. */
    this.starts = new Int32Array(count + 1);
    for (let line = 0, at = 0; line < count; line += 1) {
      this.starts[line] = at;
      const end = text.indexOf("\n", at);
      at = end < 0 ? text.length + 1 : end + 1;
      this.starts[line + 1] = at;
    }
    // Nothing is found behind the last line: whoever looks on from line to line comes to an end.
    this.text = text.slice(0, Math.max(0, this.starts[count] - 1));
  }

  /**
   * @param {number} line
   * @returns {string}
   */
  at(line) {
    return this.text.slice(this.starts[line], this.starts[line + 1] - 1);
  }

  /**
   * Tell of every line that holds a word, once each, in order.
   * @param {string} word without a line break, not empty
   * @param {(line: number, start: number, end: number, at: number) => void} tell the line, where it begins and
   *   ends, and where the word first stands
   */
  scan(word, tell) {
    const { text, starts } = this;
    let line = 0;
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, starts[line + 1])) {
      while (starts[line + 1] <= at) line += 1;
      tell(line, starts[line], starts[line + 1] - 1, at);
      if (line + 1 >= this.count) return;
    }
  }
}
