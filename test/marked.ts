import { applyEdits, type Checked, checkText, draftFixesOf, fixesOf } from '../server/check'
import { type Config, DEFAULT_CONFIG } from '../server/config/config'
import type { Language } from '../server/draft/draft'

export interface Circumstances {
  readonly language?: Language
  readonly date?: string
  readonly today?: string
  readonly config?: Partial<Config>
}

/** Takes the marks `⟦words⟧{kind}` out of a draft. */
export function unmarked(draft: string): string {
  return draft.replace(/⟦|⟧\{[\w-]+\}/g, '')
}

export function check(text: string, { language, date, today, config }: Circumstances = {}): Checked {
  return checkText(text, language ?? 'plaintext', {
    config: { ...DEFAULT_CONFIG, ...config },
    today: today ?? '2026-06-15',
    ...(date ? { dateOption: date } : {}),
  })
}

/** A draft with the findings of some checks marked in its text, as it would stand in a test. */
export function marked(text: string, checks: readonly string[], circumstances: Circumstances = {}): string {
  const { findings } = check(text, circumstances)
  const edges = findings
    .filter((finding) => checks.includes(finding.check))
    .flatMap(({ start, end, kind }) => [
      { at: start, order: 1, insert: '⟦' },
      { at: end, order: 0, insert: `⟧{${kind}}` },
    ])
    .sort((a, b) => b.at - a.at || b.order - a.order)
  return edges.reduce((result, { at, insert }) => result.slice(0, at) + insert + result.slice(at), text)
}

/** The draft after the first fix, in the order of the text, whose title begins so. */
export function fixed(text: string, title: string, circumstances: Circumstances = {}): string {
  const checked = check(text, circumstances)
  for (const finding of checked.findings) {
    const fixes = [...fixesOf(finding, checked), ...draftFixesOf(finding.check, checked)]
    const fix = fixes.find((candidate) => candidate.title.startsWith(title))
    if (fix) return applyEdits(text, fix.edits)
  }
  throw new Error(`no such fix: ${title}`)
}
