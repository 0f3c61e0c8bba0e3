import type { Span } from './span'
import type { Text } from './text'

/** White space behind a fence counts to its line, up to so many characters. */
const LONGEST_FENCE = 200

const FENCES: Record<string, string> = { '---': '---', '+++': '+++' }

/**
 * Front matter (YAML between `---`, TOML between `+++`) at the very start of a draft, fences included.
 * Fenced text that no `key: value` or `key = value` opens is a text between two rules, and no front matter.
 */
export function frontMatterOf(text: Text): Span | undefined {
  const opening = /^\ufeff?(---|\+\+\+)[ \t]*\r?\n/.exec(text.slice(0, LONGEST_FENCE))
  if (!opening) return undefined
  const fence = FENCES[opening[1]!]!
  const body = opening[0].length
  let lineStart = body
  while (lineStart <= text.length) {
    const found = text.indexOf('\n', lineStart)
    const lineEnd = found < 0 ? text.length : found
    const line = text.slice(lineStart, Math.min(lineEnd, lineStart + 200)).trimEnd()
    if (line === fence || (fence === '---' && line === '...')) {
      return holdsKeys(text.slice(body, lineStart)) ? { start: 0, end: lineEnd } : undefined
    }
    if (found < 0) return undefined
    lineStart = lineEnd + 1
  }
  return undefined
}

function holdsKeys(body: string): boolean {
  const first = body.split('\n').find((line) => line.trim() && !line.trimStart().startsWith('#'))
  return first === undefined || /^["']?[\w.-]+["']?\s*[:=]|^\[/.test(first)
}
