import {
  findNodeAtLocation,
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser'
import * as v from 'valibot'
import { CHECKS } from '../checks/registry'
import type { Span } from '../draft/span'
import { type Config, DEFAULT_CONFIG, type Severity } from './config'
import { DEFINITION, type Written } from './definition'

/** A value that can't be used; the span is where it stands in the file (nothing for a setting of the editor). */
export interface ConfigProblem extends Span {
  readonly path: string
  readonly message: string
}

export interface ReadConfig {
  readonly written: Written
  readonly problems: readonly ConfigProblem[]
}

/** Reads a `stet.json`. What is wrong in it is reported at its place, and the rest holds. */
export function readProjectFile(text: string): ReadConfig {
  const errors: ParseError[] = []
  const root = parseTree(text.replace(/^\ufeff/, ' '), errors, {
    allowTrailingComma: true,
    allowEmptyContent: true,
  })
  const syntax = errors.map(({ error, offset, length }) => ({
    path: '',
    message: `not valid JSON: ${wordsOf(printParseErrorCode(error))}`,
    start: offset,
    end: offset + Math.max(length, 1),
  }))
  const { written, problems } = validate(root ? getNodeValue(root) : {}, root)
  return { written, problems: [...syntax, ...problems] }
}

/** Reads settings as an editor hands them over. */
export function readSettings(settings: unknown): ReadConfig {
  const known = Object.fromEntries(
    Object.entries(isRecord(settings) ? settings : {}).filter(
      ([key, value]) => key in DEFINITION.entries && value != null,
    ),
  )
  return validate(known, undefined)
}

/** `PropertyNameExpected` → "property name expected". */
const wordsOf = (name: string): string => name.replace(/(?!^)([A-Z])/g, ' $1').toLowerCase()

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function validate(value: unknown, root: Node | undefined): ReadConfig {
  const problems: ConfigProblem[] = []
  let rest: unknown = value
  // Each round takes out what the last one found wrong, so that one wrong value doesn't cost the others.
  for (;;) {
    const result = v.safeParse(DEFINITION, rest)
    if (result.success) return { written: onlyWritten(result.output, rest), problems }
    const wrong = result.issues.flatMap((issue) => placed(issue))
    for (const { path, issue } of wrong) problems.push(problemAt(root, path, issue))
    const paths = wrong.map(({ path }) => path)
    if (paths.some((path) => path.length === 0)) return { written: {}, problems }
    rest = without(rest, paths)
  }
}

type Path = readonly (string | number)[]

/** An issue with its path; of a choice between a severity and severities by kind, the issue with the kind. */
function placed(
  issue: v.BaseIssue<unknown>,
  above: Path = [],
): { path: Path; issue: v.BaseIssue<unknown> }[] {
  const path = [...above, ...(issue.path ?? []).map(({ key }) => key as string | number)]
  const deeper = (issue.issues ?? []).filter((inner) => inner.path)
  return deeper.length ? deeper.flatMap((inner) => placed(inner, path)) : [{ path, issue }]
}

function onlyWritten(output: v.InferOutput<typeof DEFINITION>, written: unknown): Written {
  return Object.fromEntries(Object.entries(output).filter(([key]) => isRecord(written) && key in written))
}

function problemAt(root: Node | undefined, path: Path, issue: v.BaseIssue<unknown>): ConfigProblem {
  const node = root && findNodeAtLocation(root, [...path])
  const named = path.join('.') || 'the file'
  const unknown = issue.kind === 'schema' && issue.expected === 'never'
  const place = unknown ? (node?.parent?.children?.[0] ?? node) : (node ?? root)
  const start = place?.offset ?? 0
  const message = unknown ? `"${named}" is no setting of Stet` : `"${named}" ${explained(issue)}`
  return { path: named, message, start, end: start + (place?.length ?? 0) }
}

function explained(issue: v.BaseIssue<unknown>): string {
  if (issue.kind === 'validation') return issue.message
  const expected = (issue.expected ?? '').replace(/[()]/g, '').split(' | ').join(', ')
  return issue.received === 'undefined' ? 'is missing' : `is ${issue.received}; expected: ${expected}`
}

function without(value: unknown, paths: readonly Path[]): unknown {
  const copy = structuredCloneOf(value)
  // From the back, so that the places of an array's other items hold.
  for (const path of [...paths].sort((a, b) => (b.at(-1)! > a.at(-1)! ? 1 : -1))) {
    const parent = path
      .slice(0, -1)
      .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], copy)
    const key = path.at(-1)!
    if (Array.isArray(parent)) parent.splice(Number(key), 1)
    else if (isRecord(parent) && key in parent) delete parent[key]
    // A value that is missing takes its holder along: half an entry of `stands` says nothing.
    else return without(copy, [path.slice(0, -1)])
  }
  return copy
}

const structuredCloneOf = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

/** Puts settings and project file together: what the file says goes before what the editor's settings say. */
export function resolveConfig(settings: Written, file: Written): Config {
  const date = file.date
    ? ({ day: file.date, source: 'stet.json' } as const)
    : settings.date
      ? ({ day: settings.date, source: 'setting' } as const)
      : undefined
  return {
    house: file.house ?? settings.house ?? DEFAULT_CONFIG.house,
    date,
    mark: file.mark ?? settings.mark ?? DEFAULT_CONFIG.mark,
    checks: Object.fromEntries(
      CHECKS.map(({ id }) => [id, { ...severities(id, settings), ...severities(id, file) }]),
    ),
    acrossDrafts: file.acrossDrafts ?? settings.acrossDrafts ?? DEFAULT_CONFIG.acrossDrafts,
    ignore: [...(settings.ignore ?? []), ...(file.ignore ?? [])],
    stands: [...(settings.stands ?? []), ...(file.stands ?? [])],
  }
}

function severities(id: string, { checks = {} }: Written): Record<string, Severity> {
  const written = (checks as Record<string, Severity | Record<string, Severity | undefined> | undefined>)[id]
  if (written === undefined) return {}
  const kinds = CHECKS.find((check) => check.id === id)!.kinds
  const each = Object.keys(kinds).map((kind) => [kind, typeof written === 'string' ? written : written[kind]])
  return Object.fromEntries(each.filter(([, severity]) => severity !== undefined))
}
