import type { Span } from '../../draft/span'

export type Unit =
  | 'second'
  | 'minute'
  | 'hour'
  | 'day'
  | 'weekend'
  | 'week'
  | 'fortnight'
  | 'month'
  | 'quarter'
  | 'season'
  | 'year'
  | 'decade'
  | 'century'
  | 'millennium'

/** As TIMEX3 writes them after `T`: morning, midday, afternoon, evening, night, daytime. */
export type DayPart = 'MO' | 'MI' | 'AF' | 'EV' | 'NI' | 'DT'
export type Season = 'SP' | 'SU' | 'FA' | 'WI'

/**
 * - `explicit`: holds its year ("October 15, 2013", "the 1990s")
 * - `approximate`: placed, but roughly ("late 2014")
 * - `relative`: placed by the day of writing ("yesterday", "last week", "on Tuesday")
 * - `incomplete`: a date without its year ("April 5")
 * - `fuzzy`: has no place at all ("recently", "in recent years")
 * - `anaphoric`: placed by the text around it ("the next day", "that year")
 */
export type TimeKind =
  | 'explicit'
  | 'approximate'
  | 'relative'
  | 'incomplete'
  | 'fuzzy'
  | 'anaphoric'
  | 'time-of-day'
  | 'duration'
  | 'set'

/** What the words say, before anybody knows from which day to reckon. */
export type Meaning =
  /** A TIMEX3 value as it stands. */
  | { readonly is: 'value'; readonly value: string }
  | { readonly is: 'unknown' }
  /** So many units from the draft's day, or from the day that the text speaks of. */
  | {
      readonly is: 'shift'
      readonly from: 'draft' | 'text'
      readonly unit: Unit
      readonly by: number
      /** "the end of the year": in news the year of writing, in a story the one told of. */
      readonly edge?: true
      /** "over the weekend": which one, the verb says. */
      readonly nearest?: true
    }
  /** "Tuesday" (`turn` undefined), "last Tuesday" (-1), "this Tuesday" (0), "next Tuesday" (1); `weeks` counts on. */
  | {
      readonly is: 'weekday'
      readonly weekday: number
      readonly turn?: number | undefined
      readonly weeks?: number
      /**
       * The one next to the day of writing, whatever the verb says: "the coming Friday", "this past Friday"; with
       * `from-today` that day itself counts ("Friday week", "two weeks from Friday").
       */
      readonly nearest?: 'past' | 'future' | 'from-today'
      /** The day of the month: "Tuesday the 19th". */
      readonly day?: number
      /** The weekday to which a stretch goes that begins here: "from Monday to Friday". */
      readonly until?: number
      /** Whether such a stretch ends here. */
      readonly ends?: boolean
      /** Whether it follows another in a list: "Monday and Tuesday". */
      readonly follows?: boolean
      /** Whether what the sentence tells comes before it: "ahead of Friday's vote". */
      readonly ahead?: boolean
      readonly from?: 'text'
    }
  /** A date without its year. `turn` as for weekdays: "last March". */
  | {
      readonly is: 'yearless'
      readonly month?: number | undefined
      readonly day?: number | undefined
      readonly season?: Season
      readonly quarter?: number
      readonly half?: number
      readonly weekday?: number | undefined
      readonly turn?: number | undefined
      /** "the previous April" counts from what the text speaks of. */
      readonly from?: 'text'
    }
  /** "the 5th" */
  | { readonly is: 'day-of-month'; readonly day: number }
  /** "the first Monday of October"; `nth` is -1 for the last. */
  | { readonly is: 'nth-weekday'; readonly base: Meaning; readonly weekday: number; readonly nth: number }
  /** "a week from Tuesday" */
  | { readonly is: 'from'; readonly base: Meaning; readonly unit: Unit; readonly by: number }
  /** "the week of March 4" */
  | { readonly is: 'unit-of'; readonly base: Meaning; readonly unit: Unit }
  /** "March of last year" */
  | {
      readonly is: 'within'
      readonly base: Meaning
      readonly month?: number | undefined
      readonly day?: number | undefined
      readonly season?: Season
      readonly quarter?: number
      readonly half?: number
      readonly weekday?: number | undefined
    }

export type Tense = 'past' | 'future' | undefined

/** What was recognised, by token indices; `end` exclusive. */
export interface Recognised {
  readonly start: number
  readonly end: number
  readonly kind: TimeKind
  readonly meaning: Meaning
  /** What TIMEX3 adds to a day: `TMO`, `T08:00`. */
  readonly suffix?: string | undefined
  /** A date that can't be, and why. */
  readonly conflict?: Conflict | undefined
}

export interface Conflict {
  readonly year: number | undefined
  readonly month: number
  readonly day: number
  /** The weekday that stands there, if that is what's wrong. */
  readonly weekday?: number
}

/** An expression of time as a paragraph's facts keep it. Offsets count from the paragraph's start. */
export interface Expression extends Span {
  readonly kind: TimeKind
  readonly meaning: Meaning
  readonly suffix: string | undefined
  readonly conflict: Conflict | undefined
  readonly tense: Tense
  /** Never to be reported: a name, a quotation, placed by the words around it, marked for the desk. */
  readonly quiet: boolean
  /** Whether the paragraph gives a year before it. */
  readonly yearKnown: boolean
  /** Whether it opens its sentence ("In 1812, …"), or is all of it, as a heading is. */
  readonly opens: boolean
}

/** What the check keeps of a paragraph. */
export type TimeFacts = readonly Expression[]
