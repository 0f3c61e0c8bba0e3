import * as v from 'valibot'
import { Failure } from '../node/failure'
import type { Reported } from '../report'
import { readTextFile } from './text-file'

const BASELINE = v.object({
  files: v.array(
    v.object({
      path: v.string(),
      findings: v.array(v.object({ check: v.string(), kind: v.string(), text: v.string() })),
    }),
  ),
})

/** Findings that were there before. Each is known by its draft, check, kind and words, wherever it has moved. */
export interface Baseline {
  /** What of a draft's findings is new. Call it once a draft. */
  newOnes(path: string, findings: readonly Reported[], text: string): readonly Reported[]
}

/** Reads what an earlier `--format json` printed. Throws a `Failure` that names the file. */
export function readBaseline(file: string): Baseline {
  const known = new Map<string, number>()
  for (const { path, findings } of parse(file).files) {
    for (const { check, kind, text } of findings) {
      const key = JSON.stringify([path, check, kind, text])
      known.set(key, (known.get(key) ?? 0) + 1)
    }
  }
  return {
    newOnes: (path, findings, draft) =>
      findings.filter(({ check, kind, start, end }) => {
        const key = JSON.stringify([path, check, kind, draft.slice(start, end)])
        const left = known.get(key) ?? 0
        known.set(key, left - 1)
        return left <= 0
      }),
  }
}

function parse(file: string): v.InferOutput<typeof BASELINE> {
  const { text } = readTextFile(file)
  try {
    return v.parse(BASELINE, JSON.parse(text))
  } catch {
    throw new Failure('it is not what stet check --format json prints', file)
  }
}
