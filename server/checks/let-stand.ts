import type { Draft } from '../draft/draft'
import { lineEndAt, lineStartAt } from '../draft/lines'
import type { Span } from '../draft/span'
import type { CheckId, Fix } from './check'

/** The fix that lets a finding stand by a comment at the end of its line; none in texts that have no comments. */
export function letStandByComment(check: CheckId, finding: Span, { text, language }: Draft): Fix | undefined {
  if (language !== 'markdown') return undefined
  const lineEnd = lineEndAt(text, Math.max(finding.start, finding.end - 1))
  const lineStart = lineStartAt(text, lineEnd)
  const at = lineStart + text.slice(lineStart, lineEnd).trimEnd().length
  const edit = { start: at, end: at, newText: ` <!-- stet ${check} -->` }
  return { title: 'Let it stand', preferred: false, edits: [edit] }
}
