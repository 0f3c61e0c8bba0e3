import { type Draft, endOf } from '../../draft/draft'
import { sentencesOf } from '../../draft/sentences'
import { tokenize } from '../../draft/tokens'
import type { TextEdit } from '../check'
import type { Resolved } from './resolved'

/** What closes a quotation that goes on in the next paragraph, where an attribution breaks it. */
const CLOSING: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“',
  '«': '»',
  '»': '«',
  '‘': '’',
  '「': '」',
}

export const closingOf = (opening: string): string => CLOSING[opening] ?? opening

/** What drafts do whose fixes were asked for: of a draft with a thousand findings it is counted once. */
const COMMAS_OUTSIDE = new WeakMap<Draft, boolean>()

/** How a draft puts its commas: `"…," Hale said` or `"…", Hale said`. */
export function putsCommasOutside(draft: Draft): boolean {
  const known = COMMAS_OUTSIDE.get(draft)
  if (known !== undefined) return known
  let outside = 0
  for (const [found] of draft.text.matchAll(/,["”’»]|["”’»],/g)) outside += found[0] === ',' ? -1 : 1
  COMMAS_OUTSIDE.set(draft, outside > 0)
  return outside > 0
}

/** A quotation whose words end at `wordsEnd`, with the marks behind them up to `end`; offsets into the draft. */
interface Ending {
  readonly wordsEnd: number
  readonly closing: string
  readonly end: number
}

/**
 * Edits that attribute a quotation as an editor would type it: behind its first sentence where it holds several, behind
 * it where it stands alone, else at the end of the sentence that holds it. `words` is the attribution ("Hale said").
 */
export function typedAttribution(
  resolved: Resolved,
  text: string,
  words: string,
  commasOutside: boolean,
): TextEdit[] {
  const { quote, block, end } = resolved
  const open = quote.start + block.start
  const opening = text.slice(open, block.start + quote.inner.start)
  const wordsEnd = trimmedEnd(text, open, block.start + quote.inner.end)
  const closing = quote.closed
    ? text.slice(block.start + quote.inner.end, block.start + quote.end)
    : closingOf(opening)
  if (quote.firstBreak !== undefined && (quote.alone || !quote.closed))
    return [brokenAt(text, block.start + quote.firstBreak, opening, closing, words, commasOutside)]
  if (quote.alone || !quote.closed)
    return [
      behind(text, { wordsEnd, closing, end: quote.closed ? end : wordsEnd }, words, commasOutside, '.'),
    ]
  return [
    atSentenceEnd(resolved, text, words) ??
      behind(text, { wordsEnd, closing, end }, words, commasOutside, ','),
  ]
}

/** `"We thought so," Hale said. "We were wrong."` */
function brokenAt(
  text: string,
  at: number,
  opening: string,
  closing: string,
  words: string,
  commasOutside: boolean,
): TextEdit {
  const space = /^\s*/.exec(text.slice(at, at + 20))![0]
  const first = behind(text, { wordsEnd: at, closing, end: at }, words, commasOutside, '.')
  return { ...first, end: at + space.length, newText: `${first.newText}${space || ' '}${opening}` }
}

/** The quotation's last stop, its marks and the attribution: `.”` becomes `,” Hale said.`; `?”` stays as it is. */
function behind(
  text: string,
  { wordsEnd, closing, end }: Ending,
  words: string,
  commasOutside: boolean,
  stop: string,
): TextEdit {
  const inner = /[’'”"]*$/.exec(text.slice(Math.max(0, wordsEnd - 4), wordsEnd))![0]
  const at = wordsEnd - inner.length
  const last = text[at - 1] ?? ''
  const keeps = /[?!…—–-]/.test(last) || text.slice(at - 2, at) === '..'
  if (keeps) return { start: wordsEnd, end, newText: `${closing} ${words}${stop}` }
  const dropped = (last === '.' && !isAbbreviated(text.slice(at - 4, at))) || last === ','
  const following = text[end] === '.' || text[end] === ','
  const comma = commasOutside || text[end] === '.' ? `${inner}${closing},` : `,${inner}${closing}`
  return { start: dropped ? at - 1 : at, end: following ? end + 1 : end, newText: `${comma} ${words}${stop}` }
}

/** "U.S.", "a.m.": the point belongs to the word. */
const isAbbreviated = (ending: string): boolean => /\b\p{L}\.\p{L}\.$/u.test(ending)

/** 'The bridge needs a "very long repair" in May, Hale said.': at the end of the sentence that goes on. */
function atSentenceEnd({ block, end }: Resolved, text: string, words: string): TextEdit | undefined {
  const { prose } = block.paragraph
  const sentence = sentencesOf(tokenize(prose)).find((span) => end - block.start <= span.end)
  const stop = block.start + (sentence?.end ?? prose.length) - 1
  const isPlain =
    text[stop] === '.' && stop > end && stop < endOf(block) && !/["“”]/.test(text.slice(end, stop))
  return isPlain ? { start: stop, end: stop, newText: `, ${words}` } : undefined
}

function trimmedEnd(text: string, from: number, end: number): number {
  let at = end
  while (at > from && /\s/.test(text[at - 1]!)) at--
  return at
}
