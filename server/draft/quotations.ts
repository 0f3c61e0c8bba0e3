import type { Paragraph } from './paragraph'
import type { Span } from './span'
import type { Token } from './tokens'

/** A stretch between quotation marks, marks included. Offsets count from the paragraph's start. */
export interface Quotation extends Span {
  /** Where the quoted words stand: `start` and `end` without the marks. */
  readonly inner: Span
  /**
   * False for an opening mark that has no partner in its paragraph; `end` is then where the next quotation opens,
   * or the paragraph's end.
   */
  readonly closed: boolean
  /** 0 for a quotation, 1 for one inside it, and so on. */
  readonly depth: number
  /** A single mark left open, which is an apostrophe unless the next paragraph goes on with it ('Go on. ¶ 'And go.'). */
  readonly doubtful?: true
}

/** Marks that may close what a mark opens, first the proper one. German „…“ and »…«, Swedish ”…” count. */
const CLOSERS: Readonly<Record<string, string>> = {
  '"': '"”“',
  '“': '”"',
  '”': '”"',
  '„': '“”"',
  '«': '»',
  '»': '«',
  '‹': '›',
  '›': '‹',
  '‘': '’',
  "'": "'",
  '「': '」',
  '『': '』',
}
const SINGLE = new Set(["'", '‘', '’'])
const BEFORE_OPENING = new Set([
  '(',
  '[',
  '{',
  '—',
  '–',
  '-',
  '―',
  '/',
  '“',
  '‘',
  '"',
  "'",
  '„',
  '«',
  '…',
  '¿',
])
const BEFORE_CLOSING = new Set(['.', ',', '!', '?', '…', ';'])

/** A mark that is open while the walk goes on. */
interface Open {
  readonly index: number
  readonly glyph: string
  readonly depth: number
}

/** Finds the quotations of a paragraph, in the order in which they open. */
export function quotationsOf(paragraph: Paragraph, tokens: readonly Token[]): Quotation[] {
  const marks = quotationMarks(paragraph, tokens)
  return marks.length && !isPattern(marks, tokens) ? pairedOff(marks, tokens) : []
}

/** More marks than this are too many for an answer or two ("No." "No?"), in a paragraph that has hardly anything else. */
const FEW_MARKS = 100

/** Whether the marks are no quotations but a drawing, a rule, a key that was held down: there are more of them than of all else. */
const isPattern = (marks: readonly number[], tokens: readonly Token[]): boolean =>
  marks.length > FEW_MARKS && marks.length * 2 > tokens.length

function pairedOff(marks: readonly number[], tokens: readonly Token[]): Quotation[] {
  const found: Quotation[] = []
  const stack: Open[] = []
  const running = runningSingle(marks, tokens)
  let straight = marks.filter((index) => glyphAt(tokens, index) === '"').length
  const lose = ({ index, depth, glyph }: Open, end: number) => {
    const lost = quotation(tokens, index, undefined, end, depth)
    if (!SINGLE.has(glyph)) found.push(lost)
    else if (index === running) found.push({ ...lost, doubtful: true })
  }
  for (let m = 0; m < marks.length; m++) {
    const index = marks[m]!
    const glyph = glyphAt(tokens, index)
    if (glyph === '"') straight--
    const partner = partnerOn(stack, glyph, index, tokens, marks, m, straight % 2 === 0)
    if (partner >= 0) {
      while (stack.length > partner + 1) lose(stack.pop()!, tokens[index]!.start)
      const open = stack.pop()!
      found.push(quotation(tokens, open.index, index, tokens[markEnd(tokens, index)]!.end, open.depth))
      continue
    }
    const opens = index === running || mayOpen(glyph, index, tokens, marks[m + 1], stack.length > 0)
    if (!opens) continue
    const top = stack.at(-1)
    if (top && isSameFamily(top.glyph, glyph) && !closesTwice(marks, m, tokens)) {
      stack.pop()
      lose(top, endBefore(tokens, index))
    }
    stack.push({ index, glyph, depth: stack.length })
  }
  while (stack.length) lose(stack.pop()!, tokens.at(-1)!.end)
  return found.sort((a, b) => a.start - b.start || b.end - a.end)
}

function quotation(
  tokens: readonly Token[],
  open: number,
  close: number | undefined,
  end: number,
  depth: number,
): Quotation {
  const { start } = tokens[open]!
  const innerStart = tokens[markEnd(tokens, open)]!.end
  const innerEnd = close === undefined ? end : tokens[close]!.start
  return {
    start,
    end,
    inner: { start: innerStart, end: Math.max(innerStart, innerEnd) },
    closed: close !== undefined,
    depth,
  }
}

/** Whether two straight single marks stand for a double one: ''We won,'' she said. */
const isTwin = (tokens: readonly Token[], index: number): boolean =>
  tokens[index]!.text === "'" && tokens[index + 1]?.text === "'" && !tokens[index + 1]!.spaced

const glyphAt = (tokens: readonly Token[], index: number): string =>
  isTwin(tokens, index) ? '"' : tokens[index]!.text

/** The last token of the mark at `index`. */
const markEnd = (tokens: readonly Token[], index: number): number =>
  isTwin(tokens, index) ? index + 1 : index

const endBefore = (tokens: readonly Token[], index: number): number => tokens[Math.max(0, index - 1)]!.end

/** The tokens that may be marks of quotation: none in code, none of inches (6"), none of attributes (class="x"). */
function quotationMarks({ opaque }: Paragraph, tokens: readonly Token[]): readonly number[] {
  const marks: number[] = []
  let span = 0
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!
    // Most marks of a text are these.
    if (token.kind !== 'mark' || token.text === ',' || token.text === '.') continue
    if (!(token.text in CLOSERS || token.text === '’' || token.text === '」' || token.text === '』')) continue
    while (span < opaque.length && opaque[span]!.end <= token.start) span++
    const hidden = opaque[span]
    // The mark behind an address is no part of it: "https://example.org".
    if (hidden && hidden.start <= token.start && hidden.end > token.end) continue
    if (isEmptyQuotation(tokens, i)) {
      i++
      continue
    }
    if (isMentioned(tokens, i)) continue
    if (token.text === '"' && tokens[i - 1]?.text === '=' && !token.spaced) {
      i = attributeEnd(tokens, i)
      continue
    }
    if (isTwin(tokens, i) && tokens[i + 2]?.text !== "'") {
      marks.push(i++)
      continue
    }
    if (SINGLE.has(token.text) && !maySingle(tokens, i)) continue
    marks.push(i)
  }
  return marks.length ? withoutInches(marks, tokens) : marks
}

/** `""` holds nothing. */
function isEmptyQuotation(tokens: readonly Token[], i: number): boolean {
  const [before, mark, second, next] = [tokens[i - 1], tokens[i]!, tokens[i + 1], tokens[i + 2]]
  if (mark.text !== '"' || second?.text !== '"' || second.spaced) return false
  return (i === 0 || mark.spaced || before!.text === '(') && (!next || next.spaced || next.kind === 'mark')
}

/** A mark by itself in brackets is only spoken of: U+0022 ("). */
const isMentioned = (tokens: readonly Token[], i: number): boolean =>
  tokens[i - 1]?.text === '(' && tokens[i + 1]?.text === ')'

function attributeEnd(tokens: readonly Token[], open: number): number {
  for (let i = open + 1; i < tokens.length && i < open + 60; i++) if (tokens[i]!.text === '"') return i
  return open
}

/** Apostrophes stay out: "’90s", "'em" and "the boys’ room", rock 'n' roll are told apart from quotations by what stands around. */
function maySingle(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]!
  const next = tokens[i + 1]
  if (token.text === '‘') return next !== undefined && next.kind !== 'number'
  const elided = next?.lower === 'n' || tokens[i - 1]?.lower === 'n'
  if (elided) return false
  const opens =
    token.text === "'" &&
    next?.kind === 'word' &&
    !next.spaced &&
    !ELIDED.has(next.lower) &&
    standsOpen(tokens, i)
  const closes =
    !token.spaced && tokens[i - 1]?.kind !== 'number' && (!next || next.spaced || next.kind === 'mark')
  return opens || closes
}

/** 5'10" is a length, and so is 6" where the marks left over would not pair off with it. */
function withoutInches(marks: readonly number[], tokens: readonly Token[]): readonly number[] {
  const afterNumber = (i: number) =>
    tokens[i]!.text === '"' && tokens[i - 1]?.kind === 'number' && !tokens[i]!.spaced
  if (!marks.some(afterNumber)) return marks
  let straight = marks.filter((i) => tokens[i]!.text === '"').length
  let open = false
  return marks.filter((i) => {
    if (tokens[i]!.text !== '"') return true
    if (!afterNumber(i)) open = !open
    else if (open && straight % 2 === 0 && tokens[i - 2]?.text !== "'") open = false
    else {
      straight--
      return false
    }
    return true
  })
}

const standsOpen = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]!.spaced || i === 0 || BEFORE_OPENING.has(tokens[i - 1]!.text)

/** Spaced like an opening mark: white space before it, none behind. */
function looksOpening(tokens: readonly Token[], i: number): boolean {
  const next = tokens[markEnd(tokens, i) + 1]
  return standsOpen(tokens, i) && next !== undefined && !next.spaced
}

/** Spaced like a closing mark: none before it. */
const looksClosing = (tokens: readonly Token[], i: number): boolean => !tokens[i]!.spaced

/** A closing mark looks this many levels up for its partner; no writer nests deeper. */
const DEEPEST = 8

/** The place on the stack of the mark that this one closes, or -1. */
function partnerOn(
  stack: readonly Open[],
  glyph: string,
  index: number,
  tokens: readonly Token[],
  marks: readonly number[],
  m: number,
  pairsOff: boolean,
): number {
  for (let s = stack.length - 1; s >= Math.max(0, stack.length - DEEPEST); s--) {
    const open = stack[s]!
    if (!CLOSERS[open.glyph]!.includes(glyph)) {
      if (
        isSameFamily(open.glyph, glyph) &&
        glyph === '“' &&
        looksClosing(tokens, index) &&
        !looksOpening(tokens, index)
      )
        return s
      continue
    }
    if (SINGLE.has(glyph)) return closesSingle(tokens, open.index, index, marks, m) ? s : -1
    if (index === open.index + 1) return -1
    if (glyph === '”' || glyph === '»' || glyph === '›' || glyph === '」' || glyph === '』') return s
    if (glyph === '“' && open.glyph !== '„') {
      if (looksOpening(tokens, index)) return -1
      return s
    }
    // 'A "term "slips': white space on the wrong side, where the marks that are left pair off among themselves.
    if (!looksOpening(tokens, index) || looksClosing(tokens, index)) return s
    return open.glyph === '"' && pairsOff && !closesTwice(marks, m, tokens) ? s : -1
  }
  return -1
}

/** A title or a term in single marks is no longer than this, in tokens: 'The Boys' is a film. */
const LONGEST_NAME = 5

/** What stands behind a whole quotation, and not behind an owner: "'help for the boys' but", "the boys' room". */
const NOT_OWNED = new Set(
  (
    'and but or nor in on at to for from with by of as than when while after before because if that who which where though although ' +
    'until since during about against into over under was is were are be been had has have did do does will would could can may might should must said says'
  ).split(' '),
)

/** "the boys' room" goes on inside the quotation where a surer end follows, or none of a quotation so long. */
function closesSingle(
  tokens: readonly Token[],
  open: number,
  index: number,
  marks: readonly number[],
  m: number,
): boolean {
  if (tokens[index]!.spaced) return false
  const before = tokens[index - 1]!
  if (before.kind !== 'word' || !before.lower.endsWith('s')) return true
  const next = tokens[index + 1]
  if (!next || next.kind === 'mark' || NOT_OWNED.has(next.lower)) return true
  const later = marks[m + 1]
  if (later === undefined) return index - open < LONGEST_NAME
  return !(SINGLE.has(tokens[later]!.text) && looksClosing(tokens, later) && !looksOpening(tokens, later))
}

const isSameFamily = (a: string, b: string): boolean => '"“”„'.includes(a) && '"“”„'.includes(b)

/** Whether two marks that follow both close: '"He said "no" and left"'. */
function closesTwice(marks: readonly number[], m: number, tokens: readonly Token[]): boolean {
  const [first, second] = [marks[m + 1], marks[m + 2]]
  if (first === undefined || second === undefined) return false
  const closes = (i: number) => looksClosing(tokens, i) && !looksOpening(tokens, i)
  return closes(first) && closes(second)
}

/**
 * The single mark that opens what a paragraph may leave open: at its start or behind a lead-in, before a capital, in a
 * paragraph without double marks. "'Tis the season" has an apostrophe.
 */
function runningSingle(marks: readonly number[], tokens: readonly Token[]): number | undefined {
  if (!marks.length || marks.some((i) => !SINGLE.has(tokens[i]!.text))) return undefined
  return marks.find((i) => {
    const next = tokens[i + 1]
    const introduced = i === 0 || (tokens[i]!.spaced && [':', ','].includes(tokens[i - 1]!.text))
    return (
      introduced &&
      tokens[i]!.text !== '’' &&
      next?.kind === 'word' &&
      !next.spaced &&
      next.text[0] !== next.lower[0] &&
      !ELIDED.has(next.lower)
    )
  })
}

const ELIDED = new Set('tis twas twill til cause cos em bout round n nuff ere allo merica'.split(' '))

function mayOpen(
  glyph: string,
  index: number,
  tokens: readonly Token[],
  following: number | undefined,
  inside: boolean,
): boolean {
  const next = tokens[markEnd(tokens, index) + 1]
  if (!next) return false
  if (glyph === '’' || glyph === '」' || glyph === '』') return false
  if (SINGLE.has(glyph)) return looksOpening(tokens, index) && following !== undefined
  if (glyph === '“' || glyph === '„' || glyph === '«' || glyph === '‹' || glyph === '「' || glyph === '『')
    return true
  if (looksOpening(tokens, index)) return true
  if (inside || glyph !== '"') return false
  // A slip of spacing ('he said," We won"') opens, a closing mark that lost its partner doesn't.
  if (following === undefined || BEFORE_CLOSING.has(next.text)) return false
  const lost = looksClosing(tokens, index) && /[.!?…]/.test(tokens[index - 1]?.text ?? '')
  return !lost && looksClosing(tokens, following)
}
