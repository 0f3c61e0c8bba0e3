import * as v from 'valibot'
import { CHECKS } from '../checks/registry'
import { DEFAULT_MARK, HOUSES, SEVERITIES } from './config'

/**
 * The one definition of what can be configured: `stet.json`, the settings of VS Code, the JSON schema and the docs
 * are all made from it.
 */
const severity = v.picklist(SEVERITIES)

const described = <S extends v.GenericSchema>(schema: S, text: string) => v.pipe(schema, v.description(text))

const checks = Object.fromEntries(
  CHECKS.map(({ id, kinds, summary }) => {
    const entries = Object.entries(kinds).map(([kind, { severity: standard, summary: what }]) => [
      kind,
      v.optional(described(severity, `${what} Default: ${standard}.`)),
    ])
    const each = v.strictObject(
      Object.fromEntries(entries) as Record<string, v.OptionalSchema<typeof severity, undefined>>,
    )
    return [
      id,
      v.optional(
        described(v.union([severity, each]), `${summary} One severity for all kinds, or one for each.`),
      ),
    ]
  }),
)

const isCalendarDay = (text: string): boolean => {
  const [year, month, day] = text.split('-').map(Number)
  const date = new Date(Date.UTC(year!, month! - 1, day))
  return date.getUTCMonth() === month! - 1 && date.getUTCDate() === day
}

const NOT_A_DAY = 'is not a calendar day such as 2013-10-15'

export const DEFINITION = v.strictObject({
  $schema: v.optional(described(v.string(), 'The JSON schema of this file.')),
  house: v.optional(
    described(
      v.picklist(HOUSES),
      'House style for dates: which expressions of time may stand, and how a fix writes a date.',
    ),
    'plain',
  ),
  date: v.optional(
    described(
      v.pipe(
        v.string(),
        v.regex(/^(\d{4}-\d{2}-\d{2})?$/, NOT_A_DAY),
        v.check((day) => !day || isCalendarDay(day), NOT_A_DAY),
      ),
      'The date (YYYY-MM-DD) of drafts that give none themselves.',
    ),
  ),
  mark: v.optional(
    described(
      v.pipe(v.string(), v.includes('%s', 'must hold %s, where the question goes')),
      "The mark that *Mark for the desk* leaves; `%s` is the desk's question.",
    ),
    DEFAULT_MARK,
  ),
  checks: v.optional(described(v.strictObject(checks), 'How grave each kind of finding is.'), {}),
  acrossDrafts: v.optional(
    described(
      v.boolean(),
      'Whether paragraphs are also reported that stand in another draft, in the draft whose path comes later.',
    ),
    false,
  ),
  ignore: v.optional(
    described(v.array(v.string()), 'Patterns (as in .gitignore) of files that are not checked.'),
    [],
  ),
  stands: v.optional(
    described(
      v.array(
        v.strictObject({
          check: described(v.picklist(CHECKS.map(({ id }) => id)), 'The check whose finding stands.'),
          words: described(v.string(), 'The words that stand.'),
          in: described(v.string(), 'The sentence that holds the words.'),
        }),
      ),
      'Findings that the writer lets stand, in texts that have no comments.',
    ),
    [],
  ),
})

/** What a user wrote, checked: every value is of its type, none need be there. */
export type Written = Partial<v.InferOutput<typeof DEFINITION>>
