import type { Change } from '../draft/change'
import type { Text } from '../draft/text'

/**
 * Where the lines of a text begin. Those behind the place of the last edit are counted from the text's end: to type
 * somewhere moves none of them, to type elsewhere those that lie between.
 */
export class LineStarts {
  /** In their order; the first line begins at 0. */
  private readonly before: number[] = [0]
  /** From the end: the nearest line is the last. */
  private readonly behind: number[] = []
  private length: number

  constructor(text: Text) {
    this.length = text.length
    this.addFrom(text, 0, text.length)
  }

  /** How many lines there are; a line break at the end begins another one. */
  get count(): number {
    return this.before.length + this.behind.length
  }

  /** The offset at which a line begins. */
  at(line: number): number {
    const { before, behind } = this
    return line < before.length
      ? before[line]!
      : this.length - behind[behind.length - 1 - (line - before.length)]!
  }

  /** The line that holds an offset. */
  lineOf(offset: number): number {
    let low = 0
    let high = this.count
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if (this.at(middle) <= offset) low = middle
      else high = middle
    }
    return low
  }

  /** Takes over a text after a change. */
  update({ start, end, length }: Change, text: Text): void {
    const { before, behind } = this
    while (before.at(-1)! > end) behind.push(this.length - before.pop()!)
    while (behind.length && this.length - behind.at(-1)! <= end) before.push(this.length - behind.pop()!)
    // Whether a line begins right at the edit may depend on what follows: a return with a line feed is one break.
    while (before.length > 1 && before.at(-1)! >= start) before.pop()
    this.length = text.length
    this.addFrom(text, start, start + length)
  }

  /** Adds the lines that begin from one offset to another, both counted. */
  private addFrom(text: Text, from: number, to: number): void {
    const first = Math.max(0, from - 1)
    const around = text.slice(first, to + 1)
    let feed = around.indexOf('\n')
    let carriage = around.indexOf('\r')
    for (;;) {
      const isFeed = carriage < 0 || (feed >= 0 && feed < carriage)
      const at = isFeed ? feed : carriage
      if (at < 0 || first + at >= to) return
      // A return with a line feed is one break.
      if (isFeed || feed !== at + 1) this.before.push(first + at + 1)
      if (isFeed) feed = around.indexOf('\n', at + 1)
      else carriage = around.indexOf('\r', at + 1)
    }
  }
}
