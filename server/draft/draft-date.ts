import type { Span } from './span'

/** The calendar day on which a draft speaks, and where that was learnt. */
export interface DraftDate {
  /** ISO 8601 calendar day: `2013-10-15`. */
  readonly day: string
  readonly source: 'option' | 'front-matter' | 'published-line' | 'dateline' | 'stet.json' | 'setting'
  /** Where the draft says so, if it is the draft that says it. */
  readonly span?: Span
}
