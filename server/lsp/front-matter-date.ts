import type { TextEdit } from '../checks/check'
import type { Draft } from '../draft/draft'

const DATE_LINE = /^(["']?date["']?[ \t]*[:=][ \t]*)([^\r\n]*)/m

/** The edit that gives a draft with front matter its date; undefined for a draft without. */
export function frontMatterDateEdit({ text, frontMatter }: Draft, day: string): TextEdit | undefined {
  if (!frontMatter) return undefined
  const body = text.slice(0, frontMatter.end)
  const line = DATE_LINE.exec(body)
  if (line) {
    const start = line.index + line[1]!.length
    return { start, end: start + line[2]!.trimEnd().length, newText: day }
  }
  const isToml = /^\ufeff?\+\+\+/.test(body)
  const start = body.indexOf('\n') + 1
  const lineBreak = body.charAt(start - 2) === '\r' ? '\r\n' : '\n'
  return { start, end: start, newText: `${isToml ? `date = ${day}` : `date: ${day}`}${lineBreak}` }
}
