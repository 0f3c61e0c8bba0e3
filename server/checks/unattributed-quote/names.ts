import type { Paragraph } from '../../draft/paragraph'
import type { Span } from '../../draft/span'
import { PARTICLES } from './lexicon'
import { type Named, namedBy } from './person-name'

/** A name in a paragraph, with two words at least or a rank. Offsets count from the paragraph's start. */
export interface NameMention extends Span {
  readonly named: Named
}

/**
 * The people whom a paragraph names, wherever in its sentences: "Ines Varga", "Ms. Varga", and not "Varga" alone. What
 * has no end of a sentence is a headline, where anything may have a capital.
 */
export function namesIn({ kind, prose }: Paragraph): readonly NameMention[] {
  if (kind === 'heading' || !/[.!?…:;,]["'”’»)]*\s*$/.test(prose)) return []
  const names: NameMention[] = []
  for (const match of prose.matchAll(CAPITALS)) {
    const before = prose.slice(Math.max(0, match.index - 8), match.index)
    if (PLACED.test(before)) continue
    const named = namedBy(match[0])
    if (!named || named.isBody || (!named.rank && !named.name.includes(' '))) continue
    // "Yesterday Ines Varga": which of three capitals at the start of a sentence is a name's can't be told.
    if (named.name.split(' ').length > 2 && OPENING.test(before)) continue
    names.push({ start: match.index, end: match.index + match[0].length, named })
  }
  return names
}

const WORD = String.raw`(?:(?:Mr|Mrs|Ms|Dr|Prof|Rev|Gov|Sen|Rep|Gen|Lt|Capt|Col|Sgt|Fr|\p{Lu})\.|\p{Lu}[\p{L}\p{M}]*(?:[-’'](?!s\b)\p{L}+)*)`
const CAPITALS = new RegExp(`${WORD}(?:\\s(?:(?:${[...PARTICLES].join('|')})\\s)?${WORD})+`, 'gu')

/** "In Holm Varga said": the place runs into the name. */
const PLACED = /(?:^|\s)(?:in|at|near)\s$/i
const OPENING = /(?:^|[.!?…]["'”’»)]*\s+|["“‘'«])$/
