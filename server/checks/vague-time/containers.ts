import { dayOfPairAt, namedDateAt } from './dates'
import { yearPhraseWithThe } from './definite'
import type { Recognised, TimeKind } from './expression'
import { numericDateAt } from './numeric-dates'
import { behindHyphen, lowerAt, ordinalAt, type Scan } from './scan'
import { seasonAt } from './seasons'
import { determinedAt, head, OF_TEXT, turnOf } from './turns'
import { yearPhraseAt } from './years'

/** "1942", "March 1942", "last year", "the month": a date that holds others and is itself held by none. */
export function simpleContainerAt(scan: Scan, i: number): Recognised | undefined {
  const token = scan.tokens[i]
  if (!token) return undefined
  if (token.kind === 'number') return numericDateAt(scan, i) ?? namedDateAt(scan, i) ?? yearPhraseAt(scan, i)
  const named = namedDateAt(scan, i)
  if (named) return named
  const definite = token.lower === 'the'
  const word = lowerAt(scan, definite ? i + 1 : i)
  const turn = turnOf(word) ?? (/^(this|that|same|current)$/.test(word) ? 0 : undefined)
  if (turn === undefined)
    return definite ? (yearPhraseWithThe(scan, i) ?? head(scan, i, i + 1, 0, 'text')) : undefined
  const fromText = OF_TEXT.has(word) || word === 'that' || word === 'same' || (definite && turn !== 0)
  return head(scan, i, definite ? i + 2 : i + 1, turn, fromText ? 'text' : 'draft')
}

/** Any date that can hold others: "1942", "March 1942", "next year", "the year". */
export function containerAt(scan: Scan, i: number): Recognised | undefined {
  return absoluteAt(scan, i) ?? determinedAt(scan, i)
}

/** A date by its own name or figures. */
export function absoluteAt(scan: Scan, i: number): Recognised | undefined {
  const token = scan.tokens[i]
  if (!token) return undefined
  if (token.kind === 'number')
    return numericDateAt(scan, i) ?? dayOfPairAt(scan, i) ?? namedDateAt(scan, i) ?? yearPhraseAt(scan, i)
  const named = namedDateAt(scan, i)
  if (named) return monthOf(scan, named)
  return scan.words[i]?.is === 'season' ? seasonAt(scan, i, i) : undefined
}

/** "August of that year", "March last year" */
function monthOf(scan: Scan, named: Recognised): Recognised {
  if (named.meaning.is !== 'yearless') return named
  const { end, start } = named
  const at = lowerAt(scan, end) === 'of' ? end + 1 : end
  if (!/^(this|that|the|last|next)$/.test(lowerAt(scan, at))) return named
  const outer = determinedAt(scan, at)
  if (outer?.meaning.is !== 'shift' || outer.meaning.unit !== 'year') return named
  const { month, day } = named.meaning
  return {
    start,
    end: outer.end,
    kind: outer.kind,
    meaning: { is: 'within', base: outer.meaning, month, day },
  }
}

/** "19th-century" without an article */
export function bareCentury(scan: Scan, i: number): Recognised | undefined {
  const ordinal = ordinalAt(scan, i)
  if (!ordinal?.value) return undefined
  const at = behindHyphen(scan, ordinal.end)
  if (!/^(century|centuries)$/.test(lowerAt(scan, at))) return undefined
  const value = String(ordinal.value - 1).padStart(2, '0')
  return { start: i, end: at + 1, kind: 'explicit', meaning: { is: 'value', value } }
}

/** What a rough word makes of a date: "late 2014" is placed, but roughly. */
export const weaker = (kind: TimeKind): TimeKind => (kind === 'explicit' ? 'approximate' : kind)
