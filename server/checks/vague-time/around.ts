import { visible } from '../../draft/invisible'
import type { Paragraph } from '../../draft/paragraph'
import type { Placed } from './time-walk'

/** What stands around the words to be replaced, as a reader sees it: in their own paragraph, without markup. */
export interface Around {
  /** Offsets into the draft. */
  readonly start: number
  readonly end: number
  readonly words: string
  readonly head: string
  readonly tail: string
  /** The word before, as it stands; empty if a mark stands between. */
  readonly before: string
  /** Whether the words open a sentence. */
  readonly opens: boolean
}

const SENTENCE_START = /(?:^|[.!?…:—–-]["”’')\]]*\s)\s*["“‘'(*]*$/

const WINDOW = 80

export function aroundOf({ start, end, expression }: Placed, { prose }: Paragraph): Around {
  const head = visible(prose.slice(Math.max(0, expression.start - WINDOW), expression.start))
  return {
    start,
    end,
    words: visible(prose.slice(expression.start, expression.end)),
    head,
    tail: visible(prose.slice(expression.end, expression.end + WINDOW)),
    ...placeIn(head),
  }
}

/** What stands right before the end of a text. */
export const placeIn = (head: string): Pick<Around, 'before' | 'opens'> => ({
  opens: SENTENCE_START.test(head),
  before: /([\p{L}\p{N}’']+)[ \t\r\n]+$/u.exec(head)?.[1] ?? '',
})

/** Whether the words open a sentence, so that what replaces them must. */
export const isCapital = ({ words, opens }: Around): boolean =>
  /^\p{Lu}/u.test(words) && (opens || !/^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)/.test(words))

/** The comma behind a year, unless other punctuation stands there or the paragraph ends. */
export const commaFor = (wanted: boolean, tail: string): string =>
  wanted && /^\s{0,2}[\p{L}\p{N}"“‘$€£]/u.test(tail) ? ',' : ''
