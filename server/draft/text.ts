import type { Span } from './span'

/**
 * A text as its readers see it, in UTF-16 code units; a string is one. What is looked for is a single code unit. To make a
 * string of it takes as long as the text is.
 */
export interface Text {
  readonly length: number
  charCodeAt(offset: number): number
  indexOf(unit: string, from: number): number
  lastIndexOf(unit: string, from: number): number
  slice(start: number, end?: number): string
  toString(): string
}

/** Neighbours that are no longer than this together become one: so does what is typed in one place. */
const SHORT = 2048
/** With more pieces than this they all become one, while paragraphs from before still hold on to what they were read from. */
const MOST_PIECES = 256

/**
 * A text under edit, in pieces of the strings that it comes from. An edit makes another one and costs what it inserts: ten
 * megabytes are not copied with every keystroke.
 */
export class EditedText implements Text {
  /** Where each piece begins, and behind the last one where the text ends. */
  private readonly starts: number[] = [0]
  private whole: string | undefined
  /** The piece that was asked for last, as it is likely to be the next one too. */
  private recent = 0

  private constructor(private readonly pieces: readonly string[]) {
    for (const piece of pieces) this.starts.push(this.length + piece.length)
  }

  static of(text: string): EditedText {
    return new EditedText([text])
  }

  get length(): number {
    return this.starts.at(-1)!
  }

  /** The text with something else in the place of a span. */
  edited({ start, end }: Span, inserted: string): EditedText {
    const pieces = joined([...this.piecesIn(0, start), inserted, ...this.piecesIn(end, this.length)])
    return new EditedText(pieces.length > MOST_PIECES ? [pieces.join('')] : pieces)
  }

  charCodeAt(offset: number): number {
    const i = this.pieceAt(offset)
    return this.pieces[i]!.charCodeAt(offset - this.starts[i]!)
  }

  indexOf(unit: string, from: number): number {
    for (let i = this.pieceAt(from); i < this.pieces.length; i++) {
      const found = this.pieces[i]!.indexOf(unit, from - this.starts[i]!)
      if (found >= 0) return this.starts[i]! + found
    }
    return -1
  }

  lastIndexOf(unit: string, from: number): number {
    for (let i = this.pieceAt(from); i >= 0; i--) {
      const found = this.pieces[i]!.lastIndexOf(unit, from - this.starts[i]!)
      if (found >= 0) return this.starts[i]! + found
    }
    return -1
  }

  slice(start: number, end = this.length): string {
    const pieces = this.piecesIn(start, end)
    return pieces.length === 1 ? pieces[0]! : pieces.join('')
  }

  toString(): string {
    this.whole ??= this.slice(0)
    return this.whole
  }

  private piecesIn(start: number, end: number): string[] {
    const pieces: string[] = []
    for (let i = this.pieceAt(start); i < this.pieces.length && this.starts[i]! < end; i++) {
      const at = this.starts[i]!
      pieces.push(this.pieces[i]!.slice(Math.max(0, start - at), end - at))
    }
    return pieces
  }

  /** The piece that holds an offset; for one behind the text the last piece. */
  private pieceAt(offset: number): number {
    const { starts } = this
    let i = starts[this.recent]! <= offset ? this.recent : 0
    while (i + 1 < this.pieces.length && starts[i + 1]! <= offset) i++
    this.recent = i
    return i
  }
}

/** Pieces without empty ones, and with short neighbours put together. */
function joined(pieces: readonly string[]): string[] {
  const result: string[] = []
  for (const piece of pieces) {
    const last = result.at(-1)
    if (last !== undefined && last.length + piece.length <= SHORT) result[result.length - 1] = last + piece
    else if (piece) result.push(piece)
  }
  return result.length ? result : ['']
}
