export const SEVERITIES = ['error', 'warning', 'information', 'hint', 'off'] as const
export type Severity = (typeof SEVERITIES)[number]
export const HOUSES = ['plain', 'ap', 'guardian', 'iso', 'wikipedia'] as const
export type House = (typeof HOUSES)[number]

/** Words that the writer lets stand, where the text has no comments to say so in. */
export interface Stand {
  readonly check: string
  readonly words: string
  /** The sentence that holds the words. */
  readonly in: string
}

/** A configuration with every value in place. */
export interface Config {
  readonly house: House
  /** The date of drafts that give none: `2013-10-15`. */
  readonly date: { readonly day: string; readonly source: 'stet.json' | 'setting' } | undefined
  /** The editor's mark, `%s` for the question: "[TK: %s]". */
  readonly mark: string
  /** The severities that the user chose, by check and kind; the rest have their defaults. */
  readonly checks: Readonly<Record<string, Readonly<Record<string, Severity>>>>
  /** Patterns of paths that are not checked, as in `.gitignore`; they count from `ignoreFrom`. */
  readonly ignore: readonly string[]
  readonly stands: readonly Stand[]
  /** Whether paragraphs are also reported that stand in another draft. */
  readonly acrossDrafts: boolean
}

export const DEFAULT_MARK = '[TK: %s]'

export const DEFAULT_CONFIG: Config = {
  house: 'plain',
  date: undefined,
  mark: DEFAULT_MARK,
  checks: {},
  ignore: [],
  stands: [],
  acrossDrafts: false,
}
